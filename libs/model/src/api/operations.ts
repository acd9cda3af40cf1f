import { z } from 'zod'
import { listOf } from './common.ts'

export const FeedState = z.enum(['active', 'paused', 'gone'])
export type FeedState = z.infer<typeof FeedState>
/** What a source's address is: a feed (RSS, Atom, JSON…), a sitemap, or an HTML page that lists articles. */
export const SourceKind = z.enum(['feed', 'sitemap', 'list'])
export type SourceKind = z.infer<typeof SourceKind>
/** A sentence as a code with its parameters, so that an interface can say it in its own language. */
export const Reason = z.object({ code: z.string(), params: z.record(z.string(), z.number()) })
export type Reason = z.infer<typeof Reason>
/** What the host's robots.txt says of the source's newest page. */
export const RobotsState = z.object({
  /** `unread`: no page of it was asked for so far */
  state: z.enum(['allowed', 'refused', 'unreachable', 'unread']),
  /** The pattern that refuses */
  rule: z.string().optional(),
  /** What robots.txt was answered with */
  status: z.number().int().optional(),
  crawlDelaySeconds: z.number().optional(),
  readAt: z.string().optional(),
})
export type RobotsState = z.infer<typeof RobotsState>
export const ApiSource = z.object({
  /** A source's id; one source has one feed so far */
  id: z.string(),
  name: z.string(),
  homeUrl: z.string().optional(),
  feedUrl: z.string(),
  /** What the address is read as; absent until the first answer has told, unless a person chose it */
  kind: SourceKind.optional(),
  /** A person chose the kind; else it is found out */
  kindChosen: z.boolean().optional(),
  state: FeedState,
  language: z.string().optional(),
  lastFetchAt: z.string().optional(),
  lastStatus: z.number().int().optional(),
  lastOutcome: z.string().optional(),
  /** Why it fails, in words a person understands; `lastOutcome` is its code */
  lastError: z.string().optional(),
  /** What can be done about it, in English */
  whatToDo: z.string().optional(),
  failures: z.number().int(),
  nextPollAt: z.string().optional(),
  /** Why then, in English */
  nextPollReason: z.string().optional(),
  /** The same as a code with its parameters */
  nextPollWhy: Reason.optional(),
  repairs: z.array(z.string()),
  articleCount: z.number().int(),
  entriesPerDay: z.number(),
  /** Hours between two entries, as of late; absent when too few are known */
  usualGapHours: z.number().optional(),
  lastEntryAt: z.string().optional(),
  /** Nothing came for three times its usual gap, and two days at least */
  silent: z.boolean(),
  robots: RobotsState.optional(),
  /** The folders it lay in in the OPML file it came from, outermost first */
  folder: z.array(z.string()).optional(),
})
export type ApiSource = z.infer<typeof ApiSource>
export const SourceList = listOf(ApiSource)
export type SourceList = z.infer<typeof SourceList>

/** What goes when a source is deleted with its articles. */
export const SourceRemoval = z.object({
  /** Articles that go */
  articles: z.number().int(),
  /** Articles that stay, since another source delivers them too */
  articlesShared: z.number().int(),
  /** Events that go, having no other article */
  events: z.number().int(),
  /** Events that lose articles and stay */
  eventsChanged: z.number().int(),
})
export type SourceRemoval = z.infer<typeof SourceRemoval>
export const SourceRemoved = SourceRemoval.extend({
  /** False while a long removal goes on by itself; the source is out of the list already */
  done: z.boolean(),
})

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
