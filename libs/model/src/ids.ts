import { z } from 'zod'

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'Not a ULID')

/** Every id is a ULID: 26 characters of Crockford base 32, sortable by the time it was made. */
export const SourceId = ulid.brand<'SourceId'>()
export type SourceId = z.infer<typeof SourceId>
export const FeedId = ulid.brand<'FeedId'>()
export type FeedId = z.infer<typeof FeedId>
export const PageId = ulid.brand<'PageId'>()
export type PageId = z.infer<typeof PageId>
export const ArticleId = ulid.brand<'ArticleId'>()
export type ArticleId = z.infer<typeof ArticleId>
export const EntityId = ulid.brand<'EntityId'>()
export type EntityId = z.infer<typeof EntityId>
export const EventId = ulid.brand<'EventId'>()
export type EventId = z.infer<typeof EventId>
