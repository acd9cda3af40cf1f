import { type DefaultTreeAdapterMap, parse, parseFragment, serialize } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const HTML = 'http://www.w3.org/1999/xhtml'
/** Elements that show text or a picture and do nothing else. */
const HARMLESS = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote body br caption cite code col colgroup dd del dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li main mark nav ol p pre q rp rt ruby s ' +
    'samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)
const HARMLESS_ATTRIBUTES = new Set(
  'alt cite class colspan datetime dir height href lang rowspan src srcset start title value width'.split(
    ' ',
  ),
)
const addressesOf = (name: string, value: string): string[] =>
  name === 'href' || name === 'src' || name === 'cite'
    ? [value]
    : name === 'srcset'
      ? value.split(/,\s+/).map((candidate) => candidate.trim().split(/\s/)[0] ?? '')
      : []

/**
 * What a browser's parser (parse5 builds the tree of the HTML standard) finds in HTML besides text, plain elements and
 * addresses of the web: in every place it may be put, with scripting on and off, and again in what the tree is written as.
 */
export function dangersIn(html: string): string[] {
  const found = new Set<string>()
  for (const scriptingEnabled of [true, false]) {
    const contexts = ['', '<table><td>', '<p>', '<ul><li>', '<pre>']
    for (const before of contexts) {
      let written = before + html
      // What changes its meaning when it is written and read again shows itself by the third round
      for (let round = 0; round < 3; round++) {
        const tree = parseFragment(written, { scriptingEnabled })
        collect(tree, found)
        written = serialize(tree)
      }
    }
    collect(parse(`<!doctype html><title>t</title><body>${html}`, { scriptingEnabled }), found, true)
  }
  return [...found]
}

function collect(root: Node, found: Set<string>, isDocument = false): void {
  const open: Node[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#comment') found.add('a comment')
    if ('value' in node && CONTROLS.test(node.value)) found.add('a control character')
    if ('tagName' in node && !(isDocument && node.tagName === 'title')) judge(node, found)
    if ('childNodes' in node) open.push(...node.childNodes)
  }
}

const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/u

function judge({ tagName, namespaceURI, attrs }: Element, found: Set<string>): void {
  if (namespaceURI !== HTML) found.add(`<${tagName}> of ${namespaceURI}`)
  if (!HARMLESS.has(tagName)) found.add(`<${tagName}>`)
  for (const { name, value } of attrs) {
    if (!HARMLESS_ATTRIBUTES.has(name)) found.add(`${name}="${value.slice(0, 60)}" on <${tagName}>`)
    for (const address of addressesOf(name, value)) {
      const isSafe =
        /^https?:\/\/[^/@]+(?:\/|$)/.test(address) || (name === 'href' && /^mailto:/.test(address))
      if (!isSafe || CONTROLS.test(address)) found.add(`${name}="${address.slice(0, 60)}" on <${tagName}>`)
    }
  }
}
