import type { References } from './references.ts'
import type { Scope } from './namespaces.ts'

/** An element by its places in the source; text and attributes are read only when asked for. */
export type XmlNode = {
  /** As `Scope.nameOf` gives it */
  name: string
  /** As it is closed: the raw name in lower case */
  tag: string
  attributes: string
  scope: Scope
  parent: XmlNode | undefined
  children: XmlNode[]
  /** Where the content begins and ends */
  from: number
  to: number
  /** Elements stand inside, attached as children or not */
  hasMarkup: boolean
  /** The document ended before the element did */
  isCut: boolean
}

export type XmlDocument = {
  source: string
  root: XmlNode
  references: References
  isAtom: boolean
  hasBases: boolean
  repairs: Set<string>
}

const MAX_ATTRIBUTES = 256
const MAX_VALUE = 64 * 1024
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Name and raw value of each attribute of a tag, unquoted and valueless ones too; the first 256. One pass. */
export function rawAttributes(text: string): [string, string][] {
  const found: [string, string][] = []
  const end = text.length
  let i = 0
  while (i < end && found.length < MAX_ATTRIBUTES) {
    while (i < end && (isSpace(text.charCodeAt(i)) || text[i] === '/' || text[i] === ',')) i++
    const start = i
    while (i < end && text[i] !== '=' && text[i] !== '/' && !isSpace(text.charCodeAt(i))) i++
    if (i === start) {
      i++
      continue
    }
    const name = text.slice(start, i)
    let at = i
    while (at < end && isSpace(text.charCodeAt(at))) at++
    if (text[at] !== '=') {
      found.push([name, ''])
      continue
    }
    at++
    while (at < end && isSpace(text.charCodeAt(at))) at++
    const quote = text[at]
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1)
      const stop = close < 0 ? end : close
      found.push([name, text.slice(at + 1, stop)])
      i = stop + 1
    } else {
      i = at
      while (i < end && !isSpace(text.charCodeAt(i))) i++
      found.push([name, text.slice(at, i)])
    }
  }
  return found
}

/** An attribute's value by its name in any case, references resolved; the prefix `xml:` counts as part of the name. */
export function attribute(node: XmlNode, name: string, references: References): string | undefined {
  if (node.attributes === '') return undefined
  for (const [key, value] of rawAttributes(node.attributes))
    if (key.length === name.length && key.toLowerCase() === name)
      return references.resolve(value.length > MAX_VALUE ? value.slice(0, MAX_VALUE) : value)
  return undefined
}

const OPEN = '<![CDATA['

/** Content of an element as characters: references resolved, CDATA taken as it stands, comments and tags gone. */
export function textOf(node: XmlNode, document: XmlDocument): string {
  const { source, references } = document
  const raw = source.slice(node.from, node.to)
  if (!raw.includes('<')) return references.resolve(raw)
  const parts: string[] = []
  const lastBracket = raw.lastIndexOf('>')
  let at = 0
  while (at < raw.length) {
    const open = raw.indexOf('<', at)
    if (open < 0 || open > lastBracket) break
    if (open > at) parts.push(references.resolve(raw.slice(at, open)))
    if (raw.startsWith(OPEN, open)) {
      const close = raw.indexOf(']]>', open)
      parts.push(raw.slice(open + OPEN.length, close < 0 ? raw.length : close))
      at = close < 0 ? raw.length : close + 3
    } else if (raw.startsWith('<!--', open)) {
      const close = raw.indexOf('-->', open)
      at = close < 0 ? raw.length : close + 3
    } else {
      const close = raw.indexOf('>', open)
      const isTag = close >= 0 && /[A-Za-z/!?]/.test(raw.charAt(open + 1))
      if (!isTag) parts.push('<')
      at = isTag ? close + 1 : open + 1
    }
  }
  if (at < raw.length) parts.push(references.resolve(raw.slice(at)))
  return parts.join('')
}

/** Content of an element as the markup it is written in, in order; CDATA sections are escaped into it. */
export function markupOf(node: XmlNode, document: XmlDocument): string {
  const raw = document.source.slice(node.from, node.to)
  if (!raw.includes(OPEN)) return raw
  const parts: string[] = []
  let at = 0
  for (let open = raw.indexOf(OPEN); open >= 0; open = raw.indexOf(OPEN, at)) {
    const close = raw.indexOf(']]>', open)
    parts.push(raw.slice(at, open), raw.slice(open + OPEN.length, close < 0 ? raw.length : close))
    at = close < 0 ? raw.length : close + 3
  }
  parts.push(raw.slice(at))
  return parts.join('')
}

/** The address relative links inside an element start from: its own `xml:base` over those around it. */
export function baseOf(node: XmlNode | undefined, document: XmlDocument, url: string): string {
  if (!document.hasBases) return url
  const bases: string[] = []
  for (let at = node; at; at = at.parent) {
    const own = at.attributes.includes('base') ? attribute(at, 'xml:base', document.references) : undefined
    if (own) bases.push(own)
  }
  return bases.reduceRight((base, own) => absolute(own, base) ?? base, url)
}

/** An address made absolute; `undefined` when it stays relative or is none. */
export function absolute(address: string, base: string): string | undefined {
  const text = address.trim()
  if (text === '') return undefined
  try {
    return new URL(text, base || undefined).href
  } catch {
    return undefined
  }
}
