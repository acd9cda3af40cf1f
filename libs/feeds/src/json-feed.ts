import { escapeHtml, parseDate, safeHtml } from '@newsbraid/text'
import { cleanCharacters, oneLine } from './clean-characters.ts'
import { safeAddress } from './entry-fields.ts'
import { languageTag } from './head-fields.ts'
import { NotAFeed } from './not-a-feed.ts'
import { plainText } from './plain-text.ts'
import { LIMITS, newestEntries, type RawEntry, type RawFeed } from './raw-feed.ts'
import { References } from './references.ts'
import { cutLine } from './text-construct.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const get = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)

function text(object: Json, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = get(object, key)
    const clean =
      typeof value === 'string'
        ? cleanCharacters(value).trim()
        : typeof value === 'number'
          ? String(value)
          : ''
    if (clean !== '') return clean
  }
  return undefined
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** How deep brackets nest outside strings, in one pass, so that no parser recurses into a hostile document. */
function isTooDeep(source: string): boolean {
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 34) {
      i++
      while (i < source.length && source.charCodeAt(i) !== 34) i += source.charCodeAt(i) === 92 ? 2 : 1
    } else if (code === 91 || code === 123) {
      if (++depth > LIMITS.depth) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

const references = new References()
const lineOf = (value: string | undefined): string | undefined =>
  value === undefined
    ? undefined
    : cutLine(plainText(value.slice(0, 50 * LIMITS.titleLength), references)) || undefined

const authorsOf = (item: Json): string | undefined => {
  const people = [...list(get(item, 'authors')), get(item, 'author')].flatMap((person) =>
    isObject(person) ? (text(person, 'name') ?? []) : typeof person === 'string' ? person : [],
  )
  return people.length ? [...new Set(people.map((name) => oneLine(name)))].slice(0, 20).join(', ') : undefined
}

function entryOf(item: Json, base: string, site: string | undefined): RawEntry {
  const address = (...keys: string[]): string | undefined => {
    const value = text(item, ...keys)
    return value === undefined || value.length > LIMITS.addressLength ? undefined : safeAddress(value, base)
  }
  const id = text(item, 'id')
  const link = address('url', 'external_url') ?? (id && /^https?:/.test(id) ? address('id') : undefined)
  const html = text(item, 'content_html')
  const plain = text(item, 'content_text')
  const safe = (body: string | undefined): string | undefined =>
    body === undefined ? undefined : safeHtml(body, link ?? site ?? base) || undefined
  const enclosures = list(get(item, 'attachments'))
    .slice(0, LIMITS.enclosures)
    .flatMap((file) => {
      const url = isObject(file) ? safeAddress(text(file, 'url') ?? '', base) : undefined
      const size = isObject(file) ? Number(get(file, 'size_in_bytes')) : NaN
      return url && isObject(file)
        ? [{ url, type: text(file, 'mime_type'), length: size > 0 ? size : undefined }]
        : []
    })
  return {
    title: lineOf(text(item, 'title')),
    link,
    id: id === undefined ? undefined : cutLine(id),
    published: dateOf(text(item, 'date_published')),
    updated: dateOf(text(item, 'date_modified')),
    // Plain text by the standard, HTML as it is found
    summary: safe(text(item, 'summary')),
    content: safe(html) ?? (plain === undefined ? undefined : escapeHtml(plain)),
    author: authorsOf(item),
    categories: list(get(item, 'tags'))
      .filter((tag): tag is string => typeof tag === 'string')
      .slice(0, LIMITS.categories)
      .map((tag) => cutLine(oneLine(cleanCharacters(tag)))),
    enclosures,
  }
}

const dateOf = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : parseDate(value)

/** Reads JSON Feed 1.0 and 1.1, also without its version as long as there are items. Throws `NotAFeed`. */
export function readJsonFeed(source: string, url: string): RawFeed {
  if (isTooDeep(source)) throw new NotAFeed(`Cannot read JSON nested deeper than ${LIMITS.depth} at "${url}"`)
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch (cause) {
    throw new NotAFeed(
      `Cannot read JSON at "${url}": ${cause instanceof Error ? cause.message.slice(0, 200) : 'unreadable'}`,
    )
  }
  const items = isObject(json) ? get(json, 'items') : undefined
  if (!isObject(json) || !Array.isArray(items))
    throw new NotAFeed(`Cannot find a JSON Feed in the JSON at "${url}"`)
  const repairs = new Set<string>()
  if (!/jsonfeed\.org\/version/.test(text(json, 'version') ?? ''))
    repairs.add('Read JSON without its JSON Feed version')
  const base = text(json, 'feed_url') ?? url
  const home = text(json, 'home_page_url')
  const site = home === undefined ? undefined : safeAddress(home, base)
  return {
    head: {
      title: lineOf(text(json, 'title')),
      link: site,
      id: text(json, 'feed_url'),
      subtitle: lineOf(text(json, 'description')),
      language: languageTag(text(json, 'language')),
      skipHours: [],
      skipDays: [],
      hubs: list(get(json, 'hubs'))
        .flatMap((hub) => (isObject(hub) ? safeAddress(text(hub, 'url') ?? '', base) || [] : []))
        .slice(0, 10),
      self: text(json, 'feed_url'),
    },
    entries: newestEntries(
      items.filter(isObject).map((item) => entryOf(item, base, site)),
      repairs,
    ),
    repairs,
  }
}
