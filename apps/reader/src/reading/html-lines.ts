import { safeHref } from '../format/address.ts'
import type { HtmlLine, LineKind, Style, StyleRun } from './text-lines.ts'

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
)
const CELLS = new Set(['TD', 'TH'])
const SKIPPED = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT SVG MATH'.split(' '))

/**
 * Reads HTML into lines of text with a kind and inline styles. Only that leaves this function: no element, attribute or
 * address other than http(s) links. The document it is parsed into is inert, so nothing runs and nothing is loaded.
 */
export function htmlLines(html: string): HtmlLine[] {
  const lines: HtmlLine[] = []
  let text = ''
  let runs: StyleRun[] = []
  let kind: LineKind = 'paragraph'
  const endLine = (): void => {
    if (text.trim() !== '') lines.push({ kind, text, runs })
    text = ''
    runs = []
  }
  const body = new DOMParser().parseFromString(html, 'text/html').body
  for (let node: Node | null = body; node;) {
    if (node instanceof Text) {
      if (text === '') kind = kindOf(node.parentElement, body)
      const style = styleOf(node.parentElement, body)
      if (style) runs.push({ ...style, start: text.length, end: text.length + node.data.length })
      text += node.data
    } else if (node instanceof Element && (node.tagName === 'BR' || BLOCKS.has(node.tagName))) endLine()
    else if (node instanceof Element && CELLS.has(node.tagName) && text.trim() !== '') text += '\t'
    const inside: Node | null =
      node instanceof Element && SKIPPED.has(node.tagName.toUpperCase()) ? null : node.firstChild
    if (inside) {
      node = inside
      continue
    }
    let at: Node = node
    while (at !== body && !at.nextSibling && at.parentNode) {
      at = at.parentNode
      if (at instanceof Element && BLOCKS.has(at.tagName)) endLine()
    }
    node = at === body ? null : at.nextSibling
  }
  endLine()
  return lines
}

function kindOf(parent: Element | null, body: Element): LineKind {
  for (let at = parent; at && at !== body; at = at.parentElement) {
    if (/^H[1-6]$/.test(at.tagName)) return 'heading'
    if (at.tagName === 'LI') return at.parentElement?.tagName === 'OL' ? 'numbered' : 'item'
    if (at.tagName === 'BLOCKQUOTE') return 'quote'
    if (at.tagName === 'PRE') return 'code'
    if (at.tagName === 'TR') return 'row'
  }
  return 'paragraph'
}

function styleOf(parent: Element | null, body: Element): Style | undefined {
  const style: Style = {}
  for (let at = parent; at && at !== body && !BLOCKS.has(at.tagName); at = at.parentElement) {
    if (at.tagName === 'B' || at.tagName === 'STRONG') style.strong = true
    if (at.tagName === 'I' || at.tagName === 'EM') style.emphasis = true
    const href = at.tagName === 'A' ? safeHref(at.getAttribute('href') ?? undefined) : undefined
    if (href) style.href = href
  }
  return Object.keys(style).length > 0 ? style : undefined
}
