/** What an address alone tells of the page behind it. */
export type AddressShape = {
  /** From about -7 (a listing, a file) to 5 (dated, long slug, number) */
  score: number
  /** The address with its words, slugs and numbers made equal: addresses of one kind share it */
  pattern: string
  /** Running number in path or query, where there is one */
  number?: number
  /** The day in the path, YYYY-MM-DD */
  day?: string
}

const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|pdf|docx?|xlsx?|pptx?|zip|rar|gz|apk|exe|mp[34]|m4[av]|ogg|wav|webm|avi|mov|m3u8?|css|js|json|xml|rss|atom|rdf|txt|ics|torrent)$/i
const PAGE_ENDING = /\.(?:x?html?|php\d?|aspx?|jsp|shtml|cms|do|cfm)$/i
/** Path words of web software and of the web's own furniture, whatever the language of the paper. */
const LISTING = new Set(
  'tag tags tagged label labels category categories cat kategorie kategorien categorie categoria author authors auteur auteurs autor autores autoren topic topics hub thema themen schlagwort section sections rubrique rubrik search page pages archive archives user users profile profiles member members login logout signin signup register registration account my-account subscribe subscription newsletter newsletters rss feed feeds sitemap about about-us contact contact-us privacy privacy-policy terms terms-of-use terms-of-service cookies cookie-policy impressum imprint datenschutz agb mentions-legales advertise advertising ads careers jobs faq help cart checkout shop wp-admin wp-login wp-json cdn-cgi goto redirect out share print'.split(
    ' ',
  ),
)
/** Pages of every site, by the word their short slug begins with */
const HOUSE = /^(?:terms|privacy|cookies?|contact|advertise|legal|imprint)(?:-[a-z]+){0,3}$/
/** Parameters that turn pages, choose lists or act on an article instead of naming one. */
const NOT_NAMING =
  /^(?:page|paged|pg|pageno|start|offset|from|limit|cat|category|categorie|rub|rubrique|section|tag|author|user|uid|m|year|month|day|date|s|q|query|search|keyword|sort|order|lang|hl|share|replytocom|reply|print|format|action|redirect|return|login|size|w|h|theme|view_as)$/i
const NAMING =
  /^(?:p|id|nid|aid|sid|pid|n|a|art|artid|article|articleid|article_id|id_article|idarticle|news|newsid|news_id|idnews|id_news|story|storyid|item|itemid|post|postid|post_id|doc|docid|no|num|nr|key|code|serial|slug|title)$/i
const ACTING = /^(?:share|replytocom|reply|print|action|redirect|return|login|format)$/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
const isYear = (text: string): boolean => /^(?:19|20|13|14)\d\d$/.test(text)

/** How much a path segment is a headline made an address: 0 to 3. */
function slugScore(segment: string): number {
  // Pieces of ids are no words
  const parts = segment.split(/[-_+\s.,،–]+/).filter((part) => /^[\p{L}\p{M}'’\u200c\u200d]+$/u.test(part))
  const letters = parts.join('').length
  if (parts.length >= 4 && letters >= 12) return 3
  if (parts.length === 3 && letters >= 12) return 2
  // Scripts without spaces have slugs of one word
  return /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(segment) && letters >= 8 ? 2 : 0
}

/** Digits of a running number: the last run of three and more that is no year; ids of letters and digits have none. */
function numberIn(segment: string): string | undefined {
  let last: string | undefined
  for (const [run] of segment.matchAll(/\d{3,15}/g)) if (!isYear(run)) last = run
  return last
}

const isHexId = (segment: string): boolean =>
  /^(?=.*\d)(?=.*[a-f])[0-9a-f]{8,40}$/i.test(segment) ||
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(segment)

const kindOf = (segment: string): string =>
  isYear(segment)
    ? 'Y'
    : /^\d+$/.test(segment)
      ? segment.length <= 2
        ? 'n'
        : 'N'
      : isHexId(segment)
        ? 'X'
        : slugScore(segment) > 0
          ? numberIn(segment)
            ? 'SN'
            : 'S'
          : numberIn(segment)
            ? 'wN'
            : 'w'

/** Reads the shape of an address, language-free: slug, numbers, dates, query, and the path words of web software. */
export function addressShape(address: string): AddressShape {
  const url = new URL(address)
  const raw = url.pathname.split('/').filter(Boolean).slice(0, 12)
  const last = raw[raw.length - 1] ?? ''
  const ending = PAGE_ENDING.exec(last)?.[0].toLowerCase() ?? ''
  const segments = raw.map((segment, i) =>
    decoded(i === raw.length - 1 && ending ? segment.slice(0, -ending.length) : segment).slice(0, 300),
  )
  const query = [...url.searchParams].slice(0, 12)
  const kinds = segments.map(kindOf)
  const pattern = `${url.hostname}/${kinds.join('/')}${ending}${query.length > 0 ? '?' : ''}${query
    .map(([name, value]) => `${name}=${/^\d+$/.test(value) ? 'N' : value.length > 12 ? 'S' : value}`)
    .sort()
    .join('&')}`
  const own = FILE.test(last) ? -7 : listingScore(segments, kinds, query)
  const day =
    /\/(20\d{2})[/\-_]?(0?[1-9]|1[0-2])[/\-_]?(0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)/.exec(url.pathname) ??
    undefined
  const isDated = day !== undefined && /\d{8}|[/\-_]/.test(day[0].slice(5))
  const named = queryName(query)
  const tail = segments.slice(-2)
  const digits = tail.map(numberIn).findLast((run) => run !== undefined) ?? named.digits
  const slug = Math.max(0, ...tail.map(slugScore))
  const numbered = !digits ? 0 : digits.length >= 5 || kinds.includes('N') || named.digits ? 2 : 1
  const isBare = kinds.length > 0 && kinds.every((kind) => kind === 'w') && named.score === 0
  const score =
    (isDated ? 3 : kinds.includes('Y') && kinds.length > 2 ? 2 : 0) +
    slug +
    Math.max(numbered, named.score, kinds.includes('X') ? 2 : 0) +
    (ending.includes('htm') && (slug > 0 || digits) ? 1 : 0) -
    (isBare ? 2 : 0)
  return {
    score: own < 0 ? own : Math.min(5, score),
    pattern,
    ...(digits ? { number: Number(digits) } : {}),
    ...(isDated && day ? { day: `${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}` } : {}),
  }
}

/**
 * The address without its query, where its path alone names an article: what follows then tells where the link stood.
 * Undefined where the query matters, acts or is missing.
 */
export function bareAddress(address: string): string | undefined {
  const url = new URL(address)
  if (url.search === '' || [...url.searchParams].some(([name, value]) => isActing(name, value)))
    return undefined
  url.search = ''
  return addressShape(url.href).score >= 3 ? url.href : undefined
}

const isActing = (name: string, value: string): boolean => ACTING.test(name) || /^https?:/i.test(value)

/** Below 0 when the address names a home page, a list of a tag, an author or a month, a further page, or acts on one. */
function listingScore(
  segments: readonly string[],
  kinds: readonly string[],
  query: readonly [string, string][],
): number {
  if (query.some(([name, value]) => isActing(name, value))) return -7
  if (segments.length === 0 && query.length === 0) return -7
  const lower = segments.map((segment) => segment.toLowerCase())
  const end = lower.length - 1
  if (/^(?:comment-)?page-?\d+$/.test(lower[end] ?? '')) return -6
  if (LISTING.has(lower[end] ?? '') || (end === 0 && HOUSE.test(lower[0] ?? ''))) return -6
  // `/tag/x`, `/category/a/b`; a long slug or a number two folders below is an article in a section
  const at = lower.findIndex((segment) => LISTING.has(segment))
  const isDeep = end - at >= 2 && /[SNX]/.test(kinds[end] ?? '')
  if (at >= 0 && !isDeep) return -6
  if (/^[Yn]$/.test(kinds[end] ?? '') && kinds.includes('Y')) return -6
  const names = query.map(([name]) => name)
  const isNamed = query.some(
    ([name, value]) => !NOT_NAMING.test(name) && (NAMING.test(name) || /\d/.test(value)),
  )
  if (names.some((name) => NOT_NAMING.test(name)) && !isNamed && !kinds.some((kind) => /[SNX]/.test(kind)))
    return -5
  return 0
}

/** Whether the query names an article: `?p=12`, `?id=5`, `?newsno=4711`. */
function queryName(query: readonly [string, string][]): { score: number; digits?: string } {
  for (const [name, value] of query) {
    if (NOT_NAMING.test(name)) continue
    if (/^\d{1,15}$/.test(value) && (NAMING.test(name) || value.length >= 2))
      return { score: 2, digits: value }
    if (slugScore(value) > 0) return { score: 2 }
  }
  return { score: 0 }
}
