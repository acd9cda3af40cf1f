import type { SampleReport } from '../sample-report.ts'

/** A junior chess title. */
export const chessTitle: SampleReport = {
  id: 'junior-chess-batumi',
  outlet: 'wire',
  event: null,
  kind: 'unrelated',
  title: "Bus driver's daughter, 14, takes junior chess title in Batumi",
  author: null,
  section: 'Sport',
  tags: ['Chess'],
  at: { minutesBefore: 2320 },
  body: [
    "BATUMI (Crossline) - Anahi Quisbert-Mendieta, a 14-year-old from El Alto in Bolivia, won the girls' world junior chess title in Georgia on tie-break, the first South American to do so since the event was founded.",
    'She drew her last game with black in 71 moves and then waited almost three hours for a rival to fail to win on the neighbouring board.',
    '"I ate four bananas and did not look," she said.',
    "Quisbert-Mendieta learned the game on her father's bus, where a retired teacher who rode the line every morning kept a pocket set. Her federation could not pay for a trainer, so she prepared with two club players over a telephone with a cracked screen.",
    'The title carries a scholarship and a place in an invitational tournament in Reykjavik next spring. Second was the local favourite, Tamta Lomsadze-Riaboff, and third a player from Chennai.',
  ],
  names: {
    'person/anahi-quisbert-mendieta': ['Anahi Quisbert-Mendieta', 'Quisbert-Mendieta'],
    'person/tamta-lomsadze-riaboff': ['Tamta Lomsadze-Riaboff'],
    'place/batumi': ['Batumi', 'BATUMI'],
    'place/el-alto': ['El Alto'],
    'place/reykjavik': ['Reykjavik'],
  },
}
