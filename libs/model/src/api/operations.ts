import { z } from 'zod'
import { listOf } from './common.ts'

export const FeedState = z.enum(['active', 'paused', 'gone'])
export type FeedState = z.infer<typeof FeedState>
export const ApiSource = z.object({
  /** A source's id; one source has one feed so far */
  id: z.string(),
  name: z.string(),
  homeUrl: z.string().optional(),
  feedUrl: z.string(),
  state: FeedState,
  language: z.string().optional(),
  lastFetchAt: z.string().optional(),
  lastStatus: z.number().int().optional(),
  lastOutcome: z.string().optional(),
  /** Why it fails, in words a person understands */
  lastError: z.string().optional(),
  failures: z.number().int(),
  nextPollAt: z.string().optional(),
  nextPollReason: z.string().optional(),
  repairs: z.array(z.string()),
  articleCount: z.number().int(),
  entriesPerDay: z.number(),
  lastEntryAt: z.string().optional(),
  silent: z.boolean(),
})
export type ApiSource = z.infer<typeof ApiSource>
export const SourceList = listOf(ApiSource)
export type SourceList = z.infer<typeof SourceList>

export const Pipeline = z.object({
  articles: z.object({
    discovered: z.number().int(),
    fetched: z.number().int(),
    cleaned: z.number().int(),
    extracted: z.number().int(),
    placed: z.number().int(),
  }),
  events: z.number().int(),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      delayed: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  stages: z.array(
    z.object({
      name: z.string(),
      unfinished: z.number().int(),
      quarantined: z.number().int(),
      doneLastMinute: z.number().int(),
      outcomes: z.array(z.object({ outcome: z.string(), count: z.number().int() })),
    }),
  ),
  /** True when nothing is waiting, running or due */
  idle: z.boolean(),
})
export type Pipeline = z.infer<typeof Pipeline>

export const QuarantineItem = z.object({
  id: z.string(),
  stage: z.string(),
  url: z.string().optional(),
  reason: z.string(),
  attempts: z.number().int(),
  at: z.string(),
})
export type QuarantineItem = z.infer<typeof QuarantineItem>
export const QuarantineList = listOf(QuarantineItem)
export type QuarantineList = z.infer<typeof QuarantineList>

/** How far one thing came in one stage; the first step of a page is `discover`. */
export const TraceStep = z.object({
  stage: z.string(),
  state: z.string(),
  outcome: z.string().optional(),
  detail: z.string().optional(),
  attempts: z.number().int(),
  at: z.string(),
})
export type TraceStep = z.infer<typeof TraceStep>

export const Trace = z.object({
  url: z.string(),
  canonicalUrl: z.string(),
  articleId: z.string().optional(),
  eventId: z.string().optional(),
  steps: z.array(TraceStep),
})
export type Trace = z.infer<typeof Trace>

/** What POST /ingest answers: the article with its entities and its event. */
export const Ingested = z.object({
  article: z.object({ id: z.string(), title: z.string(), text: z.string(), language: z.string() }),
  entities: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
  event: z.object({ id: z.string() }),
})
export type Ingested = z.infer<typeof Ingested>
