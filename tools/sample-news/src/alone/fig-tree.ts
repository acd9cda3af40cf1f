import type { SampleReport } from '../sample-report.ts'

/** Neighbours keep a fig tree. */
export const figTree: SampleReport = {
  id: 'higuera-cabanyal',
  outlet: 'cuaderno',
  event: null,
  kind: 'unrelated',
  title: 'La higuera de la calle del Rosario se queda',
  author: 'Vicent Escrivà Moll',
  section: 'Barrio',
  tags: ['Cabanyal', 'árboles'],
  at: { minutesBefore: 1380 },
  caption: 'La higuera, con su cartel',
  body: [
    'Nadie la plantó. Salió de una grieta, entre la acera y el muro de una fábrica de hielo cerrada, y durante treinta años dio sombra a quien esperaba el autobús. El plan de la nueva acera la señalaba con una cruz roja.',
    'Los vecinos del Cabanyal colgaron entonces un cartel: «Vive aquí desde 1993. Pregunten». Y preguntaron. La concejala de Parques, Empar Sifre, fue a verla un martes, se sentó debajo diez minutos y anuló la tala.',
    'La acera se desviará metro y medio. Habrá que mover una farola y renunciar a una plaza de aparcamiento, lo que en este barrio equivale a una pequeña revolución.',
    'Remedios Climent, de ochenta y un años, que cada septiembre recoge los higos con una caña partida, ya ha prometido un tarro de mermelada al departamento de obras. «Uno para todos», aclara, «que tampoco da para tanto».',
    'La fábrica de hielo, por cierto, sigue cerrada. De ella no se ha acordado nadie, pero esa es otra crónica.',
  ],
  names: {
    'person/empar-sifre': ['Empar Sifre'],
    'person/remedios-climent': ['Remedios Climent'],
    'place/cabanyal': ['Cabanyal'],
  },
}
