import type { SampleReport } from '../sample-report.ts'

/** A lost notebook of a cartographer is found. */
export const mapmakersNotebook: SampleReport = {
  id: 'cuaderno-del-cartografo',
  outlet: 'cuaderno',
  event: null,
  kind: 'unrelated',
  title: 'Aparece en un mercadillo el cuaderno perdido de la cartógrafa Adela Montsalvat',
  author: 'Lucía Ferrándiz Roig',
  section: 'Historia',
  tags: ['mapas', 'archivos', 'Menorca'],
  at: { minutesBefore: 2230 },
  body: [
    'Costó doce euros y venía dentro de una caja con dos planchas y un reloj sin agujas. El cuaderno de campo de Adela Montsalvat, que entre 1926 y 1931 dibujó a pie la costa entera de Menorca, ha aparecido en un mercadillo de Mahón después de noventa años.',
    'Lo reconoció un estudiante de náutica, Biel Orfila-Pons, porque en una esquina asomaba un cabo que lleva hoy otro nombre. «Pensé que era una copia. Luego vi que había arena entre las páginas», cuenta.',
    'Las 214 hojas recogen sondeos, perfiles de acantilado, el precio del pan en cada cala y la lista de los pescadores que le prestaron barca. Algunos fondos medidos por ella con una plomada coinciden al palmo con los del sonar.',
    'Orfila-Pons lo ha donado al archivo insular, que lo mostrará en primavera. A cambio ha pedido una sola cosa: que le dejen navegar la ruta con el cuaderno, o al menos con un facsímil resistente al agua.',
  ],
  names: {
    'person/adela-montsalvat': ['Adela Montsalvat'],
    'person/biel-orfila-pons': ['Biel Orfila-Pons', 'Orfila-Pons'],
    'place/menorca': ['Menorca'],
    'place/mahon': ['Mahón'],
  },
}
