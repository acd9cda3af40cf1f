import { plainLine } from './sample-report.ts'

/** Text as HTML or XML character data. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export type BlockShapes = {
  p: (html: string) => string
  h?: (html: string) => string
  quote?: (html: string) => string
}

/** The body's lines, each in the shape its layout gives to paragraphs, subheadings and quotations. */
export const bodyBlocks = (body: string[], shapes: BlockShapes): string[] =>
  body.map((line) => {
    const html = escape(plainLine(line))
    if (line.startsWith('## ')) return (shapes.h ?? ((text) => `<h2>${text}</h2>`))(html)
    if (line.startsWith('> '))
      return (shapes.quote ?? ((text) => `<blockquote><p>${text}</p></blockquote>`))(html)
    return shapes.p(html)
  })

/** Blocks with furniture after the n-th of them; what would fall behind the last block is left out. */
export function withFurniture(blocks: string[], furniture: Record<number, string>): string {
  return blocks
    .map((block, i) => (i < blocks.length - 1 && furniture[i + 1] ? `${block}\n${furniture[i + 1]}` : block))
    .join('\n')
}

/** FNV-1a of a text, brought into a range: the same number on every run. */
export function numberOf(text: string, from: number, below: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return from + (hash % (below - from))
}
