import type { Entry } from '@newsbraid/model'
import { canonicalUrl, hostKey, urlKey } from '@newsbraid/web'
import type { FoundPage } from '../ports.ts'

/** A feed with more entries than this keeps its newest. */
const MOST_ENTRIES = 2000
const LONGEST_URL = 2048
/** A feed's own text shorter than this is fetched as a page, whatever the evidence */
const WHOLE_CHARACTERS = 600

/** The pages that a feed's entries name, each once; entries without an address of the web name none. */
export function foundPages(
  entries: readonly Entry[],
  feedUrl: string,
  isTextWhole: boolean,
  newId: () => string,
): FoundPage[] {
  const pages = new Map<string, FoundPage>()
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const link = entry.link ?? (entry.id && /^https?:\/\//i.test(entry.id) ? entry.id : undefined)
    if (!link || link.length > LONGEST_URL) continue
    const url = canonicalUrl(link, { base: feedUrl })
    if (!url) continue
    const key = urlKey(url)
    if (pages.has(key)) continue
    const { content } = entry
    const body = isTextWhole && content !== undefined && standsAlone(content, key) ? content : undefined
    pages.set(key, { id: newId(), urlKey: key, url, host: hostKey(url), entry, ...(body ? { body } : {}) })
  }
  return [...pages.values()]
}

/** What stands at the end of a text that goes on elsewhere, in the words of common blog software */
const GOES_ON =
  /(?:…|\.{3}|\[&#8230;\]|&hellip;|&#8230;|→|read more|continue reading|more|lire la suite|weiterlesen|leer más|leggi tutto|اقرأ المزيد|المزيد|تابع القراءة)[\s\])]*$/iu

/**
 * Whether a feed's text may stand for its page: long, not cut, and not one of the tenth of all pages that are fetched all
 * the same, so that a feed which turns to teasers is found out.
 */
function standsAlone(content: string, key: string): boolean {
  if (content.length < WHOLE_CHARACTERS) return false
  const end = content
    .slice(-400)
    .replace(/<[^<>]*>/g, ' ')
    .trimEnd()
  let sum = 0
  for (let n = 0; n < key.length; n++) sum = (sum * 31 + key.charCodeAt(n)) >>> 0
  return !GOES_ON.test(end.slice(-60)) && sum % 10 !== 0
}
