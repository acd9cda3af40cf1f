import type { Footprint, Liveness, Site } from '@newsbraid/boilerplate'
import type { GivenSpans } from '@newsbraid/entities'
import type { ArticleFeatures, Clusterer, Placement } from '@newsbraid/events'
import type { CleanArticle, Entry, Extraction, FeedHead, SourceKind, Reason } from '@newsbraid/model'
import type { Fetcher } from '@newsbraid/web'

/** A feed as poll-feed needs it. Validators are kept exactly as the server sent them. */
export type FeedToPoll = {
  id: string
  url: string
  host: string
  etag?: string
  lastModified?: string
  bodyHash?: string
  memory: FeedMemory
  polls: number
  failures: number
  lastPollMs?: number
  /** Where the validators came from; absent: the feed's own address */
  validatorsUrl?: string
  /** A document that the feed's hub pushed, not read yet */
  push?: { id: string; bytes: Uint8Array; contentType?: string; more: boolean }
  /** What its address is read as; absent until that is known */
  kind?: SourceKind
  /** A person said so: nothing else is looked for */
  isKindChosen?: boolean
  /** The pages compared so far held no more than the feed's own text */
  isTextWhole: boolean
}

/** What polling remembers between two polls of a feed. */
export type FeedMemory = {
  /** Seconds between polls as adapted so far */
  intervalSeconds?: number
  /** Permanent redirects to this address in a row */
  movedTo?: string
  movedTimes?: number
  /** The server calls unchanged bodies new under this weak tag: send it without `W/`, or If-Modified-Since alone */
  weakTagFails?: 'weak' | 'strong'
  /** Publication times of the newest entries, milliseconds, newest first, for the adaptive interval */
  recentMs?: number[]
  wishes?: FeedWishes
  list?: ListMemory
}
/** What polling remembers of a list page. */
export type ListMemory = {
  /** Digests of links that were passed by: navigation, and old ones that came back */
  passed: string[]
  /** Links to articles at the last good reading */
  links: number
  /** By address shape, the number that three quarters of them stay below */
  numbers: Record<string, number>
  /** Readings in a row that found none */
  empty?: number
}
/** How often the feed itself wishes to be asked. */
export type FeedWishes = Pick<FeedHead, 'ttlMinutes' | 'updatePeriodMinutes' | 'skipHours' | 'skipDays'>

/** A page named by a feed, with its canonical key. `body`: the feed's own text, where it is as whole as the page. */
export type FoundPage = { id: string; urlKey: string; url: string; host: string; entry: Entry; body?: string }
/** `hasPushes`: its hub pushed something that is not read yet. `fresh`: nobody had named them before; `updated`: known, and changed since they were fetched, as the feed says. */
export type SavedPages = { fresh: FoundPage[]; updated: { id: string; host: string }[]; hasPushes: boolean }

export type Poll = {
  feed: FeedToPoll
  status?: number
  outcome: string
  /** In words a person understands; absent when the poll went well */
  error?: string | undefined
  /** The feed answers 410: it is polled no more */
  gone: boolean
  movedTo?: string
  /** What it was read as */
  kind?: SourceKind
  etag?: string
  lastModified?: string
  bodyHash?: string
  validatorsUrl?: string
  /** The push that was read */
  pushId?: string
  memory: FeedMemory
  repairs: string[]
  feedTitle?: string
  feedLanguage?: string
  homeUrl?: string
  pages: FoundPage[]
  lastEntryMs?: number
  nextPollMs: number
  nextPollReason: string
  /** The same as a code with its parameters */
  nextPollWhy?: Reason
  /** The host asks all its visitors to wait until then */
  hostFreeMs?: number
}

export type PageToFetch = {
  id: string
  url: string
  host: string
  etag?: string
  lastModified?: string
  /** Where the validators came from */
  validatorsUrl?: string
  /** When it was published, as the feed says, else when it was found */
  bornMs: number
  /** It was fetched before: this is a second look */
  isKnown?: boolean
}
/** A later page of an article that is cut into pages. */
export type PagePart = { url: string; html: string }
export type FetchedPage = {
  page: PageToFetch
  status: number
  finalUrl: string
  /** Canonical key of the final address */
  finalKey: string
  encoding: string
  /** Decoded characters; absent when there is nothing to clean */
  html?: string
  /** Its later pages, in order */
  parts?: PagePart[]
  etag?: string
  lastModified?: string
  /** The X-Robots-Tag header */
  robotsTag?: string
}

export type PageToClean = {
  id: string
  url: string
  host: string
  kind: 'html' | 'text'
  body: string
  /** Later pages of the article, in order */
  parts?: PagePart[]
  /** The X-Robots-Tag header it came with */
  robotsTag?: string
  hints: { title?: string; publishedAt?: string; author?: string; language?: string }
  /** The feed's own text of it, as HTML */
  feedText?: string
  site: Site
  fetchedMs: number
  /**
   * The article made of this page before; `former`: the body it was made of, where a newer one has come since;
   * `isFeedCut`: the feed's own text is known not to be whole
   */
  standing?: { title: string; text: string; former?: string; isFeedCut: boolean }
}
export type CleanResult = {
  liveness?: Liveness
  article?: CleanArticle
  /** ISO 8601; when neither page nor feed say, the time it was fetched */
  publishedAt: string
  /** Canonical key of the page's own rel=canonical, where it may be trusted */
  canonicalKey?: string
  /** Whether the feed's own text holds all of the article; absent when there is nothing to compare */
  isFeedTextWhole?: boolean
  /** The publisher changed the words: what stood before is kept as a revision */
  isRevision?: boolean
  footprint?: Footprint
}

export type ArticleText = { id: string; title: string; text: string; language: string }
export type ArticleToRead = ArticleText & { publishedAt: string; sourceId: string; agency?: string }
export type Read = { extraction: Extraction; features: ArticleFeatures }
export type Extracted = { article: ArticleText; extraction: Extraction }
export type Placed = { features: ArticleFeatures; placement: Placement }

/** What the stages read of the store. */
export type StoreReads = {
  feedsToPoll: (ids: readonly string[]) => Promise<Map<string, FeedToPoll>>
  /** Which of these canonical keys belong to a page already */
  knownKeys: (urlKeys: readonly string[]) => Promise<Set<string>>
  pagesToFetch: (ids: readonly string[]) => Promise<Map<string, PageToFetch>>
  pagesToClean: (ids: readonly string[]) => Promise<Map<string, PageToClean>>
  articlesToRead: (ids: readonly string[]) => Promise<Map<string, ArticleToRead>>
  /** Features by article, oldest publication first */
  featuresToPlace: (ids: readonly string[]) => Promise<Map<string, ArticleFeatures>>
}

/** What the stages write, inside the transaction that ends their items. */
export type StoreWrites = {
  /** Writes a poll. Validators and pages go together or not at all. */
  savePoll: (poll: Poll) => Promise<SavedPages>
  /**
   * Keeps a fetched page; the body of a standing article stays beside the new one until that was judged. `same`: byte for
   * byte what is there; `elsewhere`: its final address belongs to another page already.
   */
  saveFetched: (fetched: FetchedPage) => Promise<'new' | 'same' | 'elsewhere'>
  /** The page is still what it was when it was fetched. */
  sawUnchanged: (pageId: string) => Promise<void>
  /** The page's address answers that it is not there (any more); its article stays. */
  sawGone: (pageId: string) => Promise<void>
  /** What came last is no article: the bodies that the standing articles were made of stand again. */
  keepFormer: (pageIds: readonly string[]) => Promise<void>
  /** Keeps an article and, when it changed, its former version. `elsewhere`: its canonical address belongs to another page. */
  saveArticle: (
    page: PageToClean,
    result: CleanResult & { article: CleanArticle },
  ) => Promise<'new' | 'changed' | 'same' | 'elsewhere'>
  /** Lets the templates of these hosts take in what was seen. */
  absorb: (seen: readonly { host: string; footprint: Footprint }[]) => Promise<void>
  saveExtractions: (batch: readonly Extracted[]) => Promise<void>
  /** Keeps what placing will compare. */
  saveFeatures: (batch: readonly ArticleFeatures[]) => Promise<void>
  /** Writes placements and what they changed in other events. Throws when the lease was lost. */
  savePlacements: (placed: readonly Placed[]) => Promise<void>
}

/** Where hosts' slots and robots rules are kept, for all processes. */
export type Hosts = {
  /** 0: the host is ours to ask now, and nobody else's until its delay has passed; else how many milliseconds it is not free. */
  takeSlot: (host: string) => Promise<number>
  /** Nobody asks this host before then. */
  holdOff: (host: string, untilMs: number) => Promise<void>
  robots: (host: string) => Promise<{ text: string; status: number; atMs: number } | undefined>
  saveRobots: (
    host: string,
    robots: { text: string; status: number; crawlDelaySeconds?: number },
  ) => Promise<void>
}

/** Subscriptions at hubs (WebSub). */
export type PushBook = {
  /** Where hubs reach us; without it nothing is subscribed */
  callbackBase?: string
  /** The subscription of a feed at a hub; `isDue` when the hub must be asked (again), which counts as asked now. */
  subscription: (
    feedId: string,
    hub: string,
    topic: string,
  ) => Promise<{ token: string; secret: string; isDue: boolean }>
  /** The hub did not take it, for this reason */
  refused: (feedId: string, reason: string) => Promise<void>
}

/** The one writer's memory of recent events. */
export type Writer = {
  /** The clusterer, rebuilt from the store where it isn't up to date. */
  clusterer: () => Promise<Clusterer>
  /** What is in memory is no longer what the store says. */
  forget: () => void
}

export type Politeness = {
  pollMinSeconds: number
  pollMaxSeconds: number
  unconditionalEvery: number
  movedAfter: number
  retryAfterCapSeconds: number
  robotsCacheSeconds: number
  userAgent: string
}

/** Everything a stage may use; what touches the world is in here and nowhere else. */
export type StagePorts = {
  store: StoreReads
  hosts: Hosts
  push: PushBook
  fetch: Fetcher
  /** Undoes gzip; throws past `maxBytes` */
  gunzip: (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>
  writer: Writer
  /** Names found by a model that is served elsewhere; undefined when it fails. Absent: the own tagger alone reads */
  tagger?: (article: ArticleText) => Promise<GivenSpans | undefined>
  /** What a model that is served elsewhere makes of an article; undefined when it fails. Absent: events go without */
  embedder?: (article: ArticleText) => Promise<readonly number[] | undefined>
  politeness: Politeness
  now: () => number
  random: () => number
  newId: () => string
  sleep: (ms: number) => Promise<void>
}
