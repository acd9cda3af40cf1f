import type { ApiMention } from '@newsbraid/model'
import type { Style, StyleRun } from './text-lines.ts'

/** A stretch of text in one style. */
export type StyledText = { text: string; style: Style }
/** A stretch that names an entity, or the text between two such. */
export type Piece = { mention?: ApiMention; parts: StyledText[] }

/**
 * Cuts `whole.slice(start, end)` at its mentions and inline styles; joined, the parts give that text again. Mentions that
 * are empty, reach beyond the stretch or overlap an earlier one are left out; of two that begin together the longer stays.
 * Offsets of mentions count in `whole`, those of runs from `start`.
 */
export function markMentions(
  whole: string,
  start: number,
  end: number,
  mentions: readonly ApiMention[],
  runs: readonly StyleRun[] = [],
): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const mention of inOrder(mentions, start, end)) {
    if (mention.start < at) continue
    if (mention.start > at) pieces.push({ parts: styled(whole, at, mention.start, start, runs) })
    pieces.push({ mention, parts: styled(whole, mention.start, mention.end, start, runs) })
    at = mention.end
  }
  if (at < end) pieces.push({ parts: styled(whole, at, end, start, runs) })
  return pieces
}

function inOrder(mentions: readonly ApiMention[], start: number, end: number): ApiMention[] {
  return mentions
    .filter((mention) => mention.start >= start && mention.end <= end && mention.start < mention.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function styled(
  whole: string,
  from: number,
  to: number,
  base: number,
  runs: readonly StyleRun[],
): StyledText[] {
  const cuts = new Set([from, to])
  for (const run of runs)
    for (const cut of [run.start + base, run.end + base]) if (cut > from && cut < to) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, i) => {
    const from = places[i] ?? to
    return { text: whole.slice(from, to), style: styleAt(from - base, runs) }
  })
}

function styleAt(offset: number, runs: readonly StyleRun[]): Style {
  const style: Style = {}
  for (const run of runs) {
    if (run.start > offset || run.end <= offset) continue
    if (run.strong) style.strong = true
    if (run.emphasis) style.emphasis = true
    if (run.href) style.href = run.href
  }
  return style
}
