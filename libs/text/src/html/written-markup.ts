import { escapeHtml } from './escape-html.ts'
import { safeUrl } from './safe-url.ts'

const INLINE: ReadonlySet<string> = new Set(
  'a abbr cite code del em ins mark q s small strong sub sup u'.split(' '),
)
/** Blocks by what may hold them; the empty name is the outside */
const WITHIN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    blockquote: [''],
    dd: ['dl'],
    dl: [''],
    dt: ['dl'],
    h2: [''],
    h3: [''],
    h4: [''],
    h5: [''],
    h6: [''],
    li: ['ol', 'ul'],
    ol: [''],
    p: ['', 'blockquote'],
    pre: [''],
    table: [''],
    td: ['tr'],
    th: ['tr'],
    tr: ['table'],
    ul: [''],
  }).map(([name, holders]) => [name, new Set(holders)]),
)
const MAX_CHARS = 1_000_000
const MAX_DEPTH = 50

const ESCAPED = /[&>"`]/
/** Text all of whose signs are escaped as we escape them */
const ESCAPED_TEXT = /^[^&>"`]*(?:&(?:amp|lt|gt|quot|#96);[^&>"`]*)*$/
const REFERENCE = /&(?:amp|lt|gt|quot|#96);/g
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#96;': '`',
}
const decoded = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, (reference) => SIGNS[reference] ?? reference) : text
const isEscaped = (text: string): boolean => !ESCAPED.test(text) || ESCAPED_TEXT.test(text)

const LINK = 'a href="'

/**
 * Whether markup without controls is to the last sign as `safeHtml()` would write it: paragraphs, headings, lists, tables
 * and inline elements, each closed where it belongs, text escaped, no attribute but a safe absolute `href`. Such markup
 * need not be read and written anew. Linear; stops at the first sign of anything else.
 */
export function isWritten(html: string, base?: string): boolean {
  if (html.length > MAX_CHARS) return false
  const open: string[] = []
  let links = 0
  for (let at = 0; ;) {
    const lt = html.indexOf('<', at)
    if (!isEscaped(lt < 0 ? html.slice(at) : html.slice(at, lt))) return false
    if (lt < 0) return open.length === 0
    const end = html.indexOf('>', lt)
    if (end < 0) return false
    at = end + 1
    const top = open.length === 0 ? '' : (open[open.length - 1] ?? '')
    if (html.charCodeAt(lt + 1) === 0x2f) {
      if (top === '' || html.slice(lt + 2, end) !== top) return false
      open.pop()
      if (top === 'a') links--
      continue
    }
    let name = html.slice(lt + 1, end)
    if (name === 'br') continue
    if (name.startsWith(LINK)) {
      if (links > 0 || !name.endsWith('"') || name.length <= LINK.length) return false
      const value = name.slice(LINK.length, -1)
      const address = decoded(value)
      if (escapeHtml(address) !== value || safeUrl(address, base) !== address) return false
      name = 'a'
      links++
    } else if (name === 'a' || !(INLINE.has(name) || WITHIN.get(name)?.has(top))) return false
    if (open.length >= MAX_DEPTH) return false
    open.push(name)
  }
}
