import { outlets } from './outlets.ts'
import { reports } from './reports.ts'
import { plainLine, type PublishedReport, type SampleKind, type SampleReport } from './sample-report.ts'

export type SampleName = {
  /** `person/…`, `place/…`, `organisation/…`: the same key in every article and language */
  key: string
  type: 'person' | 'place' | 'organisation'
  /** Forms in this article's title or body, the fullest first, without clitics and titles */
  surfaces: string[]
}

/** What is true of an article whatever address and hour it got. */
export type SampleGold = {
  id: string
  /** The masthead */
  outlet: string
  language: string
  title: string
  author: string | null
  /** Paragraphs exactly as they must come out of cleaning */
  body: string[]
  /** Equal labels report the same event; null stands alone */
  event: string | null
  kind: SampleKind
  /** The agency credit the page prints outside the body */
  agency: string | null
  /** Whom and what the article turns on; not every place it mentions */
  names: SampleName[]
  /** robots.txt forbids the page: a polite reader never has it */
  isDisallowed: boolean
}

/** Gold of one article that is out. `publishedAt` is ISO 8601 in UTC. */
export type SampleArticle = SampleGold & { url: string; publishedAt: string }

const goldOf = (report: SampleReport): SampleGold => {
  const outlet = outlets.find(({ key }) => key === report.outlet)
  if (!outlet) throw new Error(`Cannot find outlet "${report.outlet}"`)
  return {
    id: `${report.outlet}/${report.id}`,
    outlet: outlet.name,
    language: outlet.language,
    title: report.title,
    author: report.author,
    body: report.body.map(plainLine),
    event: report.event,
    kind: report.kind,
    agency: report.agency ?? null,
    names: Object.entries(report.names).map(([key, surfaces]) => ({ key, type: typeOf(key), surfaces })),
    isDisallowed: report.isDisallowed ?? false,
  }
}

const typeOf = (key: string): SampleName['type'] => {
  const type = key.split('/')[0]
  if (type === 'person' || type === 'place' || type === 'organisation') return type
  throw new Error(`Cannot read the type of name "${key}"`)
}

/** Every article of the sample, also those not out yet, without addresses and times. */
export const sampleGold: readonly SampleGold[] = reports.map(goldOf)

/** Gold with the address and the time that the article came out under. */
export const goldOfPublished = (report: PublishedReport): SampleArticle => ({
  ...goldOf(report),
  url: report.url,
  publishedAt: report.publishedAt.toISOString(),
})
