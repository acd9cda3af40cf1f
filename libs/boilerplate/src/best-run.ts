const MOST_ODDS = 4
/** Characters beyond which a block or line weighs no more */
const MOST_CHARS = 600
/** Blocks or lines that are summed up before and behind one */
const REACH = 8
/** Characters of prose that make a neighbour a long one */
const LONG_CHARS = 80
/** Stands for the odds of a neighbour that isn't there */
const NONE = -9

/** What a block or line weighs among others: the root of its length. */
export const weightOf = (chars: number): number => Math.sqrt(Math.min(MOST_CHARS, chars))
export const clippedOdds = (odds: number): number => Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds))

/** The stretch of a page whose log odds, weighed by length, sum to most; `total[i]`: sum of all before i. */
export type BestRun = { from: number; to: number; total: Float64Array }

export function bestRun(odds: Float64Array, chars: ArrayLike<number>): BestRun {
  const total = new Float64Array(odds.length + 1)
  let best = -Infinity
  let from = 0
  let to = -1
  let start = 0
  let sum = 0
  for (let i = 0; i < odds.length; i++) {
    const value = clippedOdds(odds[i] ?? 0) * weightOf(chars[i] ?? 0)
    total[i + 1] = (total[i] ?? 0) + value
    sum += value
    if (sum > best) {
      best = sum
      from = start
      to = i
    }
    if (sum < 0) {
      sum = 0
      start = i + 1
    }
  }
  return { from, to, total }
}

/** Sum of what stands between i and the best run; 0 within it. */
export function gapToRun({ from, to, total }: BestRun, i: number): number {
  if (i < from) return (total[from] ?? 0) - (total[i + 1] ?? 0)
  return i > to ? (total[i] ?? 0) - (total[to + 1] ?? 0) : 0
}

export const sumBehind = ({ total }: BestRun, i: number): number =>
  (total[Math.min(total.length - 1, i + 1 + REACH)] ?? 0) - (total[i + 1] ?? 0)

export const sumBefore = ({ total }: BestRun, i: number): number =>
  (total[i] ?? 0) - (total[Math.max(0, i - REACH)] ?? 0)

/** Log odds of the next long piece of prose in one direction, `step` 1 or -1. */
export function longNeighbour(odds: Float64Array, prose: ArrayLike<number>, i: number, step: number): number {
  for (let at = i + step, k = 0; at >= 0 && at < odds.length && k < REACH; at += step, k++)
    if ((prose[at] ?? 0) >= LONG_CHARS) return odds[at] ?? 0
  return NONE
}
