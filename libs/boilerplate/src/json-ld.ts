import { decodeEntities } from './bare-text.ts'

/** What the page's structured data says about its article. */
export type StructuredArticle = {
  headline?: string
  authors: string[]
  /** Organisations named as authors */
  organisations: string[]
  publishedAt?: string
  modifiedAt?: string
  body?: string
  description?: string
  image?: string
  imageCredit?: string
  imageCaption?: string
  siteName?: string
  language?: string
  type?: string
  paid?: boolean
  /** It is a live blog, or a part of the page is one under the same headline */
  isLive?: boolean
  wordCount?: number
  /** When the publisher takes it back, as written */
  expires?: string
}
type Thing = Record<string, unknown>

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|Recipe)$/
const MAX_THINGS = 400
const isThing = (x: unknown): x is Thing => typeof x === 'object' && x !== null && !Array.isArray(x)
const typesOf = (thing: Thing): string[] => {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string')
}
const stringOf = (x: unknown): string | undefined => {
  const value = Array.isArray(x) ? x[0] : x
  const text =
    typeof value === 'string' ? value : isThing(value) ? (value['@value'] ?? value.name) : undefined
  return typeof text === 'string' && text.trim() !== '' ? decodeEntities(text.trim()) : undefined
}

function parsed(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    // Raw line breaks and tabs inside strings, and commas before a closing bracket, are the common faults
    try {
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'))
    } catch {
      return undefined
    }
  }
}

/** A person told by parts */
const fullName = (person: Thing): string | undefined => {
  const parts = [person.givenName, person.familyName].map(stringOf).filter((p) => p !== undefined)
  return parts.length > 0 ? parts.join(' ') : undefined
}

const imageOf = (x: unknown): string | undefined => {
  const value = Array.isArray(x) ? x[0] : x
  if (typeof value === 'string') return value
  return isThing(value) ? (stringOf(value.url) ?? stringOf(value.contentUrl)) : undefined
}

/** Who is to be named with a picture */
function creditOf(image: unknown): string | undefined {
  const picture: unknown = Array.isArray(image) ? image[0] : image
  if (!isThing(picture)) return undefined
  for (const key of ['creditText', 'copyrightNotice', 'creator', 'author', 'copyrightHolder']) {
    const value = stringOf(picture[key])
    if (value !== undefined && value.length <= 160 && !/^https?:/.test(value)) return value
  }
  return undefined
}

const captionOf = (image: unknown): string | undefined => {
  const picture: unknown = Array.isArray(image) ? image[0] : image
  return isThing(picture) ? (stringOf(picture.caption) ?? stringOf(picture.description)) : undefined
}

const PATH = /^(?:https?:\/\/)?[^/]+(\/[^?#]+?)\/?(?:[?#].*)?$/i

/** Whether a thing says that it is what stands at the address. */
function standsAt(thing: Thing, path: string | undefined): boolean {
  if (path === undefined) return false
  const of = isThing(thing.mainEntityOfPage) ? thing.mainEntityOfPage['@id'] : thing.mainEntityOfPage
  return [thing.url, thing['@id'], of].some((a) => typeof a === 'string' && PATH.exec(a)?.[1] === path)
}

/**
 * Reads all JSON-LD scripts of a page; broken ones are left out. The article-like thing that stands at the page's own
 * `address`, and of several the one with the most to say, wins.
 */
export function structuredArticle(scripts: string[], address?: string): StructuredArticle {
  const things: Thing[] = []
  const ids = new Map<string, Thing>()
  for (const script of scripts.slice(0, 30)) {
    const queue: unknown[] = [parsed(script)]
    while (queue.length > 0 && things.length < MAX_THINGS) {
      const next = queue.shift()
      if (Array.isArray(next)) queue.push(...next.slice(0, 100))
      else if (isThing(next)) {
        things.push(next)
        const id = next['@id']
        if (typeof id === 'string' && Object.keys(next).length > 1) ids.set(id, next)
        for (const key of [
          '@graph',
          'mainEntity',
          'mainEntityOfPage',
          'hasPart',
          'isPartOf',
          'article',
          'itemListElement',
          'item',
          'subjectOf',
          'author',
        ])
          if (typeof next[key] === 'object' && key !== 'author') queue.push(next[key])
      }
    }
  }
  const resolve = (x: unknown): unknown => {
    const id = isThing(x) ? x['@id'] : undefined
    return isThing(x) && x.name === undefined && typeof id === 'string' ? (ids.get(id) ?? x) : x
  }
  const path = PATH.exec(address ?? '')?.[1]
  const weight = (t: Thing): number =>
    (standsAt(t, path) ? 8 : 0) +
    (t.headline ? 2 : 0) +
    (t.articleBody ? 3 : 0) +
    (t.datePublished ? 2 : 0) +
    (t.author ? 1 : 0) +
    (typesOf(t).some((n) => n === 'NewsArticle') ? 1 : 0)
  const articles = things.filter((t) => typesOf(t).some((n) => ARTICLE.test(n)))
  let best: Thing | undefined
  let most = -1
  for (const t of articles) {
    const own = weight(t)
    if (own > most) {
      best = t
      most = own
    }
  }
  const page = things.find((t) => typesOf(t).some((n) => n === 'WebPage' || n === 'ItemPage'))
  const site = things.find((t) => typesOf(t).some((n) => n === 'WebSite'))
  if (!best) {
    const from =
      things.find((t) => typesOf(t).some((n) => /^(?:VideoObject|Event|ImageGallery)$/.test(n)) && t.name) ??
      page
    return {
      authors: [],
      organisations: [],
      publishedAt: stringOf(from?.datePublished ?? from?.uploadDate),
      modifiedAt: stringOf(from?.dateModified),
      siteName: stringOf(site?.name),
      type: from && typesOf(from)[0],
    }
  }
  const people = [best.author ?? best.creator].flat().map(resolve)
  const isOrganisation = (a: unknown): boolean =>
    isThing(a) && typesOf(a).some((n) => /Organization|Corporation/.test(n))
  const namesIn = (list: unknown[]): string[] =>
    list
      .map((a) =>
        typeof a === 'string'
          ? a
          : isThing(a)
            ? Array.isArray(a.name)
              ? a.name.filter((n) => typeof n === 'string').join(', ')
              : (stringOf(a.name) ?? fullName(a))
            : undefined,
      )
      .filter((a): a is string => typeof a === 'string' && a !== '')
  const authors = namesIn(people.filter((a) => !isOrganisation(a)))
  const organisations = namesIn(people.filter(isOrganisation))
  const free = best.isAccessibleForFree
  const picture = [best.image].flat().map(resolve)
  const headline = stringOf(best.headline) ?? stringOf(best.name)
  return {
    headline,
    authors,
    organisations,
    publishedAt: stringOf(best.datePublished) ?? stringOf(page?.datePublished) ?? stringOf(best.dateCreated),
    modifiedAt: stringOf(best.dateModified) ?? stringOf(page?.dateModified),
    body: stringOf(best.articleBody) ?? stringOf(best.text),
    description: stringOf(best.description),
    image: imageOf(picture) ?? imageOf(best.thumbnailUrl),
    imageCredit: creditOf(picture),
    imageCaption: captionOf(picture),
    siteName: stringOf(resolve(best.publisher)) ?? stringOf(site?.name),
    language: stringOf(best.inLanguage),
    type: typesOf(best).find((n) => ARTICLE.test(n)),
    isLive:
      best.coverageStartTime !== undefined ||
      articles.some(
        (t) =>
          typesOf(t).includes('LiveBlogPosting') &&
          (t === best || (headline !== undefined && stringOf(t.headline) === headline)),
      ),
    wordCount: Number(best.wordCount) > 0 ? Number(best.wordCount) : undefined,
    expires: stringOf(best.expires),
    paid: free === false || (typeof free === 'string' && /^false$/i.test(free)),
  }
}
