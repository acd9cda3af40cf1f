import { escapeHtml, safeUrl } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'

const INLINE: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  s: 's',
  del: 'del',
  ins: 'ins',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  mark: 'mark',
  q: 'q',
  cite: 'cite',
  small: 'small',
  abbr: 'abbr',
}
/** White space but a single blank */
const ODD_SPACE = /\s{2,}|[^\S ]/g
type Shape = { tag: string; wrap?: string; wrapNode?: number; row?: number }

function shapeOf(facts: PageFacts, block: number): Shape {
  const { tree, blocks } = facts
  let node = blocks[block]?.node ?? 0
  let tag = 'p'
  for (let up = 0; up < 6 && node > 0; up++, node = tree.parent[node] ?? 0) {
    const name = tree.name[node] ?? ''
    if (/^h[1-6]$/.test(name)) return { tag: name === 'h1' ? 'h2' : name }
    if (name === 'pre') return { tag: 'pre' }
    if (name === 'li')
      return {
        tag: 'li',
        wrap: tree.name[tree.parent[node] ?? 0] === 'ol' ? 'ol' : 'ul',
        wrapNode: tree.parent[node],
      }
    if (name === 'blockquote') return { tag, wrap: 'blockquote', wrapNode: node }
    if (name === 'td' || name === 'th') {
      // A cell of several blocks lays out the page; it holds no figure
      if (sharesCell(facts, block, node)) return { tag }
      const row = tree.parent[node] ?? 0
      let table = row
      while (table > 0 && tree.name[table] !== 'table') table = tree.parent[table] ?? 0
      return { tag: name, wrap: 'table', wrapNode: table, row }
    }
    if (name === 'dt' || name === 'dd') return { tag: name, wrap: 'dl', wrapNode: tree.parent[node] }
    if (name === 'figcaption') tag = 'p'
    if (name === 'article' || name === 'main' || name === 'section') break
  }
  return { tag }
}

function sharesCell({ tree, blocks }: PageFacts, block: number, cell: number): boolean {
  const end = tree.end[cell] ?? 0
  const isInside = (first: number | undefined): boolean => first !== undefined && first > cell && first < end
  return isInside(blocks[block - 1]?.first) || isInside(blocks[block + 1]?.first)
}

/** Inline markup of one block: own tags only, links made absolute, everything else as text. */
function inlineOf(facts: PageFacts, block: number, base: string): string {
  const { tree, blocks } = facts
  const b = blocks[block]
  if (!b) return ''
  let out = ''
  // Inline elements open above the first text node belong to the block as well
  const open: { tag: string; end: number }[] = []
  const above: number[] = []
  for (let node = tree.parent[b.first] ?? 0; node > b.node; node = tree.parent[node] ?? 0) above.push(node)
  const enter = (node: number): void => {
    const name = tree.name[node] ?? ''
    if (name === 'a') {
      const href = safeUrl(tree.attributes[node]?.href, base)
      if (href && !open.some((o) => o.tag === 'a')) {
        out += `<a href="${escapeHtml(href)}">`
        open.push({ tag: 'a', end: tree.end[node] ?? 0 })
      }
    } else if (INLINE[name]) {
      out += `<${INLINE[name]}>`
      open.push({ tag: INLINE[name] ?? '', end: tree.end[node] ?? 0 })
    }
  }
  for (const node of above.reverse()) enter(node)
  const pre = tree.name[b.node] === 'pre'
  for (let i = b.first; i <= b.last; i++) {
    while (open.length > 0 && i >= (open[open.length - 1]?.end ?? 0)) out += `</${open.pop()?.tag ?? ''}>`
    const name = tree.name[i] ?? ''
    if (name === '')
      out += escapeHtml(pre ? (tree.text[i] ?? '') : (tree.text[i] ?? '').replace(ODD_SPACE, ' '))
    else if (name === 'br') out += '<br>'
    else enter(i)
  }
  while (open.length > 0) out += `</${open.pop()?.tag ?? ''}>`
  return out.trim()
}

export type RenderedBody = { text: string; html: string }

/**
 * Plain text and safe HTML of the kept blocks. The HTML is written anew from an allow-list of tags, with href as the only
 * attribute, so nothing of the page's own markup passes through.
 */
export function renderBody(facts: PageFacts, kept: Uint8Array, base: string): RenderedBody {
  const texts: string[] = []
  let html = ''
  let wrap: Shape | undefined
  let row = -1
  const close = (): void => {
    if (!wrap?.wrap) return
    if (row >= 0) html += '</tr>'
    html += `</${wrap.wrap}>\n`
    wrap = undefined
    row = -1
  }
  let last: { shape: Shape; node: number } | undefined
  for (let b = 0; b < facts.blocks.length; b++) {
    const block = facts.blocks[b]
    if (!block || !kept[b]) continue
    const shape = shapeOf(facts, b)
    if (wrap && (wrap.wrap !== shape.wrap || wrap.wrapNode !== shape.wrapNode)) close()
    if (!wrap && shape.wrap) {
      html += `<${shape.wrap}>`
      wrap = shape
    }
    if (shape.row !== undefined && shape.row !== row) {
      if (row >= 0) html += '</tr>'
      html += '<tr>'
      row = shape.row
    }
    const inner = inlineOf(facts, b, base)
    html +=
      shape.tag === 'pre'
        ? `<pre>${inner}</pre>\n`
        : `<${shape.tag}>${inner}</${shape.tag}>${shape.wrap ? '' : '\n'}`
    // Cells of one row share a line
    if (last && shape.row !== undefined && last.shape.row === shape.row && texts.length > 0)
      texts[texts.length - 1] += `\t${block.text}`
    else if (last && shape.tag === 'li' && last.shape.wrapNode === shape.wrapNode && texts.length > 0)
      texts[texts.length - 1] += `\n${block.text}`
    else texts.push(block.text)
    last = { shape, node: block.node }
  }
  close()
  return { text: texts.join('\n\n'), html: html.trim() }
}
