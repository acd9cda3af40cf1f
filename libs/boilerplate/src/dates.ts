import { machineDate } from './iso-date.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { dateInAddress, visibleDate } from './visible-date.ts'

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'article:published',
  'published_time',
  'publish-date',
  'publish_date',
  'pubdate',
  'date.published',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'dc.date',
  'dc.date.created',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'publication_date',
  'publicationdate',
  'ptime',
  'og:pubdate',
  'pdate',
  'displaydate',
  'article_date_original',
  'rnews:datepublished',
  'date',
  'created',
  'last-modified-date',
  'og:release_date',
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'article:modified',
  'revised',
  'dc.date.modified',
  'modified_time',
  'utime',
]

/** Publication and change dates from structured data, meta, `<time>` near the headline, then the feed. ISO 8601. */
export function chooseDates(
  facts: PageFacts,
  head: PageHead,
  titleBlock: number,
  bodyStart: number,
  url: string,
  hint?: string,
): { publishedAt?: string; modifiedAt?: string } {
  const out: { publishedAt?: string; modifiedAt?: string } = {}
  const fromMeta = (names: string[]): string | undefined => {
    for (const name of names) {
      const date = machineDate(head.meta.get(name))
      if (date) return date
    }
    return undefined
  }
  const published =
    machineDate(head.structured.publishedAt) ??
    fromMeta(PUBLISHED) ??
    timeElement(facts, titleBlock, bodyStart) ??
    visibleDate(facts, titleBlock, bodyStart) ??
    machineDate(hint) ??
    dateInAddress(url)
  const modified = machineDate(head.structured.modifiedAt) ?? fromMeta(MODIFIED)
  if (published) out.publishedAt = published
  if (modified) out.modifiedAt = modified
  return out
}

function timeElement(facts: PageFacts, titleBlock: number, bodyStart: number): string | undefined {
  const { tree, blocks } = facts
  const from = blocks[Math.max(0, titleBlock - 8)]?.first ?? 0
  const to = blocks[Math.max(bodyStart, titleBlock) + 8]?.first ?? tree.name.length
  let first: string | undefined
  for (let i = 1; i < tree.name.length; i++) {
    const a = tree.attributes[i]
    if (!a || (tree.name[i] !== 'time' && !/\bdate(?:Published|Created)\b/.test(a.itemprop ?? ''))) continue
    const date = machineDate(a.datetime ?? a.content)
    if (!date) continue
    if (/datePublished/.test(a.itemprop ?? '') || (i >= from && i <= to)) return date
    first ??= date
  }
  return first
}
