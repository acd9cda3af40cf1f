/** Known namespaces under the prefix the readers use; empty for the core vocabulary of feeds. Keys are normalised. */
const PREFIX_OF: Record<string, string> = {
  'a9.com/-/spec/opensearch/1.1': 'opensearch',
  'backend.blogs.law.harvard.edu/rss2': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss091': '',
  'backend.userland.com/rss092': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss2.1': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'example.com/newformat': 'atom',
  'example.com/necho': 'atom',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'purl.org/atom/ns': 'atom',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/echo': 'atom',
  'purl.org/net/rss1.1': '',
  'purl.org/rss/1.0': '',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/rss091': '',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/rss/1.0/modules/wiki': 'wiki',
  'purl.org/syndication/history/1.0': 'fh',
  'purl.org/syndication/thread/1.0': 'thr',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'search.yahoo.com/mrss': 'media',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap-image/1.1': 'image',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/2005/atom': 'atom',
  'w3.org/2007/app': 'app',
  'w3.org/xml/1998/namespace': 'xml',
}

/** Prefixes whose meaning nobody doubts even where their declaration is missing or misspelt. */
const WELL_KNOWN: Record<string, string> = {
  a10: 'atom',
  atom: 'atom',
  atom10: 'atom',
  app: 'app',
  content: 'content',
  dc: 'dc',
  dcterms: 'dcterms',
  feedburner: 'feedburner',
  image: 'image',
  itunes: 'itunes',
  media: 'media',
  news: 'news',
  rdf: 'rdf',
  rss: '',
  sy: 'sy',
  xhtml: 'xhtml',
  xml: 'xml',
}

const own = (table: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const prefixOfUri = (uri: string): string | undefined =>
  own(
    PREFIX_OF,
    uri
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[/#]+$/, ''),
  )

/** One element's namespace declarations over those around it. Names are resolved once and remembered. */
export class Scope {
  readonly #uris = new Map<string, string>()
  readonly #names = new Map<string, string>()
  readonly #outer: Scope | undefined

  constructor(outer?: Scope, declared: Iterable<[string, string]> = []) {
    this.#outer = outer
    for (const [name, uri] of declared)
      if (name === 'xmlns') this.#uris.set('', uri)
      else if (name.startsWith('xmlns:')) this.#uris.set(name.slice(6), uri)
  }

  #uriOf(prefix: string): string | undefined {
    const own = this.#uris.get(prefix)
    return own !== undefined || this.#outer === undefined ? own : this.#outer.#uriOf(prefix)
  }

  /**
   * An element's name as the readers know it: lower case, `dc:date`, bare for the core vocabulary, `?szf:title` for
   * a foreign one. In an Atom document Atom is the core; elsewhere its names begin `atom:`.
   */
  nameOf(raw: string, isAtom: boolean): string {
    const key = isAtom ? raw : ' ' + raw
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const prefix = colon < 0 ? '' : raw.slice(0, colon)
    const local = (colon < 0 ? raw : raw.slice(colon + 1)).toLowerCase()
    const uri = this.#uriOf(prefix)
    let meant = uri === undefined ? undefined : prefixOfUri(uri)
    // A default namespace nobody knows is some version's invention; a prefix nobody knows is a foreign vocabulary
    if (meant === undefined)
      meant = prefix === '' ? '' : (own(WELL_KNOWN, prefix.toLowerCase()) ?? '?' + prefix)
    if (isAtom && meant === 'atom') meant = ''
    const name = meant === '' ? local : `${meant}:${local}`
    if (this.#names.size < 2000) this.#names.set(key, name)
    return name
  }
}
