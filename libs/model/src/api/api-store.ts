import type { ArticleDetail, ArticleList, ArticleWhy } from './articles.ts'
import type { EntityDetail, EntityList } from './entities.ts'
import type { EventDetail, EventList, TimelineItem } from './events.ts'
import type {
  ApiSource,
  FeedState,
  Ingested,
  Pipeline,
  QuarantineItem,
  QuarantineList,
  SourceList,
  Trace,
} from './operations.ts'

/** A page of a list; `cursor` was made by `writeCursor` for the order asked for, and is checked before it arrives. */
export type PageQuery = { cursor?: string; limit: number }

/** `top`: newest development, raised by independent sources; `new`: first seen last; `relevance`: best match of `q`. */
export type EventSort = 'top' | 'latest' | 'new' | 'relevance'
export type EventQuery = {
  /** Free text in any language; a foreign string, never a query language */
  q?: string
  /** A BCP 47 primary language that one of the event's articles is in */
  lang?: string
  /** A source's id */
  source?: string
  /** An entity's id */
  entity?: string
  /** A place's entity id, or its name in any spelling seen */
  place?: string
  /** ISO 8601, bounds of the last development; `since` included, `until` not */
  since?: string
  until?: string
  /** At least so many independent sources */
  minSources?: number
  sort: EventSort
}

export type ArticleSort = 'latest' | 'oldest' | 'relevance'
export type ArticleQuery = {
  q?: string
  lang?: string
  source?: string
  entity?: string
  event?: string
  /** ISO 8601, bounds of `publishedAt` */
  since?: string
  until?: string
  sort: ArticleSort
}

export type EntitySort = 'mentions' | 'latest' | 'name'
export type EntityQuery = { q?: string; type?: 'person' | 'organisation' | 'place'; sort: EntitySort }

/** Sources are listed by name. */
export type SourceQuery = { q?: string; state?: FeedState }
export type QuarantineQuery = { stage?: string }

export type NewSource = { feedUrl: string; name?: string; homeUrl?: string; language?: string }
export type SourceChange = { name?: string; homeUrl?: string; feedUrl?: string; state?: 'active' | 'paused' }

/** What a write came to; `detail` says in words, with the offending value quoted, why it was refused. */
export type Decision<T> =
  | { done: T }
  | {
      /** No such thing · it stands against what is there · it makes no sense · asked again too soon */
      refused: 'not-found' | 'conflict' | 'invalid' | 'too-soon'
      detail: string
      /** With `too-soon` */
      retryAfterSeconds?: number
    }

/** A page to take in: an address to fetch, or a body as it came with the address it belongs to, if any. */
export type IngestRequest =
  | { kind: 'url'; url: string }
  | { kind: 'body'; body: string; contentType: 'text/html' | 'text/plain'; url?: string; title?: string }
export type IngestEnd =
  | { end: 'placed'; ingested: Ingested }
  /** It left the line before it had an event: too short, not an article, quarantined */
  | { end: 'ended'; url: string; stage: string; outcome: string; detail?: string }
  /** Accepted and stored, not placed within the time given */
  | { end: 'pending'; url: string }

export type ChangeKind =
  'event-new' | 'event-developed' | 'event-copied' | 'event-merged' | 'event-split' | 'quarantined'
/** Something a reader of the stream hears of. `seq` grows and is never used twice. */
export type Change = { seq: string; kind: ChangeKind; at: string; eventId?: string; articleId?: string }

export type KeptResponse = { status: number; location?: string; contentType: string; body: string }
export type KeptRequest = { fingerprint: string; response?: KeptResponse }

/** What the HTTP API needs of the store; every answer has exactly the shape the API promises. */
export type ApiStore = {
  /** Events that match, a page of them, in the order asked for; merged-away events are left out. */
  events: (query: EventQuery, page: PageQuery) => Promise<EventList>
  /** One event; one that was merged away has `mergedInto` (the last of a chain) and else its last state. */
  event: (id: string) => Promise<EventDetail | undefined>
  /** The events with these ids in this order; unknown and merged-away ids are left out. At most 100. */
  eventsById: (ids: string[]) => Promise<EventDetail[]>
  /** What happened to an event, oldest first. */
  timeline: (id: string) => Promise<TimelineItem[] | undefined>
  /** A person's word: these events are `into`; the machine never parts them again. */
  mergeEvents: (into: string, from: string[]) => Promise<Decision<EventDetail>>
  /** A person's word: these articles are an event of their own; the machine never joins them again. */
  splitEvent: (
    id: string,
    articleIds: string[],
  ) => Promise<Decision<{ event: EventDetail; split: EventDetail }>>

  /** Cleaned articles that match, a page of them. */
  articles: (query: ArticleQuery, page: PageQuery) => Promise<ArticleList>
  /** One article with its dropped blocks, mentions, revisions and trace. */
  article: (id: string) => Promise<ArticleDetail | undefined>
  /** Why it stands in its event, and what else was weighed. */
  articleWhy: (id: string) => Promise<ArticleWhy | undefined>

  /** Entities that match `q` in any spelling, a page of them. */
  entities: (query: EntityQuery, page: PageQuery) => Promise<EntityList>
  /** One entity with spellings, titles, mentions by day, company and its 20 latest events. */
  entity: (id: string) => Promise<EntityDetail | undefined>

  /** Sources by name, with how they fare. */
  sources: (query: SourceQuery, page: PageQuery) => Promise<SourceList>
  /** One source. */
  source: (id: string) => Promise<ApiSource | undefined>
  /** A new source, due for its first poll; `conflict` when its feed is known. */
  addSource: (source: NewSource) => Promise<Decision<ApiSource>>
  /** Renamed, moved, paused or woken (a source that was `gone` too). */
  updateSource: (id: string, change: SourceChange) => Promise<Decision<ApiSource>>
  /** It is polled no more and leaves the list; its articles stay. False when there is none. */
  removeSource: (id: string) => Promise<boolean>
  /** Due at once, but never sooner than the floor after the last poll (`too-soon`). */
  pollSource: (id: string) => Promise<Decision<ApiSource>>
  /** Every source that is not removed, by name, for OPML. */
  allSources: () => Promise<ApiSource[]>
  /** Those whose feed is unknown are added; the rest is left as it is. */
  importSources: (sources: NewSource[]) => Promise<{ added: number; known: number }>

  /** Takes one page in and waits until it is placed, has left the line, or the time is over. */
  ingest: (request: IngestRequest, waitMs: number) => Promise<IngestEnd>
  /** Counts by stage and outcome; `idle` says that the store knows of no unfinished item. */
  pipeline: () => Promise<Omit<Pipeline, 'queues'>>
  /** Where the page of this address is; the address is made canonical first. */
  trace: (url: string) => Promise<Trace | undefined>
  /** Items no retry can save, newest first. */
  quarantine: (query: QuarantineQuery, page: PageQuery) => Promise<QuarantineList>
  /** The item goes back to its stage; done with the item as it was. */
  replayQuarantined: (id: string) => Promise<Decision<QuarantineItem>>

  /** Claims an Idempotency-Key for a day; undefined when it is new, else what was kept under it. A claim without an
   * answer lapses after five minutes (its process died). One atomic statement. */
  claimKey: (key: string, fingerprint: string) => Promise<KeptRequest | undefined>
  /** Keeps the answer under a claimed key. */
  keepResponse: (key: string, response: KeptResponse) => Promise<void>
  /** Gives a claimed key back, after a failure worth trying again. */
  releaseKey: (key: string) => Promise<void>

  /** Changes after this one, oldest first, at most `limit`. */
  changesAfter: (seq: string, limit: number) => Promise<Change[]>
  /** The newest change's `seq`; '0' when there is none. */
  lastChange: () => Promise<string>
  /** Calls `wake` when there may be new changes (spurious calls are fine); returns how to stop. */
  onChange: (wake: () => void) => () => void

  /** Throws when the database doesn't answer. */
  ping: () => Promise<void>
}
