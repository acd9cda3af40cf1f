import type { TextLine } from './text-lines.ts'

const LONGEST = 120

/**
 * The cells of a line that was a table's row: `start` and `end` of each in the text. Undefined when it has one cell, or one
 * longer than 120 units: pages laid out by tables hold paragraphs in them.
 */
export function tableCells(
  text: string,
  { start, end }: TextLine,
): { start: number; end: number }[] | undefined {
  const cells: { start: number; end: number }[] = []
  for (let at = start; at <= end;) {
    const tab = text.indexOf('\t', at)
    const stop = tab < 0 || tab > end ? end : tab
    if (stop - at > LONGEST) return undefined
    cells.push({ start: at, end: stop })
    at = stop + 1
  }
  return cells.length > 1 ? cells : undefined
}
