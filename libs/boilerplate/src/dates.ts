import { machineDate, turnedDate, writtenDate } from './iso-date.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { timeElements } from './time-elements.ts'
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
  'og:release_date',
  'published',
  'published-date',
  'w-published-date',
  'publishdate',
  'publish_time',
  'date_published',
  'datecreated',
  'article.created',
  'article:created_time',
  'article-date',
  'cre_date',
  'creation_date',
  'dc.created',
  'firstpublished',
  'first_published',
  'vr:published_time',
  'citation_publication_date',
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

/** Trust in each place a date stands in: what two places agree on outweighs any one of them. */
const TRUST = { structured: 1.3, meta: 1, marked: 1, element: 0.6, visible: 0.6, feed: 0.6, address: 0.6 }
const DAY_MS = 86_400_000

/**
 * Publication and change dates, ISO 8601: structured data, meta, `<time>` and the line near the headline, the feed and
 * the address vote for the day; of the winning day the most trusted wording counts, a time of day before a day alone.
 */
export function chooseDates(
  facts: PageFacts,
  head: PageHead,
  titleBlock: number,
  bodyStart: number,
  url: string,
  hint?: string,
): { publishedAt?: string; modifiedAt?: string } {
  const fromMeta = (names: readonly string[]): string | undefined =>
    names.map((n) => head.meta.get(n)).find((v) => writtenDate(v) !== undefined)
  const said: Said[] = []
  const say = (value: string | undefined, trust: number): void => {
    const date = writtenDate(value)
    if (!date) return
    const turned = turnedDate(value)
    push(date, turned ? trust / 3 : trust)
    if (turned) push(turned, trust / 4)
  }
  const push = (date: string, trust: number): void => {
    said.push({ date, trust, dayMs: Date.parse(`${date.slice(0, 10)}T00:00:00Z`) })
  }
  say(head.structured.publishedAt, TRUST.structured)
  say(fromMeta(PUBLISHED), TRUST.meta)
  const elements = timeElements(facts, titleBlock, bodyStart)
  say(elements.published, elements.isMarked ? TRUST.marked : TRUST.element)
  // A second opinion is asked for where the first is missing or unsure
  if (said.reduce((sum, s) => sum + s.trust, 0) < 1)
    say(visibleDate(facts, titleBlock, bodyStart, head.language), TRUST.visible)
  say(machineDate(hint), TRUST.feed)
  say(dateInAddress(url), TRUST.address)
  const published = elected(said)
  const modified =
    writtenDate(head.structured.modifiedAt) ?? writtenDate(fromMeta(MODIFIED)) ?? elements.modified
  const out: { publishedAt?: string; modifiedAt?: string } = {}
  if (published) out.publishedAt = published
  if (modified) out.modifiedAt = modified
  return out
}

type Said = { date: string; trust: number; dayMs: number }

/** Days a day apart are one day seen from two time zones. */
function elected(said: readonly Said[]): string | undefined {
  let best: { said: Said; weight: number } | undefined
  for (const s of said) {
    let weight = 0
    for (const o of said) if (Math.abs(o.dayMs - s.dayMs) <= DAY_MS) weight += o.trust
    if (!best || weight > best.weight + 1e-9) best = { said: s, weight }
  }
  if (!best) return undefined
  const { dayMs, date } = best.said
  if (date.length > 10) return date
  return said.find((s) => s.date.length > 10 && s.dayMs === dayMs)?.date ?? date
}
