import type { ArticleDetail, ArticleList, ArticleWhy, BlockMark, BlockMarkList } from './articles.ts'
import type { AliasEntry, CorrectionList, EntityCorrection, SuggestionList } from './corrections.ts'
import type { EntityDetail, EntityList } from './entities.ts'
import type { EventDetail, EventList, TimelineItem, EventChoice } from './events.ts'
import type {
  ApiSource,
  FeedState,
  Ingested,
  Pipeline,
  QuarantineItem,
  QuarantineList,
  SourceKind,
  SourceList,
  SourceRemoval,
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
  /** Without it muted events are left out */
  choice?: EventChoice | 'all'
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

/** Who gives a correction, as it is kept with it. */
export type Giver = { by: string }
/** Newest first; those undone too, unless `standing`. */
export type CorrectionQuery = { entity?: string; batch?: string; ids?: string[]; standing?: boolean }
/** What an import came to. `ambiguous`: names that two entries claim, which join nobody. */
export type AliasImport = {
  batch: string
  entries: number
  names: number
  created: number
  merged: number
  ambiguous: number
}

/** Sources are listed by name. */
export type SourceQuery = { q?: string; state?: FeedState }
export type QuarantineQuery = { stage?: string }

/** `auto`: the kind is found out. */
export type KindChoice = 'auto' | SourceKind
export type NewSource = {
  feedUrl: string
  kind?: KindChoice
  name?: string
  homeUrl?: string
  language?: string
  /** Folders around it in the list it comes from, outermost first */
  folder?: string[]
}
export type SourceChange = {
  kind?: KindChoice
  name?: string
  homeUrl?: string
  feedUrl?: string
  state?: 'active' | 'paused'
}

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
export type Change = {
  seq: string
  kind: ChangeKind
  at: string
  eventId?: string
  articleId?: string
  /** What a person wants of the event */
  choice?: EventChoice
}

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

  /** Follows or mutes an event, or, with `undefined`, takes that back. The choice outlives merges and growth. */
  chooseEvent: (id: string, choice: EventChoice | undefined) => Promise<Decision<EventDetail>>

  /** Cleaned articles that match, a page of them. */
  articles: (query: ArticleQuery, page: PageQuery) => Promise<ArticleList>
  /** One article with its dropped blocks, mentions, revisions and trace. */
  article: (id: string) => Promise<ArticleDetail | undefined>
  /** Why it stands in its event, and what else was weighed. */
  articleWhy: (id: string) => Promise<ArticleWhy | undefined>

  /** What people said of blocks, newest first; of one host when it is given. */
  blockMarks: (query: { host?: string }, page: PageQuery) => Promise<BlockMarkList>
  /**
   * A person's word on a block of an article's site: every page of the host obeys, and those whose bodies are kept are
   * cleaned again. A later word on the same block replaces the earlier.
   */
  markBlock: (
    articleId: string,
    block: { text: string; verdict: BlockMark['verdict'] },
  ) => Promise<Decision<BlockMark>>
  /** Takes a word back, and cleans the pages as if it had never been said. */
  unmarkBlock: (id: string) => Promise<Decision<BlockMark>>

  /** Entities that match `q` in any spelling, a page of them. */
  entities: (query: EntityQuery, page: PageQuery) => Promise<EntityList>
  /** One entity with spellings, titles, mentions by day, company and its 20 latest events. */
  entity: (id: string) => Promise<EntityDetail | undefined>
  /** A person's word: these entities are `into`; their ids lead there from now on. */
  mergeEntities: (into: string, from: string[], giver: Giver) => Promise<Decision<EntityDetail>>
  /** A person's word: these spellings, or the mentions of these articles, are an entity of their own. */
  splitEntity: (
    id: string,
    parts: { spellings?: string[] | undefined; articles?: string[] | undefined; name?: string | undefined },
    giver: Giver,
  ) => Promise<Decision<{ entity: EntityDetail; split: EntityDetail }>>
  /** A person's word: it is shown under this name. */
  renameEntity: (
    id: string,
    to: { name: string; lang?: string | undefined },
    giver: Giver,
  ) => Promise<Decision<EntityDetail>>
  /** A person's word: whoever an article calls so is this entity. */
  aliasEntity: (
    id: string,
    known: { alias: string; lang?: string | undefined },
    giver: Giver,
  ) => Promise<Decision<EntityDetail>>
  /** A person's word: what is written so is nobody, everywhere or in one article or source. */
  notAName: (
    id: string,
    where: { spellings?: string[] | undefined; article?: string | undefined; source?: string | undefined },
    giver: Giver,
  ) => Promise<Decision<EntityDetail>>
  /** A person's word: these two are not one, and it isn't suggested again. */
  notSame: (id: string, other: string, giver: Giver) => Promise<Decision<EntityDetail>>
  /** Joins extraction was not sure enough of and nobody has decided, surest first. */
  suggestions: (page: PageQuery) => Promise<SuggestionList>
  /** What people and imports said of entities. */
  corrections: (query: CorrectionQuery, page: PageQuery) => Promise<CorrectionList>
  /** Takes a correction back, or all of a batch (`id` is the batch's): all is as it would be without. */
  undoCorrection: (
    id: string,
    giver: Giver,
  ) => Promise<Decision<{ undone: number; corrections: EntityCorrection[] }>>
  /** Makes the names of a file known, as corrections of one batch. `isAmbiguous`: a name that two entries claim. */
  importAliases: (
    entries: AsyncIterable<AliasEntry>,
    giver: Giver,
    options: {
      isAmbiguous: (type: AliasEntry['type'], name: string) => boolean
      onProgress?: (done: AliasImport) => void
    },
  ) => Promise<AliasImport>

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
  /** What would go with its articles; a source removed before without them still has them. */
  sourceRemoval: (id: string) => Promise<SourceRemoval | undefined>
  /**
   * It and its articles go, with all that was made of them; undefined when there is none. It leaves the list at once;
   * `done` is false when the rest takes longer than `waitMs` and goes on by itself.
   */
  removeSourceWithArticles: (
    id: string,
    waitMs: number,
  ) => Promise<(SourceRemoval & { done: boolean }) | undefined>
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
