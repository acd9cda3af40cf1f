import type { SampleReport } from '../sample-report.ts'

/** Another mayoral vote, a few miles down the coast from Trieste on the same night. */
export const piranMayor: SampleReport = {
  id: 'piran-mayor',
  outlet: 'wire',
  event: null,
  kind: 'unrelated',
  title: 'Salt-pan engineer elected mayor of Piran in first round',
  author: null,
  section: 'World',
  tags: ['Slovenia', 'Elections'],
  at: { minutesBefore: 660 },
  body: [
    'PIRAN (Crossline) - An engineer who restored the salt pans outside the town was elected mayor of Piran, on the Slovenian coast, winning 61 percent of the vote and sparing residents a second round.',
    'Matjaz Kerševan, 52, had run on a pledge to limit holiday rentals in the old town, where fewer than half of the houses are now lived in through the winter.',
    'His nearest rival among five candidates, hotel owner Silva Brajnik, took 22 percent. She congratulated him but warned that "a town cannot live on salt and good intentions".',
    'Turnout was 64 percent, the highest for a local vote in two decades. Counting was briefly interrupted when a power cut put out the lights in the town hall; observers finished the last box by torchlight.',
    'Kerševan takes office in three weeks. He said his first decision would be to move the tourist coaches from the harbour front to a car park above the town, linked by a shuttle.',
  ],
  names: {
    'person/matjaz-kersevan': ['Matjaz Kerševan', 'Kerševan'],
    'person/silva-brajnik': ['Silva Brajnik'],
    'place/piran': ['Piran', 'PIRAN'],
  },
}
