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

/** What a person wants of an event: `followed` ones are told of once per development, `muted` ones stay out of lists. */
export const EventChoice = z.enum(['followed', 'muted'])
export type EventChoice = z.infer<typeof EventChoice>

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
  choice: EventChoice.optional(),
})
export type EventSummary = z.infer<typeof EventSummary>

/** Another event that names the same: before it, after it, or at its time. A link, never a member. */
export const RelatedEvent = z.object({
  id: z.string(),
  title: Headline,
  relation: z.enum(['background', 'follow-up', 'same-names']),
  firstSeen: z.string(),
  lastDevelopment: z.string(),
  independentSourceCount: z.number().int(),
  /** Names both have, the rarest first */
  shared: z.array(z.string()),
})
export type RelatedEvent = z.infer<typeof RelatedEvent>

export const EventDetail = EventSummary.extend({
  lineage: z.array(Lineage),
  articles: z.array(EventArticle),
  figures: z.array(Figure),
  disagreements: z.array(z.object({ what: z.string(), values: z.array(Figure) })),
  timeline: z.array(TimelineItem),
  related: z.array(RelatedEvent),
  mergedInto: z.string().optional(),
})
export type EventDetail = z.infer<typeof EventDetail>
export const EventList = listOf(EventSummary)
export type EventList = z.infer<typeof EventList>
