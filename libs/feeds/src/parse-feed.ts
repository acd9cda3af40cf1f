import { decode } from '@newsbraid/charset'
import type { ParsedFeed } from '@newsbraid/model'
import { throughRssParser } from './canonical-rss.ts'
import { readJsonFeed } from './json-feed.ts'
import { NotAFeed } from './not-a-feed.ts'
import { LIMITS } from './raw-feed.ts'
import { readXmlFeed } from './xml-feed.ts'

/**
 * Reads a feed: RSS 0.9x, 1.0, 1.1 and 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, news sitemaps, in any encoding and
 * state of repair. `url` is where it came from, for relative links and messages. Dates are ISO 8601 in UTC, titles
 * plain text, bodies HTML that is not made safe. Throws `NotAFeed`, with the feeds an HTML page names.
 */
export async function parseFeed(
  bytes: Uint8Array,
  { contentType, url }: { contentType?: string; url: string },
): Promise<ParsedFeed> {
  const kept = bytes.length > LIMITS.bytes ? bytes.subarray(0, LIMITS.bytes) : bytes
  const { text, encoding, by } = decode(kept, contentType)
  const start = text.search(/[^\s\ufeff\u200b]/)
  if (start < 0) throw new NotAFeed(`Read nothing at "${url}"`)
  const raw =
    text[start] === '{' || text[start] === '[' ? readJsonFeed(text.slice(start), url) : readXmlFeed(text, url)
  if (by === 'guess') raw.repairs.add(`Read as ${encoding}, whatever its declaration says`)
  if (encoding === 'utf-8' && text.includes('\ufffd'))
    raw.repairs.add('Replaced bytes that are no characters')
  if (kept.length < bytes.length) raw.repairs.add(`Read only the first ${LIMITS.bytes} bytes`)
  return throughRssParser(raw)
}
