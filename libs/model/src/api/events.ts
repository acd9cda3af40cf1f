import { z } from 'zod'
import { ArticleRole, Evidence, LineageKind } from '../news-event.ts'
import { EntityRef, Headline, listOf, SourceRef } from './common.ts'

export const EventArticle = z.object({
  id: z.string(),
  source: SourceRef,
  title: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  url: z.string(),
  publishedAt: z.string(),
  role: ArticleRole,
  why: z.array(Evidence),
})
export type EventArticle = z.infer<typeof EventArticle>

export const Lineage = z.object({ root: z.string(), copies: z.array(z.string()), kind: LineageKind })
export const Figure = z.object({
  what: z.string(),
  value: z.number(),
  unit: z.string().optional(),
  sources: z.array(z.string()),
  quote: z.string(),
})
export const TimelineItem = z.object({
  at: z.string(),
  /** `first-report` | `joined` | `development` | `copy` | `merged` | `split` */
  kind: z.string(),
  articleId: z.string().optional(),
  text: z.string(),
  lang: z.string().optional(),
})
export type TimelineItem = z.infer<typeof TimelineItem>

/** What a list of events shows of each. */
export const EventSummary = z.object({
  id: z.string(),
  version: z.number().int(),
  title: Headline,
  summary: z.string(),
  firstSeen: z.string(),
  lastDevelopment: z.string(),
  languages: z.array(z.string()),
  articleCount: z.number().int(),
  independentSourceCount: z.number().int(),
  sources: z.array(SourceRef),
  entities: z.array(EntityRef),
  image: z.string().optional(),
})
export type EventSummary = z.infer<typeof EventSummary>

export const EventDetail = EventSummary.extend({
  lineage: z.array(Lineage),
  articles: z.array(EventArticle),
  figures: z.array(Figure),
  disagreements: z.array(z.object({ what: z.string(), values: z.array(Figure) })),
  timeline: z.array(TimelineItem),
  mergedInto: z.string().optional(),
})
export type EventDetail = z.infer<typeof EventDetail>
export const EventList = listOf(EventSummary)
export type EventList = z.infer<typeof EventList>
