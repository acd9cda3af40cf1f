export { cleanPage } from './clean-page.ts'
export { extractMentions } from './extract-mentions.ts'
export { fetchPage } from './fetch-page.ts'
export { lanedStages, line, stageOf } from './line.ts'
export { placeArticle } from './place-article.ts'
export { pollFeed } from './poll-feed.ts'
export type {
  ArticleText,
  ArticleToRead,
  CleanResult,
  Extracted,
  FeedMemory,
  FeedToPoll,
  FeedWishes,
  FetchedPage,
  FoundPage,
  Hosts,
  PagePart,
  PageToClean,
  PageToFetch,
  Placed,
  Politeness,
  Poll,
  PushBook,
  SavedPages,
  StagePorts,
  StoreReads,
  StoreWrites,
  Writer,
} from './ports.ts'
export { servedEmbedder } from './served-embedder.ts'
export { type ServedModel, type ServedOutcome, type ServedWorld } from './served-model.ts'
export { servedTagger, type ServedTagger } from './served-tagger.ts'
