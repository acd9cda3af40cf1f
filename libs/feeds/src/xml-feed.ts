import { parseDate } from '@newsbraid/text'
import { discoverFeeds } from './discover-feeds.ts'
import { authorOf, entryOf, Fields } from './entry-fields.ts'
import { headOf, languageTag } from './head-fields.ts'
import { NotAFeed } from './not-a-feed.ts'
import { type RawEntry, type RawFeed, newestEntries, newestOf } from './raw-feed.ts'
import { readXml } from './read-xml.ts'
import { tokenOf } from './text-construct.ts'
import type { XmlDocument, XmlNode } from './xml-node.ts'

const ROOTS = new Set([
  'rss',
  'rdf:rdf',
  'feed',
  'channel',
  'urlset',
  'sitemapindex',
  'app:service',
  'app:categories',
  'service',
  'categories',
])

/** Elements in document order, not looking inside those that answer. */
function elements(root: XmlNode, wanted: (node: XmlNode) => boolean): XmlNode[] {
  const found: XmlNode[] = []
  const open: XmlNode[] = [...root.children].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (wanted(node)) found.push(node)
    else for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as XmlNode)
  }
  return found
}

/** Entries in document order. One that the document's end cuts off stays when it got as far as title and link. */
function entriesIn(root: XmlNode, repairs: Set<string>): XmlNode[] {
  const all = elements(root, ({ name }) => name === 'item' || name === 'entry' || name === 'atom:entry')
  return all.filter((node) => {
    if (!node.isCut) return true
    node.children = node.children.filter(({ isCut }) => !isCut)
    const isUsable = /(?:^| )title /.test(namesOf(node)) && / (?:link|guid|id|atom:link) /.test(namesOf(node))
    repairs.add(
      isUsable
        ? 'Kept the whole fields of an entry that the end of the document cuts off'
        : 'Left out an entry that the end of the document cuts off',
    )
    return isUsable
  })
}

const namesOf = (node: XmlNode): string => ` ${node.children.map(({ name }) => name).join(' ')} `

/** A news sitemap's address as an entry (sitemaps.org 0.9 with Google's news extension). */
function sitemapEntry(node: XmlNode, document: XmlDocument, url: string): RawEntry {
  const fields = new Fields(node, document, url)
  const newsNode = fields.all('news:news')[0]
  const news = newsNode && new Fields(newsNode, document, url)
  const link = fields.first(['loc'], (child) => fields.address(child, tokenOf(child, document)))
  return {
    title: news?.line('news:title'),
    link,
    id: link,
    published: news?.date('news:publication_date'),
    updated: fields.date('lastmod'),
    categories: (news?.line('news:keywords') ?? '')
      .split(/[,،]/)
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, 100),
    enclosures: fields
      .all('image:image')
      .slice(0, 10)
      .flatMap((image) => {
        const location = image.children.find(({ name }) => name === 'image:loc')
        const address = location && fields.address(location, tokenOf(location, document))
        return address ? [{ url: address }] : []
      }),
  }
}

function sitemapFeed(root: XmlNode, document: XmlDocument, url: string): RawFeed {
  const publication = elements(root, ({ name }) => name === 'news:publication')[0]
  const named = publication && new Fields(publication, document, url)
  return {
    head: {
      title: named?.line('news:name'),
      language: languageTag(named?.token('news:language')),
      skipHours: [],
      skipDays: [],
      hubs: [],
    },
    entries: newestEntries(
      root.children
        .filter(({ name, isCut }) => name === 'url' && !isCut)
        .map((node) => sitemapEntry(node, document, url))
        .filter(({ link }) => link),
      document.repairs,
    ),
    repairs: document.repairs,
  }
}

const UNDERSTOOD = 'RSS, Atom, RDF, CDF, JSON Feed or sitemap'

function refuse(document: XmlDocument, url: string): never {
  const first = document.root.children.find(({ name }) => name !== '')
  const isPage =
    elements(document.root, ({ name }) => /^(?:html|head|body|xhtml:html)$/.test(name)).length > 0
  if (isPage)
    throw new NotAFeed(
      `Read an HTML page instead of a feed at "${url}"`,
      discoverFeeds(document.source, url).map((feed) => feed.url),
      true,
    )
  if (!first)
    throw new NotAFeed(
      document.source.trim() === '' ? `Read nothing at "${url}"` : `Cannot find ${UNDERSTOOD} at "${url}"`,
    )
  throw new NotAFeed(`Cannot find ${UNDERSTOOD} in <${first.tag.slice(0, 60)}> at "${url}"`)
}

const CLOCKS = new Set('pubdate published atom:published dc:date date issued updated modified'.split(' '))

/** When an entry was published, roughly: a hundred thousand of them are not read whole to choose the newest. */
function clockOf(node: XmlNode, document: XmlDocument): number {
  const clock = node.children.find(({ name }) => CLOCKS.has(name))
  return clock ? Date.parse(parseDate(tokenOf(clock, document).slice(0, 100)) ?? '') || 0 : 0
}

/** An Atom entry without an author has its source's, else its feed's (RFC 4287, 4.1.2). */
function withInheritedAuthor(
  entry: RawEntry,
  node: XmlNode,
  feedAuthor: string | undefined,
  document: XmlDocument,
  url: string,
): RawEntry {
  if (entry.author !== undefined || !document.isAtom) return entry
  const source = node.children.find(({ name }) => name === 'source')
  return { ...entry, author: (source && authorOf(new Fields(source, document, url), document)) ?? feedAuthor }
}

/** Reads RSS of any version, RDF, Atom, CDF or a sitemap out of text. Throws `NotAFeed`. */
export function readXmlFeed(source: string, url: string): RawFeed {
  const document = readXml(source)
  const { repairs } = document
  const [
    root = elements(
      document.root,
      ({ name, children }) =>
        name === 'entry' ||
        name === 'item' ||
        children.some((child) => child.name === 'channel' || child.name === 'item'),
    )[0]
      ? document.root
      : undefined,
  ] = elements(document.root, ({ name }) => ROOTS.has(name))
  if (!root) {
    // A publisher's program that stopped after the declaration: a feed without entries until it works again
    if (document.root.children.length === 0 && /^\s*<[?!]/.test(source) && !/[^\s>]\s*$/.test(source)) {
      repairs.add('Found nothing but a declaration or comments')
      return { head: { skipHours: [], skipDays: [], hubs: [] }, entries: [], repairs }
    }
    return refuse(document, url)
  }
  if (root.name === 'urlset') return sitemapFeed(root, document, url)
  if (root.name === 'sitemapindex')
    throw new NotAFeed(
      `Read an index of sitemaps at "${url}"`,
      elements(root, ({ name }) => name === 'loc')
        .slice(0, 1000)
        .map((node) => tokenOf(node, document)),
    )
  if (root !== document.root && root.from > 0 && document.root.children[0] !== root)
    repairs.add('Skipped what stands before the feed')
  const channel = elements(root, ({ name }) => name === 'channel')[0]
  const head = root.name === 'feed' || !channel ? root : channel
  const feedAuthor =
    document.isAtom && root.name === 'feed' ? authorOf(new Fields(root, document, url), document) : undefined
  const described = headOf(head, document, url)
  return {
    head: described,
    entries: newestOf(entriesIn(root, repairs), (node) => clockOf(node, document), repairs).map((node) =>
      withInheritedAuthor(entryOf(node, document, url, described.link), node, feedAuthor, document, url),
    ),
    repairs,
  }
}
