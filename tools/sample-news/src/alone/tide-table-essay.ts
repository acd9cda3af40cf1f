import type { SampleReport } from '../sample-report.ts'

/** For members only: robots.txt keeps its path from every reader that asks first. */
export const tideTableEssay: SampleReport = {
  id: 'reading-tide-tables',
  outlet: 'ledger',
  event: null,
  kind: 'unrelated',
  isDisallowed: true,
  title: 'The Quiet Pleasure of Reading Tide Tables',
  author: 'Imogen Castellane',
  section: 'Arts',
  tags: ['Essay', 'Members'],
  at: { minutesBefore: 1350 },
  body: [
    'For eleven years I have kept a tide table by the bed of an apartment 200 miles from the sea. Guests assume that I sail. I do not even swim well. I read it the way other people read timetables of railways they will never take: for the company of something that is going to be on time.',
    'A tide table is a small book of promises. High water at 4:52, at a quay you have never seen, under a moon nobody will look at. The people who compute it, Harriet Okonjo-Lund told me at the national tide office, work 18 months ahead and do not get fan mail.',
    'She showed me the machine that used to do it, a brass contraption with 37 wheels, one for each pull of sun and moon. It still works. On her last day, she said, she means to turn the crank once around and see whether it agrees with her.',
    'I suspect it will, give or take an inch.',
  ],
  names: { 'person/harriet-okonjo-lund': ['Harriet Okonjo-Lund'] },
}
