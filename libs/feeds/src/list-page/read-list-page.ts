import { decode } from '@newsbraid/charset'
import type { Entry, FeedHead } from '@newsbraid/model'
import { getDomain } from 'tldts'
import { cleanCharacters, oneLine } from '../clean-characters.ts'
import { languageTag } from '../head-fields.ts'
import { absolute } from '../xml-node.ts'
import { bareAddress } from './address-shape.ts'
import { type Card, cardsOf, dateOf } from './cards.ts'
import { NotAList } from './not-a-list.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { type Candidate, PERHAPS, type Scored, scoreLinks, SURE } from './score-links.ts'
import { structuredLinks } from './structured-list.ts'

const MAX_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 500
const FEWEST_HEADLINES = 3

/** How addresses are made one; given, because the rules of canonical addresses live elsewhere. */
export type Addresses = {
  canonicalUrl: (url: string, options: { base?: string }) => string | undefined
  urlKey: (url: string) => string
}

/** A list page read: `entries` name articles; `perhaps` might, which only their coming and going can tell. Page order. */
export type ListPage = {
  feed: FeedHead
  entries: Entry[]
  perhaps: Entry[]
  links: number
  repairs: string[]
  /** The page says that it is an article itself: what it lists is beside it */
  isArticle: boolean
}

/**
 * Reads an HTML page that lists articles (a home page, a section) to entries like a feed's: link, title, and where the
 * page shows them summary, date (ISO 8601, UTC) and picture. Told apart from navigation by address shape, words, place
 * and company, in any language. Throws `NotAList` when nothing on it looks like an article's link.
 */
export function readListPage(
  bytes: Uint8Array,
  { url, contentType, addresses }: { url: string; contentType?: string; addresses: Addresses },
): ListPage {
  const { text } = decode(bytes.length > MAX_BYTES ? bytes.subarray(0, MAX_BYTES) : bytes, contentType)
  const page = pageLinks(text)
  const candidates = candidatesOf(page, url, addresses)
  let scored = scoreLinks(candidates)
  if (scored.filter(({ score }) => score >= SURE).length < FEWEST_HEADLINES) {
    const again = scoreLinks(candidates, false)
    if (again.filter(({ score }) => score >= SURE).length >= FEWEST_HEADLINES) scored = again
  }
  const articles = scored.filter(({ score }) => score >= PERHAPS)
  if (!articles.some(({ score }) => score >= SURE))
    throw new NotAList(complaint(url, page, candidates.length))
  const nodes = new Map(articles.flatMap(({ key, links }) => links.map(({ node }) => [node, key] as const)))
  const cards = cardsOf(page, nodes)
  const entry = (one: Scored): Entry => entryOf(one, cards.get(one.key) ?? {}, page, url)
  const sure = articles.filter(({ score }) => score >= SURE)
  const repairs = [...page.cut]
  if (sure.length > MOST_ENTRIES)
    repairs.push(`Kept the first ${MOST_ENTRIES} of ${sure.length} links to articles`)
  return {
    feed: headOf(page, url),
    entries: sure.slice(0, MOST_ENTRIES).map(entry),
    perhaps: articles
      .filter(({ score }) => score < SURE)
      .slice(0, MOST_ENTRIES)
      .map(entry),
    links: candidates.length,
    repairs,
    isArticle: page.isArticle,
  }
}

function complaint(url: string, page: PageLinks, links: number): string {
  if (links === 0)
    return `Found no links on the page "${url}"${page.links.length === 0 ? '; perhaps a script draws them' : ' that lead to pages of its own site'}`
  return `Found no list of articles at "${url}": none of its ${links} links looks like one to an article`
}

/** The page's links to its own site, one for each page they name, in document order. */
function candidatesOf(page: PageLinks, url: string, { canonicalUrl, urlKey }: Addresses): Candidate[] {
  const base = (page.base && absolute(page.base, url)) ?? url
  const site = siteOf(url)
  const host = plainHost(url)
  const own = urlKey(url)
  const found = new Map<string, Candidate>()
  const add = (href: string, from: string): Candidate | undefined => {
    // Fragments name places of a page and `javascript:` none at all
    if (href.length > 2048 || /^\s*(?:#|[a-z][a-z0-9+.-]*:(?!\/\/))/i.test(href)) return undefined
    const address = canonicalUrl(href, { base: from })
    if (!address || siteOf(address) !== site) return undefined
    const key = urlKey(bareAddress(address) ?? address)
    if (key === own || urlKey(address) === own) return undefined
    const known = found.get(key)
    if (known) {
      // The plainest of its addresses
      if (address.length < known.url.length) known.url = address
      return known
    }
    const candidate = { key, url: address, links: [], isElsewhere: plainHost(address) !== host }
    found.set(key, candidate)
    return candidate
  }
  for (const link of page.links) add(link.href, base)?.links.push(link)
  for (const link of structuredLinks(page.jsonLd)) {
    const candidate = add(link.url, url)
    if (candidate) candidate.structured ??= link
  }
  return [...found.values()]
}

/** What two pages of one publisher share: the registrable domain, or the host itself where there is none. */
const siteOf = (url: string): string => getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).host
const plainHost = (url: string): string => new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, '')
const tidy = (text: string): string => oneLine(cleanCharacters(text))

function entryOf({ url, words, shape, structured }: Scored, card: Card, page: PageLinks, at: string): Entry {
  const title = words.title ?? structured?.title
  const summary = card.summary ?? words.summary
  const day = shape.day === undefined ? undefined : dateOf(shape.day)
  const published = (structured?.published && dateOf(structured.published)) ?? card.published ?? day
  const image =
    card.image === undefined
      ? undefined
      : absolute(card.image, page.base ? (absolute(page.base, at) ?? at) : at)
  return {
    link: url,
    id: url,
    ...(title ? { title: tidy(title) } : {}),
    ...(summary && summary !== title ? { summary: tidy(summary) } : {}),
    ...(published ? { published } : {}),
    categories: [],
    enclosures:
      image && /^https?:/.test(image) && image.length <= 2048 ? [{ url: image, type: 'image/*' }] : [],
  }
}

function headOf(page: PageLinks, url: string): FeedHead {
  const title = tidy((page.siteName ?? page.title).slice(0, 200))
  const language = languageTag(page.language)
  return {
    link: url,
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    skipHours: [],
    skipDays: [],
    hubs: [],
  }
}
