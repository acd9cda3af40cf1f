import type { OutletKey, PublishedReport, SampleReport } from './sample-report.ts'

export type FeedStyle = {
  path: string
  format: 'rss' | 'atom'
  /** How much of the article stands in the feed */
  depth: 'title' | 'teaser' | 'full'
  links: 'plain' | 'tracked' | 'relative'
  /** What a teaser ends with */
  more: string
  /** A line some themes add below the text, with the link and the masthead filled in */
  footer?: (link: string, title: string) => string
}

/** What a layout is given. */
export type PageContext = {
  outlet: Outlet
  origin: string
  article: PublishedReport
  /** The host's other articles, newest first: what every page lists alike */
  others: PublishedReport[]
  /** The same, begun elsewhere for each article: what a page alone points to */
  related: PublishedReport[]
}

export type Outlet = {
  key: OutletKey
  name: string
  tagline: string
  /** BCP 47 */
  language: string
  /** Bytes that leave the server; no header says which */
  encoding: 'utf-8' | 'windows-1256'
  offsetMinutes: number
  colour: string
  feed: FeedStyle
  validators: 'etag' | 'last-modified' | 'both'
  gzip?: true
  robots: string
  notFound: string
  pathOf: (report: SampleReport) => string
  layout: (page: PageContext) => string
}
