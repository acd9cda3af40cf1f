import type { SampleReport } from '../sample-report.ts'

/** A museum ship moves. */
export const museumShip: SampleReport = {
  id: 'museumsschiff-bremerhaven',
  outlet: 'hansa',
  event: null,
  kind: 'unrelated',
  title: 'Nach elf Jahren im Dock: Die „Gesine“ schwimmt wieder',
  author: 'Wiebke Lorenzen',
  section: 'Kultur',
  tags: ['Museum', 'Bremerhaven'],
  at: { minutesBefore: 880 },
  caption: 'Die „Gesine“ beim Ausdocken',
  body: [
    'Um 6.41 Uhr hob sie sich, kaum merklich, dann war unter dem Kiel ein Streifen Wasser zu sehen. Die „Gesine“, 1902 als Heringslogger gebaut und seit 1978 Museumsschiff, hat am Morgen nach elf Jahren das Trockendock in Bremerhaven verlassen.',
    'Eigentlich hatte die Sanierung zwei Jahre dauern sollen. Dann fanden die Bootsbauer unter dem Anstrich Planken, durch die man einen Bleistift stecken konnte. „Wir haben im Grunde ein neues Schiff um das alte herumgebaut und das alte danach vorsichtig herausgenommen“, sagt Werftmeister Onno Petersen-Thode.',
    'Gekostet hat das 9,3 Millionen Euro, gut die Hälfte davon Spenden. Ein Rentner aus Cuxhaven überwies elf Jahre lang jeden Monat zwanzig Euro und durfte dafür heute die Leine loswerfen.',
    'Vom Frühjahr an kann der Logger wieder besichtigt werden, mit einer Ausstellung über die Frauen, die an Land die Netze flickten. Fahrten auf der Weser sind geplant, sobald die Schiffspapiere vorliegen.',
  ],
  names: {
    'person/onno-petersen-thode': ['Onno Petersen-Thode'],
    'place/bremerhaven': ['Bremerhaven'],
    'place/cuxhaven': ['Cuxhaven'],
  },
}
