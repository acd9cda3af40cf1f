import { bestRun, gapToRun, longNeighbour, sumBefore, sumBehind } from './best-run.ts'
import { type LineFacts, lineNames } from './line-features.ts'

/** Features of the first look that the second sees again */
const CARRIED = [
  'repeats',
  'words',
  'wordChars',
  'sharedWords',
  'upperShare',
  'titleCase',
  'digitShare',
  'hasYear',
  'hasClock',
  'hasBar',
  'hasDots',
  'crumbs',
  'foreign',
  'marks',
  'shortRun',
  'tailSince',
  'place',
  'quoted',
  'furnitureWords',
  'furnitureAround',
  'shortTotal',
  'sentencesAround',
  'startRepeats',
] as const

export const lineSequenceNames: string[] = [
  'own',
  'prev1',
  'prev2',
  'prev3',
  'next1',
  'next2',
  'next3',
  'toRunStart',
  'toRunEnd',
  'inRun',
  'gap',
  'after',
  'before',
  'logChars',
  'sentence',
  'readSure',
  'nextLong',
  'prevLong',
  'fromTitle',
  'runShared',
  'runSharedMost',
  ...CARRIED.map((name) => `own ${name}`),
]
const COUNT = lineNames.length
const SEQUENCE = lineSequenceNames.length
const cap = (x: number, most: number): number => Math.max(-most, Math.min(most, x))
const CARRIED_AT = CARRIED.map((name) => lineNames.indexOf(name))

/** Second look at every line: the first look's log odds around it. */
export function lineSequence(facts: LineFacts, odds: Float64Array, title: number): Float32Array {
  const { texts, readings, prose, sentence, bares, rows: first } = facts
  const n = texts.length
  const rows = new Float32Array(n * SEQUENCE)
  const run = bestRun(
    odds,
    texts.map((t) => t.length),
  )
  const { from, to } = run
  const shared = sharedWithRun(bares, from, to)
  const sharedMost = Math.max(0.01, ...shared.slice(0, Math.max(0, from + 1)))
  for (let i = 0; i < n; i++) {
    const o = (at: number): number => (at < 0 || at >= n ? -6 : (odds[at] ?? 0))
    rows.set(
      [
        o(i),
        o(i - 1),
        o(i - 2),
        o(i - 3),
        o(i + 1),
        o(i + 2),
        o(i + 3),
        cap(i - from, 40),
        cap(to - i, 40),
        i >= from && i <= to ? 1 : 0,
        gapToRun(run, i),
        sumBehind(run, i),
        sumBefore(run, i),
        Math.log2((texts[i]?.length ?? 0) + 1),
        sentence[i] ? 1 : 0,
        readings[i]?.sure ? 1 : 0,
        longNeighbour(odds, prose, i, 1),
        longNeighbour(odds, prose, i, -1),
        title < 0 ? -50 : cap(i - title, 40),
        shared[i] ?? 0,
        (shared[i] ?? 0) / sharedMost,
        ...CARRIED_AT.map((at) => first[i * COUNT + at] ?? 0),
      ],
      i * SEQUENCE,
    )
  }
  return rows
}

const MOST_RUN_WORDS = 5000

/** By line: share of its longer words that other lines of the best run hold as well; a headline's words recur in its article. */
function sharedWithRun(bares: readonly string[], from: number, to: number): number[] {
  const longWords = (text: string): string[] =>
    text
      .slice(0, 1000)
      .toLowerCase()
      .split(' ')
      .filter((w) => w.length > 3)
  const lines = new Map<string, number>()
  for (let i = Math.max(0, from); i <= to && lines.size < MOST_RUN_WORDS; i++)
    for (const word of new Set(longWords(bares[i] ?? ''))) lines.set(word, (lines.get(word) ?? 0) + 1)
  return bares.map((text, i) => {
    const words = longWords(text)
    const own = i >= from && i <= to ? 1 : 0
    return words.length === 0 ? -1 : words.filter((w) => (lines.get(w) ?? 0) > own).length / words.length
  })
}
