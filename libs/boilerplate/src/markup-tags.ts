/** What the scanner knows of a tag name. */
export type Tag = {
  name: string
  isVoid: boolean
  /** Names of open elements that its start tag closes */
  closes: ReadonlySet<string> | undefined
  /** Read without tags inside; `decoded` with entities */
  raw: 'no' | 'raw' | 'decoded'
  /** Drawings and formulas, and the places in them where HTML goes on */
  foreign: 'no' | 'foreign' | 'html'
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const P = set('p')
const HEADING = set('h1 h2 h3 h4 h5 h6 p')
const FIELD = set('input option optgroup select button datalist textarea')
const VOID = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
)
const RAW = set('iframe noembed noframes plaintext script style xmp')
const DECODED = set('textarea title')
const HTML_INSIDE = set('mi mo mn ms mtext annotation-xml foreignobject desc title')

/** End tags that HTML lets authors leave out, as the start tags that stand for them (HTML, 13.1.2.4). */
const CLOSES = new Map<string, ReadonlySet<string>>([
  ['tr', set('tr th td')],
  ['th', set('th')],
  ['td', set('thead th td')],
  ['body', set('head link script')],
  ['a', set('a')],
  ['li', set('li')],
  ['option', set('option')],
  ['optgroup', set('optgroup option')],
  ['dd', set('dd dt')],
  ['dt', set('dd dt')],
  ['rt', set('rt rp')],
  ['rp', set('rt rp')],
  ['tbody', set('thead tbody')],
  ['tfoot', set('thead tbody')],
])
for (const name of set('h1 h2 h3 h4 h5 h6')) CLOSES.set(name, HEADING)
for (const name of set('select input output button datalist textarea')) CLOSES.set(name, FIELD)
for (const name of set(
  'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
))
  CLOSES.set(name, P)

/** Common names by length and first letter: found without cutting the name out */
const common: Tag[][] = []
const shapeAt = (html: string, start: number, end: number): number =>
  (end - start) * 0x20 + (html.charCodeAt(start) & 0x1f)

/** The tag whose name stands in a page. */
export function tagAt(html: string, start: number, end: number): Tag {
  const list = end - start < 12 ? common[shapeAt(html, start, end)] : undefined
  if (list) for (const tag of list) if (html.startsWith(tag.name, start)) return tag
  return tagOf(html.slice(start, end))
}

const MOST_NAMES = 5000
const known = new Map<string, Tag>()

/** Reads a tag name as written; the same name in other letters is the same tag. */
export function tagOf(written: string): Tag {
  const seen = known.get(written)
  if (seen) return seen
  const lower = written.toLowerCase()
  const name = lower === 'image' ? 'img' : lower
  const tag: Tag = known.get(name) ?? {
    name,
    isVoid: VOID.has(name),
    closes: CLOSES.get(name),
    raw: RAW.has(name) ? 'raw' : DECODED.has(name) ? 'decoded' : 'no',
    foreign: name === 'svg' || name === 'math' ? 'foreign' : HTML_INSIDE.has(name) ? 'html' : 'no',
  }
  // Foreign input may name what it likes; emptied when full
  if (known.size >= MOST_NAMES) known.clear()
  known.set(written, tag)
  return tag
}

for (const name of 'a abbr article aside b blockquote body br button div em figure footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav noscript ol option p path picture script section small source span strong style svg table tbody td th time title tr ul'.split(
  ' ',
)) {
  const shape = shapeAt(name, 0, name.length)
  ;(common[shape] ??= []).push(tagOf(name))
}
