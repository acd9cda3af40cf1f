import { expect, test } from '@jest/globals'
import { askAll } from './ask-all.ts'
import { differences } from './differences.ts'
import { PAPERS, WRITERS } from './invented-feeds.ts'
import { PEERS } from './peers.ts'

/** Where two readers agree and ours is right to differ: the exact value, and why. Any other difference fails. */
const EXPLAINED: { writer: string; ours: string; reason: string }[] = [
  {
    writer: 'Atom, HTML',
    ours: 'Ferry"Lark"runsaground,40takenoff',
    reason: 'They leave the references of an HTML title as they stand (RFC 4287, 3.1.1.2)',
  },
  {
    writer: 'Atom, HTML',
    ours: 'Fish&chips:pricesup3<5%',
    reason: 'They leave the references of an HTML title as they stand (RFC 4287, 3.1.1.2)',
  },
]

const cases = Object.entries(WRITERS).flatMap(([writer, write]) =>
  PAPERS.map((paper) => ({ writer, paper: paper.title, text: write(paper) })),
)

test.each(cases)('no two readers agree against ours: $writer, $paper', async ({ writer, text }) => {
  const unexplained = (await askAll(text)).filter(
    ({ ours }) => !EXPLAINED.some((known) => known.writer === writer && known.ours === ours),
  )
  expect(unexplained).toEqual([])
})

test('at least two readers have a say on every feed', async () => {
  for (const { writer, text } of cases) {
    const answers = await Promise.allSettled(Object.values(PEERS).map((read) => read(text)))
    const readers = answers.filter(
      (answer) => answer.status === 'fulfilled' && answer.value.entries.length > 0,
    ).length
    expect({ writer, readers }).toEqual({ writer, readers: expect.any(Number) })
    if (writer !== 'JSON Feed' && writer !== 'Atom with a prefix') expect(readers).toBeGreaterThanOrEqual(2)
  }
})

test('a field that two have and ours lacks or has otherwise is named; one voice alone is not heard', () => {
  const peer = (title: string, link = 'l') => ({ feed: { title }, entries: [{ link }] })
  const peers = new Map([
    ['a', peer('Right')],
    ['b', peer('Right', 'm')],
    ['c', peer('Other')],
  ])
  expect(differences({ feed: { title: 'Wrong' }, entries: [{}] }, peers)).toEqual([
    { field: 'feed.title', ours: 'Wrong', theirs: 'Right', peers: ['a', 'b'] },
    { field: 'entries[0].link', ours: undefined, theirs: 'l', peers: ['a', 'c'] },
  ])
  expect(differences({ feed: {}, entries: [] }, peers)).toEqual([
    { field: 'entries', ours: '0', theirs: '1', peers: ['a', 'b', 'c'] },
  ])
})
