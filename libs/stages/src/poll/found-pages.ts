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
    // Every tenth page is fetched all the same, so that a feed which turns to teasers is found out
    const body =
      isTextWhole && content !== undefined && content.length >= WHOLE_CHARACTERS && pages.size % 10 !== 9
        ? content
        : undefined
    pages.set(key, { id: newId(), urlKey: key, url, host: hostKey(url), entry, ...(body ? { body } : {}) })
  }
  return [...pages.values()]
}
