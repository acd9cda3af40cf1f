import type { SampleReport } from '../sample-report.ts'

/** A library opens in a lighthouse. */
export const lighthouseLibrary: SampleReport = {
  id: 'lighthouse-library',
  outlet: 'harbour',
  event: null,
  kind: 'unrelated',
  title: 'A library with 112 steps: disused lighthouse lends its first books',
  author: 'Morwenna Tregear',
  section: 'Culture',
  tags: ['Libraries', 'Cornwall'],
  at: { minutesBefore: 1215 },
  caption: 'The reading room under the lamp',
  body: [
    'The rule at the new lending library on the Cornish coast is that you may take home as many books as you can carry down. There are 112 steps, so most people settle for three.',
    'The lighthouse at Pendeen Zawn lost its keeper in 1991 and its lamp in 2014. Villagers bought it for a pound, discovered why it had cost a pound, and spent nine years on the damp. It opened at the weekend with 4,000 volumes arranged by floor: cookery at the bottom, poetry at the top.',
    '“Poetry readers are fitter, or lonelier,” said the librarian, Jory Penhallow, a retired postman.',
    '## A bell for the bus',
    'A brass bell tells readers in the tower that the bus has turned off the main road, which leaves them six minutes to finish the page. On the first day it rang four times and nobody moved.',
    'Children’s books are kept on the second landing, within reach of a carpet and out of reach of the fog signal, which still goes off on Thursdays.',
  ],
  names: {
    'person/jory-penhallow': ['Jory Penhallow'],
    'place/pendeen-zawn': ['Pendeen Zawn'],
  },
}
