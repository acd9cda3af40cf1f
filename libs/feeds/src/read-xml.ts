import { Scope } from './namespaces.ts'
import { References } from './references.ts'
import { rawAttributes, type XmlDocument, type XmlNode } from './xml-node.ts'

const MAX_DEPTH = 256
const MAX_NODES = 300_000
const MAX_TAG = 200_000
const MAX_ENTITY = 1000

/** Elements that hold text or HTML: what stands inside is content, no structure. */
const CONTENT = new Set(
  'title description summary content subtitle tagline info copyright rights content:encoded xhtml:body body fullitem xhtml:div dc:title dc:description media:title media:description media:text itunes:summary itunes:subtitle'.split(
    ' ',
  ),
)
/** Elements of entries that HTML doesn't know: one of them inside content means that the content was never closed. */
const ENTRY_ONLY = new Set(
  'guid pubdate enclosure content:encoded dc:creator dc:date dc:subject published updated issued modified atom:updated feedburner:origlink media:content'.split(
    ' ',
  ),
)
const ENTRIES = new Set(['item', 'entry'])

/**
 * Reads anything that resembles XML into a tree, in one pass and in linear time: every scan for an end is remembered,
 * depth, tags and elements are capped, no entity reaches outside. What is broken is mended the way it was most
 * likely meant, and named in `repairs`.
 */
export function readXml(source: string): XmlDocument {
  const references = new References()
  const repairs = new Set<string>()
  const next = finder(source)
  const root: XmlNode = {
    name: '',
    tag: '',
    attributes: '',
    scope: new Scope(),
    parent: undefined,
    children: [],
    from: 0,
    to: source.length,
    hasMarkup: false,
    isCut: false,
  }
  const document: XmlDocument = {
    source,
    root,
    references,
    isAtom: false,
    hasBases: source.includes('base='),
    repairs,
  }
  const stack: XmlNode[] = [root]
  /** Depth in the stack of the innermost content element, 0 for none */
  let content = 0
  let nodes = 0
  let hasVocabulary = false

  const closeTo = (depth: number, at: number): void => {
    while (stack.length > depth) {
      const node = stack.pop()
      if (node) node.to = at
    }
    if (content >= depth) content = 0
  }

  const open = (rawName: string, attributes: string, from: number, at: number): void => {
    const isSelfClosed = attributes.endsWith('/')
    let parent = stack[stack.length - 1] ?? root
    if (!hasVocabulary) {
      const local = rawName.slice(rawName.indexOf(':') + 1).toLowerCase()
      if (/^(?:feed|entry|rss|rdf|channel|opml|urlset)$/.test(local)) {
        hasVocabulary = true
        document.isAtom = local === 'feed' || local === 'entry'
      }
    }
    const scope = attributes.includes('xmlns')
      ? new Scope(parent.scope, rawAttributes(attributes))
      : parent.scope
    const name = scope.nameOf(rawName, document.isAtom)
    if (ENTRIES.has(name)) {
      const outer = stack.findIndex((node) => ENTRIES.has(node.name))
      // Atom's `source` may hold an entry of its own
      if (outer > 0 && !stack.some((node, depth) => depth > outer && node.name.endsWith('source'))) {
        repairs.add('Closed entries that were left open')
        closeTo(outer, at)
      }
    } else if (
      content > 0 &&
      (ENTRY_ONLY.has(name) || (name === 'link' && stack[content]?.name === 'title'))
    ) {
      repairs.add(`Closed <${stack[content]?.tag ?? ''}> elements that were left open`)
      closeTo(content, at)
    }
    parent = stack[stack.length - 1] ?? root
    for (let i = content > 0 ? content : stack.length - 1; i > 0 && i < stack.length; i++) {
      const node = stack[i]
      if (node) node.hasMarkup = true
    }
    if (stack.length >= MAX_DEPTH) {
      repairs.add(`Left out elements nested deeper than ${MAX_DEPTH}`)
      return
    }
    const node: XmlNode = {
      name,
      tag: rawName.toLowerCase(),
      attributes,
      scope,
      parent,
      children: [],
      from,
      to: from,
      hasMarkup: false,
      isCut: false,
    }
    if (content === 0) {
      if (++nodes <= MAX_NODES) parent.children.push(node)
      else repairs.add(`Left out what follows the first ${MAX_NODES} elements`)
    }
    if (isSelfClosed) return
    stack.push(node)
    if (content === 0 && CONTENT.has(name) && (name !== 'body' || ENTRIES.has(parent.name)))
      content = stack.length - 1
  }

  const close = (tag: string, at: number): void => {
    for (let depth = stack.length - 1; depth > 0; depth--)
      if (stack[depth]?.tag === tag) {
        if (depth < stack.length - 1 && content === 0) repairs.add('Closed elements that were left open')
        closeTo(depth, at)
        return
      }
  }

  let i = 0
  for (;;) {
    const lt = source.indexOf('<', i)
    if (lt < 0) break
    const code = source.charCodeAt(lt + 1)
    if (code === 33) i = declaration(lt)
    else if (code === 63) {
      const end = next('?>', lt)
      const gt = end < 0 ? next('>', lt) : end + 1
      i = gt < 0 ? lt + 1 : gt + 1
    } else if (code === 47) {
      const gt = next('>', lt)
      const stop = gt < 0 ? source.length : gt
      const lost = next('<', lt + 1)
      // `</channel` without its bracket
      const end = lost >= 0 && lost < stop ? lost : stop
      close(
        source
          .slice(lt + 2, Math.min(end, lt + 200))
          .trim()
          .toLowerCase(),
        lt,
      )
      i = end === stop ? stop + 1 : end
    } else if (isNameStart(code)) {
      const gt = tagEnd(lt)
      if (gt < 0) {
        i = lt + 1
        continue
      }
      let nameEnd = lt + 1
      const nameLimit = Math.min(gt, lt + 200)
      while (nameEnd < nameLimit && !isNameEnd(source.charCodeAt(nameEnd))) nameEnd++
      const attributes = gt - nameEnd > MAX_TAG ? '' : source.slice(nameEnd, gt)
      if (gt - nameEnd > MAX_TAG) repairs.add(`Left out attributes longer than ${MAX_TAG} characters`)
      open(source.slice(lt + 1, nameEnd), attributes, gt + 1, lt)
      i = gt + 1
    } else {
      i = lt + 1
      while (source.charCodeAt(i) === 60 && source.charCodeAt(i + 1) === 60) i++
    }
  }
  for (let depth = 1; depth < stack.length; depth++) {
    const node = stack[depth]
    if (node) node.isCut = true
  }
  if (stack.length > 1) repairs.add('Read a document that ends too early')
  closeTo(1, source.length)
  return document

  /** Where the tag at `lt` ends; a quote that is never closed ends with it. -1 when it never ends. */
  function tagEnd(lt: number): number {
    let at = lt + 1
    for (;;) {
      const gt = next('>', at)
      if (gt < 0) return -1
      const double = next('"', at)
      const single = next("'", at)
      const quote = double < 0 ? single : single < 0 ? double : Math.min(double, single)
      if (quote < 0 || quote > gt) return gt
      // A quote opens a value only after `=`; elsewhere it is dirt
      let before = quote - 1
      while (before > lt && source.charCodeAt(before) <= 32) before--
      if (source.charCodeAt(before) !== 61) {
        at = quote + 1
        continue
      }
      const end = next(source.charAt(quote), quote + 1)
      const lost = next('<', quote + 1)
      if (end < 0 || (lost >= 0 && lost < end && gt < lost)) {
        repairs.add('Closed quotes that were left open')
        return gt
      }
      at = end + 1
    }
  }

  /** Comments, CDATA and DOCTYPE: the place to read on from. */
  function declaration(lt: number): number {
    if (source.startsWith('<!--', lt)) {
      const end = next('-->', lt + 4)
      if (end >= 0) return end + 3
      repairs.add('Read on after a comment that never ends')
      return lt + 4
    }
    if (source.startsWith('<![CDATA[', lt)) {
      const end = next(']]>', lt + 9)
      const entryEnd = next(document.isAtom ? '</entry>' : '</item>', lt + 9)
      // A section that swallows the end of its entry and the start of another was never closed
      const entryStart = entryEnd < 0 ? -1 : next(document.isAtom ? '<entry' : '<item', entryEnd)
      if (end < 0 || (entryEnd >= 0 && entryEnd < end && entryStart >= 0 && entryStart < end)) {
        repairs.add('Read on after a CDATA section that never ends')
        return lt + 9
      }
      return end + 3
    }
    if (/^<!doctype/i.test(source.slice(lt, lt + 9))) return doctype(lt)
    const gt = next('>', lt)
    return gt < 0 ? lt + 2 : gt + 1
  }

  /** Declarations of internal entities are kept when they are short and hold no other entity; nothing is fetched. */
  function doctype(lt: number): number {
    const gt = next('>', lt)
    if (gt < 0) return lt + 9
    const bracket = next('[', lt)
    if (bracket < 0 || bracket > gt) return gt + 1
    const end = next(']', bracket)
    if (end < 0) return gt + 1
    const closing = next('>', end)
    const subset = source.slice(bracket + 1, Math.min(end, bracket + 64 * 1024))
    for (const found of subset.matchAll(
      /<!ENTITY\s{1,20}([\w.:-]{1,64})\s{1,20}(?:"([^"<]{0,1000})"|'([^'<]{0,1000})')/g,
    )) {
      const value = found[2] ?? found[3] ?? ''
      if (found[1] && value.length <= MAX_ENTITY && !/[&%](?!#)/.test(value))
        references.declare(found[1], references.resolve(value))
      else repairs.add('Left out entities that are made of entities')
    }
    if (/<!ENTITY[^"'>]{1,200}\b(?:SYSTEM|PUBLIC)\b/.test(subset))
      repairs.add('Left out entities kept outside the document')
    return closing < 0 ? end + 1 : closing + 1
  }
}

const isNameStart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127
const isNameEnd = (code: number): boolean => code <= 32 || code === 47 || code === 62

/** `indexOf` that remembers the last find of each needle, so that asking again from within costs nothing. */
function finder(source: string): (needle: string, from: number) => number {
  const last = new Map<string, { from: number; at: number }>()
  return (needle, from) => {
    const known = last.get(needle)
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at
    const at = source.indexOf(needle, from)
    last.set(needle, { from, at })
    return at
  }
}
