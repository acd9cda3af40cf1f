import type { EntityType } from '@newsbraid/model'
import type { Span } from '../spans.ts'
import type { Token } from '../tagging/tokens.ts'

/** A name somebody else found; offsets are UTF-16 units into the text that was read. */
export type GivenSpan = { start: number; end: number; type: EntityType }
/** What a tagger from outside found in the first `until` units; behind them the own tagger reads. */
export type GivenSpans = { spans: readonly GivenSpan[]; until: number }

const MOST_PROCLITICS = 4

/**
 * Given names as runs of tokens, in reading order; of two that overlap the longer stays. One that begins or ends inside a
 * word is dropped, but for what Arabic writes onto the front of a name.
 */
export function tokenSpans(given: readonly GivenSpan[], all: readonly Token[], language: string): Span[] {
  const spans: Span[] = []
  const taken = all.map(() => false)
  const longestFirst = [...given].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const { start, end, type } of longestFirst) {
    const from = tokenAt(all, start)
    const to = tokenAt(all, end - 1) + 1
    const [head, last] = [all[from], all[to - 1]]
    if (!head || !last || start < head.start || end !== last.end) continue
    const inside = start - head.start
    if (inside > (language === 'ar' ? MOST_PROCLITICS : 0)) continue
    if (taken.slice(from, to).includes(true)) continue
    taken.fill(true, from, to)
    spans.push({ from, to, cut: 0, type, titlesFrom: from })
  }
  return spans.sort((a, b) => a.from - b.from)
}

/** The last token that begins at or before a place; -1 when there is none. */
function tokenAt(all: readonly Token[], place: number): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? Infinity) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
