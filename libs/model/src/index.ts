export { ArticleId, EntityId, EventId, FeedId, PageId, SourceId } from './ids.ts'
export { Enclosure, Entry, FeedHead, type ParsedFeed } from './entry.ts'
export {
  ArticleKind,
  CleanArticle,
  type Cleaned,
  CleanOutcome,
  DroppedBlock,
  Image,
  TextDirection,
} from './article.ts'
export { ArticleEntity, EntityType, type Extraction, Mention } from './mention.ts'
export { ArticleRole, Evidence, LineageKind } from './news-event.ts'
export { type ItemEnd } from './outcome.ts'
export { EntityRef, Headline, listOf, Problem, SourceRef } from './api/common.ts'
export {
  EventArticle,
  EventChoice,
  EventDetail,
  EventList,
  EventSummary,
  RelatedEvent,
  Figure,
  Lineage,
  TimelineItem,
} from './api/events.ts'
export {
  ApiMention,
  ArticleDetail,
  ArticleList,
  ArticleSummary,
  ArticleWhy,
  BlockMark,
  BlockMarkList,
  DiffPart,
  Revision,
} from './api/articles.ts'
export {
  AliasEntry,
  CorrectionKind,
  CorrectionList,
  EntityCorrection,
  EntitySuggestion,
  SuggestionList,
} from './api/corrections.ts'
export { EntityDetail, EntityList, EntitySummary } from './api/entities.ts'
export {
  ApiSource,
  FeedState,
  Ingested,
  Pipeline,
  QuarantineItem,
  QuarantineList,
  SourceKind,
  SourceList,
  Reason,
  RobotsState,
  SourceRemoval,
  SourceRemoved,
  Trace,
  TraceStep,
} from './api/operations.ts'
export { BadCursor, readCursor, writeCursor } from './api/cursor.ts'
export {
  type AliasImport,
  type ApiStore,
  type CorrectionQuery,
  type Giver,
  type ArticleQuery,
  type ArticleSort,
  type Change,
  type ChangeKind,
  type Decision,
  type EntityQuery,
  type EntitySort,
  type EventQuery,
  type EventSort,
  type IngestEnd,
  type IngestRequest,
  type KeptRequest,
  type KeptResponse,
  type KindChoice,
  type NewSource,
  type PageQuery,
  type QuarantineQuery,
  type SourceChange,
  type SourceQuery,
} from './api/api-store.ts'
export { whatToDo } from './api/what-to-do.ts'
