export type LineKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'numbered' | 'code' | 'row'
export type Style = { strong?: boolean; emphasis?: boolean; href?: string }
/** A stretch of inline style; offsets in UTF-16 units of the line it belongs to. */
export type StyleRun = Style & { start: number; end: number }
/** One line as the page's HTML had it. */
export type HtmlLine = { kind: LineKind; text: string; runs: StyleRun[] }
/** One line of an article's text; `start` and `end` count from the beginning of that text. */
export type TextLine = { kind: LineKind; start: number; end: number; runs: StyleRun[]; opensBlock: boolean }

const LOOK_AHEAD = 12
const BULLET = /^(?:[-*•–▪]|\d{1,3}[.)])[ \t]+/

/**
 * Splits plain text into lines and gives each the kind and inline styles of the same line of the HTML. The text leads:
 * what the HTML has beyond it is left out, and a line the HTML doesn't have is a paragraph. Lines are compared without white space.
 */
export function textLines(text: string, html: readonly HtmlLine[]): TextLine[] {
  const lines: TextLine[] = []
  const keys = html.map((line) => squash(line.text))
  let next = 0
  let emptyBefore = true
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf('\n', at)
    const lineEnd = found < 0 ? text.length : found
    const raw = text.slice(at, lineEnd)
    if (raw.trim() === '') emptyBefore = true
    else {
      const bullet = BULLET.exec(raw)?.[0].length ?? 0
      const match = matchAfter(keys, next, [squash(raw), squash(raw.slice(bullet))])
      const twin = match === undefined ? undefined : html[match]
      if (match !== undefined) next = match + 1
      const isItem = twin?.kind === 'item' || twin?.kind === 'numbered'
      const start = at + (isItem && bullet > 0 && keys[match ?? 0] !== squash(raw) ? bullet : 0)
      lines.push({
        kind: twin?.kind ?? 'paragraph',
        start,
        end: lineEnd,
        runs: twin ? movedRuns(twin, text.slice(start, lineEnd)) : [],
        opensBlock: emptyBefore,
      })
      emptyBefore = false
    }
    at = lineEnd + 1
  }
  return lines
}

function matchAfter(keys: readonly string[], from: number, wanted: readonly string[]): number | undefined {
  for (let i = from; i < Math.min(keys.length, from + LOOK_AHEAD); i++)
    if (wanted.includes(keys[i] ?? '')) return i
  return undefined
}

/** The twin's runs, moved onto the text's own white space. */
function movedRuns(twin: HtmlLine, text: string): StyleRun[] {
  if (twin.runs.length === 0) return []
  const places: number[] = []
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charAt(i))) places.push(i)
  const before = (offset: number): number => squash(twin.text.slice(0, offset)).length
  return twin.runs.flatMap((run) => {
    const first = places[before(run.start)]
    const last = places[before(run.end) - 1]
    return first === undefined || last === undefined || last < first
      ? []
      : [{ ...run, start: first, end: last + 1 }]
  })
}

function squash(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
