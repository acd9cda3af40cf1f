import { ArticleId, FeedId, PageId } from '@newsbraid/model'
import { defineJob } from '@newsbraid/pipeline'

export const pollFeedJob = defineJob({ queue: 'poll', version: 1, id: FeedId, maxBatch: 1 })
export const fetchPageJob = defineJob({ queue: 'fetch', version: 1, id: PageId, maxBatch: 1 })
export const cleanPageJob = defineJob({ queue: 'clean', version: 1, id: PageId, maxBatch: 20 })
export const extractMentionsJob = defineJob({ queue: 'extract', version: 1, id: ArticleId, maxBatch: 20 })
export const placeArticleJob = defineJob({ queue: 'place', version: 1, id: ArticleId, maxBatch: 50 })
