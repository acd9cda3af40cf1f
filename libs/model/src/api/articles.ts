import { z } from 'zod'
import { DroppedBlock } from '../article.ts'
import { Evidence } from '../news-event.ts'
import { listOf, SourceRef } from './common.ts'
import { TraceStep } from './operations.ts'

export const ArticleSummary = z.object({
  id: z.string(),
  title: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  url: z.string(),
  source: SourceRef,
  authors: z.array(z.string()),
  publishedAt: z.string(),
  fetchedAt: z.string(),
  eventId: z.string().optional(),
  text: z.string(),
})
export type ArticleSummary = z.infer<typeof ArticleSummary>

export const ApiMention = z.object({
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  type: z.enum(['person', 'organisation', 'place']),
  titles: z.array(z.string()),
  entityId: z.string(),
})
export type ApiMention = z.infer<typeof ApiMention>

export const Revision = z.object({ id: z.string(), at: z.string(), title: z.string(), text: z.string() })

export const ArticleDetail = ArticleSummary.extend({
  html: z.string(),
  modifiedAt: z.string().optional(),
  image: z.object({ url: z.string(), alt: z.string().optional() }).optional(),
  kind: z.string(),
  dropped: z.array(DroppedBlock),
  /** Offsets into `title + "\n\n" + text`, UTF-16 units */
  mentions: z.array(ApiMention),
  entities: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
  revisions: z.array(Revision),
  /** What arrived for this page, in order: discovered, fetched, cleaned, extracted, placed */
  trace: z.array(TraceStep),
})
export type ArticleDetail = z.infer<typeof ArticleDetail>
export const ArticleList = listOf(ArticleSummary)
export type ArticleList = z.infer<typeof ArticleList>

/** Why an article stands in its event. */
export const ArticleWhy = z.object({
  articleId: z.string(),
  eventId: z.string().optional(),
  role: z.string().optional(),
  copyOf: z.string().optional(),
  why: z.array(Evidence),
  /** Events that were weighed and not chosen */
  considered: z.array(z.object({ eventId: z.string(), score: z.number(), title: z.string().optional() })),
})
export type ArticleWhy = z.infer<typeof ArticleWhy>
