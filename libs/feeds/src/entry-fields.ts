import type { Enclosure } from '@newsbraid/model'
import { parseDate, safeHtml } from '@newsbraid/text'
import { LIMITS, type RawEntry } from './raw-feed.ts'
import { cutLine, htmlOf, lineOf, tokenOf } from './text-construct.ts'
import { absolute, attribute, baseOf, type XmlDocument, type XmlNode } from './xml-node.ts'

/** The children of one element by name, the first of each; empty ones give way to later ones. */
export class Fields {
  readonly #node: XmlNode
  readonly #document: XmlDocument
  readonly #base: string
  readonly #byName = new Map<string, XmlNode[]>()

  constructor(node: XmlNode, document: XmlDocument, base: string) {
    this.#node = node
    this.#document = document
    this.#base = base
    for (const child of node.children) {
      const known = this.#byName.get(child.name)
      if (known) known.push(child)
      else this.#byName.set(child.name, [child])
    }
  }

  all(name: string): readonly XmlNode[] {
    return this.#byName.get(name) ?? []
  }

  /** The first that has a value, in the order of the names. */
  first<T>(
    names: readonly string[],
    read: (node: XmlNode, document: XmlDocument) => T | undefined,
  ): T | undefined {
    for (const name of names)
      for (const node of this.all(name)) {
        const value = read(node, this.#document)
        if (value !== undefined && value !== '') return value
      }
    return undefined
  }

  line(...names: string[]): string | undefined {
    return this.first(names, lineOf)
  }

  /** The first body as safe HTML. Its addresses start from the `xml:base` around it, else from `home`, else from the feed. */
  html(home: string | undefined, ...names: string[]): string | undefined {
    return this.first(names, (node, document) => {
      const html = htmlOf(node, document)
      const base = baseOf(node, document, this.#base)
      return html && safeHtml(html, base === this.#base ? (home ?? base) : base)
    })
  }

  token(...names: string[]): string | undefined {
    return this.first(names, tokenOf)
  }

  date(...names: string[]): string | undefined {
    return this.first(names, (node, document) => parseDate(tokenOf(node, document)))
  }

  attribute(node: XmlNode, name: string): string | undefined {
    return attribute(node, name, this.#document.references)?.trim() || undefined
  }

  own(name: string): string | undefined {
    return this.attribute(this.#node, name)
  }

  /** An address in or on an element, absolute, fetchable and not too long. */
  address(node: XmlNode, text: string | undefined): string | undefined {
    if (!text || text.length > LIMITS.addressLength) return undefined
    // Ampersands escaped twice, or once inside CDATA
    const plain = text.replace(/[\n\r\t]/g, '').replace(/&amp;/g, '&')
    return safeAddress(plain, baseOf(node, this.#document, this.#base))
  }
}

/** An absolute address that may be stored: http, https or mailto. Relative ones stay without a base. */
export function safeAddress(text: string, base: string): string | undefined {
  const address = absolute(text, base) ?? (/^[\w-]+:/.test(text) ? undefined : text.trim())
  return address === undefined || (/^[a-z][\w+.-]*:/i.test(address) && !/^(?:https?|mailto):/i.test(address))
    ? undefined
    : address
}

/** «Name (mail)», «mail (Name)» and «Name <mail>» as the name. */
export function authorName(text: string): string {
  const swapped = /^[^\s@()<>]{1,100}@[^\s@()<>]{1,100}\s*\(([^()]{1,200})\)$/.exec(text)
  const plain = swapped?.[1] ?? text.replace(/\s*[(<][^\s@()<>]{1,100}@[^\s@()<>]{1,100}[)>]\s*$/, '')
  return plain.trim() || text
}

/** A person by `name`, else by what the element says. */
function personOf(node: XmlNode, document: XmlDocument): string | undefined {
  const named = node.children.find(({ name }) => name === 'name' || name === 'atom:name')
  if (named) return lineOf(named, document)
  const mail = node.children.find(({ name }) => name === 'email' || name === 'atom:email')
  const line = mail ? lineOf(mail, document) : lineOf(node, document)
  return line === undefined ? undefined : authorName(line)
}

const AUTHORS = [
  'author',
  'atom:author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'media:credit',
  'managingeditor',
  'contributor',
]

/** Authors under the first name that has any, joined by commas. */
export function authorOf(fields: Fields, document: XmlDocument): string | undefined {
  for (const name of AUTHORS) {
    const people = fields
      .all(name)
      .slice(0, 20)
      .flatMap((node) => personOf(node, document) ?? [])
    if (people.length) return [...new Set(people)].join(', ')
  }
  return undefined
}

/** Categories in the order they stand, whatever vocabulary names them. */
export function categoriesOf(node: XmlNode, fields: Fields, document: XmlDocument): string[] {
  const found = new Set<string>()
  for (const child of node.children) {
    if (found.size >= LIMITS.categories) break
    const line = (): string => lineOf(child, document) ?? ''
    if (child.name === 'category' || child.name === 'atom:category') {
      const term = fields.attribute(child, 'term')
      const label = fields.attribute(child, 'label')
      // A term that is an address names nothing a reader would
      found.add(cutLine((term && /^https?:/.test(term) ? label : (term ?? label)) ?? line()))
    } else if (/^(?:dc:subject|media:category)$/.test(child.name))
      found.add(fields.attribute(child, 'label') ?? line())
    else if (/^(?:tags|media:keywords|news:keywords|itunes:keywords)$/.test(child.name))
      for (const tag of line().split(/[,،]/)) found.add(tag.trim())
    else if (child.name === 'itunes:category') found.add(fields.attribute(child, 'text') ?? '')
  }
  found.delete('')
  return [...found].slice(0, LIMITS.categories)
}

/** Enclosures, Atom's enclosure links and media files, each address once. */
export function enclosuresOf(node: XmlNode, fields: Fields): Enclosure[] {
  const found = new Map<string, Enclosure>()
  const add = (child: XmlNode, urlName: string, lengthName: string): void => {
    const url = fields.address(child, fields.attribute(child, urlName))
    if (!url || found.has(url) || found.size >= LIMITS.enclosures) return
    const length = Number(fields.attribute(child, lengthName))
    found.set(url, {
      url,
      type: fields.attribute(child, 'type'),
      length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
    })
  }
  for (const child of node.children) {
    if (child.name === 'enclosure') add(child, 'url', 'length')
    else if (child.name === 'link' || child.name === 'atom:link') {
      if (fields.attribute(child, 'rel') === 'enclosure') add(child, 'href', 'length')
    } else if (child.name === 'media:content') add(child, 'url', 'filesize')
    else if (child.name === 'media:group')
      for (const grand of child.children) if (grand.name === 'media:content') add(grand, 'url', 'filesize')
  }
  return [...found.values()]
}

/** The address of Atom links: `alternate` or none for a relation, HTML before other types. */
export function atomLink(nodes: readonly XmlNode[], fields: Fields): string | undefined {
  let best: { address: string; rank: number } | undefined
  for (const node of nodes.slice(0, 50)) {
    const spelt = fields.attribute(node, 'rel') ?? 'alternate'
    const rel = spelt.toLowerCase()
    if (!/^(?:alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/.test(rel)) continue
    const address = fields.address(node, fields.attribute(node, 'href'))
    const type = fields.attribute(node, 'type') ?? ''
    // Relations are spelt small (RFC 4287, 4.2.7.2); another spelling stands back
    const rank = (/html/.test(type) ? 2 : type === '' ? 1 : 0) + (spelt === rel ? 0.5 : 0)
    if (address && (!best || rank > best.rank)) best = { address, rank }
  }
  return best?.address
}

const looksLikeAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text)

/** The address an entry stands for, and its id. */
function identityOf(
  node: XmlNode,
  fields: Fields,
  document: XmlDocument,
  base: string,
): Pick<RawEntry, 'link' | 'id'> {
  const guid = fields.all('guid')[0]
  const guidText = guid && tokenOf(guid, document)
  const about = fields.own('rdf:about')
  const rawId = (guidText || fields.token('id', 'atom:id', 'dc:identifier')) ?? about
  const textLinks = fields.first(['feedburner:origlink', 'link'], (child) =>
    fields.address(child, tokenOf(child, document)),
  )
  const link =
    textLinks ??
    atomLink(fields.all('link'), fields) ??
    atomLink(fields.all('atom:link'), fields) ??
    (guid &&
    guidText &&
    fields.attribute(guid, 'ispermalink')?.toLowerCase() !== 'false' &&
    looksLikeAddress(guidText)
      ? fields.address(guid, guidText)
      : undefined) ??
    fields.first(['content'], (child) => fields.address(child, fields.attribute(child, 'src'))) ??
    [rawId, about].flatMap((id) => (id && looksLikeAddress(id) && fields.address(node, id)) || [])[0] ??
    fields.address(node, fields.own('href'))
  const id = rawId && /^\.{0,2}\//.test(rawId) ? (absolute(rawId, base) ?? rawId) : rawId
  return { link, id: id && id.length <= LIMITS.addressLength ? cutLine(id) : undefined }
}

/** One RSS item, Atom entry or CDF item of a feed at `base` that belongs to the site `site`. */
export function entryOf(
  node: XmlNode,
  document: XmlDocument,
  base: string,
  site: string | undefined,
): RawEntry {
  const fields = new Fields(node, document, base)
  const group = fields.all('media:group')[0]
  const media = group ? new Fields(group, document, base) : undefined
  const identity = identityOf(node, fields, document, base)
  const home = identity.link ?? site
  const description = fields.html(home, 'description', 'atom:summary', 'abstract', 'dc:description')
  const whole = fields.html(
    home,
    'content:encoded',
    'content',
    'atom:content',
    'xhtml:body',
    'xhtml:div',
    'body',
    'fullitem',
  )
  const summary = fields.html(home, 'summary') ?? description
  return {
    title: fields.line('title', 'atom:title', 'dc:title', 'media:title') ?? media?.line('media:title'),
    ...identity,
    published: fields.date(
      'published',
      'pubdate',
      'atom:published',
      'dc:date',
      'dcterms:issued',
      'issued',
      'dcterms:created',
      'created',
      'dcterms:date',
      'dc:issued',
      'date',
    ),
    updated:
      fields.date('updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastbuilddate') ??
      dateOf(fields.own('lastmod')),
    summary:
      summary ??
      fields.html(home, 'itunes:summary', 'media:description', 'itunes:subtitle') ??
      media?.html(home, 'media:description'),
    content: whole ?? (summary !== description ? description : undefined),
    author: authorOf(fields, document),
    categories: categoriesOf(node, fields, document),
    enclosures: enclosuresOf(node, fields),
  }
}

export const dateOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : parseDate(text)
