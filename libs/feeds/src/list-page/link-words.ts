import type { PageLink, Piece } from './page-links.ts'

const LONGEST_TITLE = 240
const SUMMARY = { least: 50, most: 1000 }
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g

/** Words of a line; signs of scripts without spaces count half a word each. */
export function wordCount(text: string): number {
  const signs = text.match(UNSPACED)?.length ?? 0
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length + Math.floor(signs / 2)
}

/** How much a link's text is a headline: -3 (a number, a time) to 3. */
export function headlineScore(text: string | undefined): number {
  if (text === undefined) return 0
  const count = wordCount(text)
  if (count === 0) return -3
  if (count === 1 || text.length < 10) return -2
  if (count === 2) return -1
  if (count === 3) return text.length >= 15 ? 1 : -1
  if (text.length < 18) return 1
  return count >= 6 ? 3 : 2
}

/** `isLabel`: the title is not the link's text but its `title` or its picture's */
export type LinkWords = { title?: string; summary?: string; isHeading: boolean; isLabel?: boolean }

/** Title and summary from all links to one address: headings first, then the first headline-like text, then the longest. */
export function linkWords(links: readonly PageLink[]): LinkWords {
  const pieces: Piece[] = links
    .flatMap((link) => link.pieces)
    .map(({ text, isHeading }) => ({ text: oneLine(text), isHeading }))
    .filter(({ text }) => text !== '')
  const longest = (some: readonly Piece[]): Piece | undefined =>
    some.reduce<Piece | undefined>(
      (best, one) => (!best || one.text.length > best.text.length ? one : best),
      undefined,
    )
  const short = pieces.filter(({ text }) => text.length <= LONGEST_TITLE)
  const heading = longest(short.filter(({ isHeading }) => isHeading))
  const chosen =
    (heading && headlineScore(heading.text) > -2 ? heading : undefined) ??
    bestHeadline(short) ??
    longest(short) ??
    pieces[0]
  const label = links.map((link) => oneLine(link.label)).find((text) => headlineScore(text) > 0)
  if (!chosen) return { ...(label ? { title: label, isLabel: true } : {}), isHeading: false }
  const summary = pieces.find(
    ({ text }) => text !== chosen.text && text.length >= SUMMARY.least && text.length > chosen.text.length,
  )
  const title = untruncated(chosen.text, label) ?? chosen.text
  return {
    title: title.slice(0, LONGEST_TITLE * 2),
    ...(summary ? { summary: summary.text.slice(0, SUMMARY.most) } : {}),
    isHeading: chosen.isHeading,
    ...(title !== chosen.text && headlineScore(chosen.text) <= 0 ? { isLabel: true } : {}),
  }
}

/** The first line that reads like a headline; a longer one wins when the first is short and no summary. */
function bestHeadline(pieces: readonly Piece[]): Piece | undefined {
  let best: Piece | undefined
  for (const piece of pieces) {
    const score = headlineScore(piece.text)
    if (score > 0 && (!best || score > headlineScore(best.text))) best = piece
  }
  return best
}

/** The whole title out of the link's `title`, where the text is cut off or is but an invitation to read. */
function untruncated(text: string, label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const cut = /(?:…|\.{3})$/.exec(text)
  if (cut && label.startsWith(text.slice(0, cut.index).trim())) return label
  return headlineScore(text) <= 0 && headlineScore(label) > headlineScore(text) ? label : undefined
}
