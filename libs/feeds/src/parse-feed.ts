import { declaredEncodings, decode } from '@newsbraid/charset'
import type { ParsedFeed } from '@newsbraid/model'
import { throughRssParser } from './canonical-rss.ts'
import { readJsonFeed } from './json-feed.ts'
import { NotAFeed } from './not-a-feed.ts'
import { LIMITS } from './raw-feed.ts'
import { readXmlFeed } from './xml-feed.ts'

/**
 * Reads a feed: RSS 0.9x, 1.0, 1.1 and 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, news sitemaps, in any encoding and
 * state of repair. `url` is where it came from, for relative links and messages. Dates are ISO 8601 in UTC, titles
 * plain text, bodies safe HTML with absolute addresses. Throws `NotAFeed`, with the feeds an HTML page names.
 */
export async function parseFeed(
  bytes: Uint8Array,
  { contentType, url }: { contentType?: string; url: string },
): Promise<ParsedFeed> {
  const kept = bytes.length > LIMITS.bytes ? bytes.subarray(0, LIMITS.bytes) : bytes
  const { text, encoding } = decode(kept, contentType)
  const start = text.search(/[^\s\ufeff\u200b]/)
  if (start < 0) throw new NotAFeed(`Read nothing at "${url}"`)
  const raw =
    text[start] === '{' || text[start] === '[' ? readJsonFeed(text.slice(start), url) : readXmlFeed(text, url)
  // ASCII alone proves no declaration wrong
  const mislabelled = /[^\0-\x7f]/.test(text) ? encodingRepair(kept, contentType, encoding) : undefined
  if (mislabelled !== undefined) raw.repairs.add(mislabelled)
  if (encoding === 'utf-8' && text.includes('\ufffd'))
    raw.repairs.add('Replaced bytes that are no characters')
  if (kept.length < bytes.length) raw.repairs.add(`Read only the first ${LIMITS.bytes} bytes`)
  return throughRssParser(raw)
}

/** What to say when the encoding is another than declared, or never was. */
function encodingRepair(
  bytes: Uint8Array,
  contentType: string | undefined,
  encoding: string,
): string | undefined {
  const claims = declaredEncodings(bytes, contentType)
  const family = (name: string): string => name.replace(/^utf-(16|32)(?:le|be)$/, 'utf-$1')
  const wrong = claims.find((claim) => family(claim.encoding) !== family(encoding))
  if (wrong)
    return `Read as ${encoding} although its ${wrong.by === 'header' ? 'HTTP header' : 'declaration'} says ${wrong.encoding}`
  return claims.length > 0 || /^utf-/.test(encoding)
    ? undefined
    : `Read as ${encoding}, which it does not declare`
}
