import type { Entry } from '@newsbraid/model'
import { canonicalUrl, hostKey, urlKey } from '@newsbraid/web'
import type { FoundPage } from '../ports.ts'

/** A feed with more entries than this keeps its newest. */
const MOST_ENTRIES = 2000
const LONGEST_URL = 2048

/** The pages that a feed's entries name, each once; entries without an address of the web name none. */
export function foundPages(entries: readonly Entry[], feedUrl: string, newId: () => string): FoundPage[] {
  const pages = new Map<string, FoundPage>()
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const link = entry.link ?? (entry.id && /^https?:\/\//i.test(entry.id) ? entry.id : undefined)
    if (!link || link.length > LONGEST_URL) continue
    const url = canonicalUrl(link, { base: feedUrl })
    if (!url) continue
    const key = urlKey(url)
    if (!pages.has(key)) pages.set(key, { id: newId(), urlKey: key, url, host: hostKey(url), entry })
  }
  return [...pages.values()]
}
