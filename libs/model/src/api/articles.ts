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
  /** Its publisher asks search engines not to list it */
  noindex: z.boolean().optional(),
  /** From then on its text is not shown any more, as its publisher asks */
  unavailableAfter: z.string().optional(),
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

/** A run of text in both versions, or in one of them. */
export const DiffPart = z.object({ op: z.enum(['same', 'added', 'removed']), text: z.string() })
export type DiffPart = z.infer<typeof DiffPart>

/** How an article read until `at`; `changes` says word by word what the version after it made of it. */
export const Revision = z.object({
  id: z.string(),
  at: z.string(),
  title: z.string(),
  text: z.string(),
  changes: z.object({ title: z.array(DiffPart), text: z.array(DiffPart) }),
})

export const ArticleDetail = ArticleSummary.extend({
  /** Whose pages a person's word on a block is for */
  host: z.string(),
  html: z.string(),
  modifiedAt: z.string().optional(),
  image: z.object({ url: z.string(), alt: z.string().optional(), credit: z.string().optional() }).optional(),
  kind: z.string(),
  dropped: z.array(DroppedBlock),
  /** Offsets into `title + "\n\n" + text`, UTF-16 units */
  mentions: z.array(ApiMention),
  entities: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
  revisions: z.array(Revision),
  /** Since when its address answers that it is not there; the article stays */
  goneAt: z.string().optional(),
  /** What arrived for this page, in order: discovered, fetched, cleaned, extracted, placed */
  trace: z.array(TraceStep),
})
export type ArticleDetail = z.infer<typeof ArticleDetail>
export const ArticleList = listOf(ArticleSummary)
export type ArticleList = z.infer<typeof ArticleList>

/** A person's word on a block of a site's pages: it belongs to the article, or never does. */
export const BlockMark = z.object({
  id: z.string(),
  host: z.string(),
  text: z.string(),
  verdict: z.enum(['keep', 'drop']),
  at: z.string(),
})
export type BlockMark = z.infer<typeof BlockMark>
export const BlockMarkList = listOf(BlockMark)
export type BlockMarkList = z.infer<typeof BlockMarkList>

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
