import type { Enclosure, FeedHead } from '@newsbraid/model'

/** An entry as read from whatever vocabulary, every value final: plain title, absolute link, ISO dates, HTML bodies. */
export type RawEntry = {
  title?: string
  link?: string
  id?: string
  published?: string
  updated?: string
  summary?: string
  content?: string
  author?: string
  categories: string[]
  enclosures: Enclosure[]
}

export type RawFeed = { head: FeedHead; entries: RawEntry[]; repairs: Set<string> }

export const LIMITS = {
  bytes: 16 * 1024 * 1024,
  entries: 5000,
  titleLength: 2000,
  addressLength: 8192,
  categories: 100,
  enclosures: 50,
  depth: 256,
}

const clockOf = (entry: RawEntry): number => Date.parse(entry.published ?? entry.updated ?? '') || 0

/** The newest entries of too many, in the feed's own order; without dates the first ones. */
export const newestEntries = (entries: RawEntry[], repairs: Set<string>): RawEntry[] =>
  newestOf(entries, clockOf, repairs)

/** The newest of too many, by a clock that is read only when there are. */
export function newestOf<T>(all: T[], clockOf: (one: T) => number, repairs: Set<string>): T[] {
  if (all.length <= LIMITS.entries) return all
  repairs.add(`Kept the newest ${LIMITS.entries} of ${all.length} entries`)
  const newest = all
    .map((one, i) => ({ i, clock: clockOf(one) }))
    .sort((a, b) => b.clock - a.clock || a.i - b.i)
    .slice(0, LIMITS.entries)
  const kept = new Set(newest.map(({ i }) => i))
  return all.filter((_, i) => kept.has(i))
}
