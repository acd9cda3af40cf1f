import { type MarkupSink, scanMarkup } from './scan-markup.ts'
import { WantedNames } from './wanted-names.ts'

/** Attributes worth keeping; all others are never stored. */
const WANTED = new WantedNames(
  'value class id itemprop itemtype rel href src srcset data-src data-lazy-src alt title role style hidden lang dir datetime content property name type aria-hidden aria-label data-testid data-component cite start colspan rowspan'.split(
    ' ',
  ),
)
/** Attributes that tell what an element is, beside class and id. */
const TELLING = new Set('hidden itemprop itemtype role style'.split(' '))
/** Elements whose content is never text of the page. */
const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed select textarea button canvas audio video map datalist progress meter applet'.split(
    ' ',
  ),
)

export const pageLimits = {
  chars: 6_000_000,
  nodes: 150_000,
  depth: 300,
  beyondDepth: 1_000,
  attributes: 40,
  attributeChars: 2_000,
  jsonLdChars: 500_000,
}

export type Attributes = Record<string, string>
/** Shared by all elements without attributes */
export const NONE: Attributes = Object.freeze({})

/** A page as flat arrays in document order; node 0 is the root. Text nodes have the empty name. */
export type PageTree = {
  name: string[]
  parent: number[]
  /** First index after the last descendant */
  end: number[]
  attributes: (Attributes | undefined)[]
  text: string[]
  /** Places of links, of pictures, and of `<time>` and whatever has an `itemprop` */
  anchors: number[]
  images: number[]
  dated: number[]
  /** Places of elements with an attribute that tells what they are beside class and id: `TELLING` */
  telling: number[]
  /** `<title>` of the head */
  title: string
  metas: Attributes[]
  links: Attributes[]
  jsonLd: string[]
  /** What was cut, in words; empty for ordinary pages */
  cut: string[]
}

/** Reads a page in one pass. Size, depth, nodes and attributes are capped; what lies beyond is left out and named in `cut`. */
export function parsePage(html: string): PageTree {
  const tree: PageTree = {
    name: ['#root'],
    parent: [-1],
    end: [0],
    attributes: [undefined],
    text: [''],
    anchors: [],
    images: [],
    dated: [],
    telling: [],
    title: '',
    metas: [],
    links: [],
    jsonLd: [],
    cut: [],
  }
  const cut = new Set<string>()
  const stack = [0]
  let skip = 0
  let beyond = 0
  let attributes: Attributes | undefined
  let room = 0
  let current = 0
  let inTitle = false
  let isMeta = false
  let jsonLd: string | undefined
  let scriptType = ''

  const add = (name: string, text: string): number => {
    tree.name.push(name)
    tree.parent.push(stack[stack.length - 1] ?? 0)
    tree.end.push(tree.name.length)
    tree.attributes.push(undefined)
    tree.text.push(text)
    return tree.name.length - 1
  }

  const sink: MarkupSink = {
    open(name) {
      attributes = undefined
      isMeta = name === 'meta'
      if (skip > 0) {
        if (SKIPPED.has(name)) skip++
        return false
      }
      room = pageLimits.attributes
      if (name === 'script') {
        scriptType = ''
        jsonLd = ''
        skip = 1
        attributes = {}
        return true
      }
      if (SKIPPED.has(name)) {
        skip = 1
        return false
      }
      if (name === 'title' && tree.title === '') inTitle = true
      if (name === 'meta' || name === 'link') {
        attributes = {}
        ;(isMeta ? tree.metas : tree.links).push(attributes)
        return true
      }
      if (stack.length > pageLimits.depth || tree.name.length > pageLimits.nodes) {
        cut.add(stack.length > pageLimits.depth ? 'depth' : 'nodes')
        beyond++
        return false
      }
      current = add(name, '')
      stack.push(current)
      tree.attributes[current] = NONE
      if (name === 'a') tree.anchors.push(current)
      else if (name === 'img') tree.images.push(current)
      else if (name === 'time') tree.dated.push(current)
      attributes = NONE
      return true
    },
    attribute(given, value) {
      // Some systems write `<meta value>` for `content`
      const name = given === 'value' && isMeta ? 'content' : given
      if (!attributes || name === 'value' || room-- <= 0) return
      if (skip > 0) {
        if (name === 'type') scriptType = value
        return
      }
      if (attributes === NONE) {
        attributes = {}
        tree.attributes[current] = attributes
      }
      if (TELLING.has(name)) {
        if (tree.telling[tree.telling.length - 1] !== current) tree.telling.push(current)
        if (name === 'itemprop' && tree.dated[tree.dated.length - 1] !== current) tree.dated.push(current)
      }
      attributes[name] =
        value.length > pageLimits.attributeChars ? value.slice(0, pageLimits.attributeChars) : value
    },
    text(data) {
      if (skip > 0) {
        if (jsonLd !== undefined && /ld\+json/i.test(scriptType) && jsonLd.length < pageLimits.jsonLdChars)
          jsonLd += data
        return
      }
      if (inTitle) tree.title += data
      else if (tree.name.length <= pageLimits.nodes) {
        const last = tree.name.length - 1
        if (tree.name[last] === '' && tree.parent[last] === stack[stack.length - 1]) tree.text[last] += data
        else add('', data)
      }
    },
    close(name) {
      if (skip > 0) {
        if (!SKIPPED.has(name)) return
        skip--
        if (name === 'script' && skip === 0) {
          if (jsonLd) tree.jsonLd.push(jsonLd)
          jsonLd = undefined
        }
        return
      }
      if (name === 'title') inTitle = false
      if (name === 'meta' || name === 'link') return
      if (beyond > 0) {
        beyond--
        return
      }
      const top = stack[stack.length - 1] ?? 0
      if (stack.length > 1 && tree.name[top] === name) {
        tree.end[top] = tree.name.length
        stack.pop()
      }
    },
    // An end tag is looked for in the whole height of what is open: a page this deep is read no further
    isOver: () => beyond > pageLimits.beyondDepth,
  }
  if (html.length > pageLimits.chars) cut.add('chars')
  scanMarkup(html.length > pageLimits.chars ? html.slice(0, pageLimits.chars) : html, WANTED, sink)
  for (const open of stack) tree.end[open] = tree.name.length
  tree.cut = [...cut]
  return tree
}
