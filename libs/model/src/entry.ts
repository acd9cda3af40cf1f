import { z } from 'zod'

export const Enclosure = z.object({
  url: z.string(),
  type: z.string().optional(),
  length: z.number().optional(),
})
export type Enclosure = z.infer<typeof Enclosure>

/** One line of a feed (Atom entry, RSS item). Times are ISO 8601 in UTC. */
export const Entry = z.object({
  title: z.string().optional(),
  link: z.string().optional(),
  id: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  summary: z.string().optional(),
  content: z.string().optional(),
  author: z.string().optional(),
  categories: z.array(z.string()).default([]),
  enclosures: z.array(Enclosure).default([]),
})
export type Entry = z.infer<typeof Entry>

/** What a feed says about itself. */
export const FeedHead = z.object({
  title: z.string().optional(),
  link: z.string().optional(),
  id: z.string().optional(),
  updated: z.string().optional(),
  subtitle: z.string().optional(),
  language: z.string().optional(),
  /** RSS ttl in minutes */
  ttlMinutes: z.number().optional(),
  /** sy:updatePeriod over sy:updateFrequency, in minutes */
  updatePeriodMinutes: z.number().optional(),
  /** Hours of the day, UTC, 0 to 23 */
  skipHours: z.array(z.number()).default([]),
  /** English names of days, as RSS 2.0 spells them */
  skipDays: z.array(z.string()).default([]),
  hubs: z.array(z.string()).default([]),
  self: z.string().optional(),
})
export type FeedHead = z.infer<typeof FeedHead>

/** A feed read to its end; `repairs` names in words what was mended on the way. */
export type ParsedFeed = { feed: FeedHead; entries: Entry[]; repairs: string[] }
