import type { FetchAnswer } from '@newsbraid/web'
import type { FeedToPoll, Poll, StagePorts } from '../ports.ts'
import { answered, failed } from './answers.ts'
import { weakTagMemory } from './conditional.ts'
import { foundPages } from './found-pages.ts'
import { movedFeed } from './moved-feed.ts'
import { readListing } from './read-listing.ts'
import { schedule } from './schedule.ts'
import { subscribe } from './subscribe.ts'

/** Reads an answer as a feed, a sitemap or an index of sitemaps. Throws `NotAFeed`. */
export async function readFeed(
  feed: FeedToPoll,
  ports: StagePorts,
  answer: FetchAnswer,
  bodyHash: string,
): Promise<Poll> {
  const parsed = await readListing(answer, feed.host, ports)
  if (feed.isKindChosen && parsed.kind !== feed.kind)
    return failed(
      feed,
      ports,
      'other-kind',
      `Read a ${parsed.kind} instead of a ${feed.kind} at "${answer.url}"`,
      answer,
    )
  const times = parsed.entries
    .flatMap((entry) => entry.published ?? entry.updated ?? [])
    .map((time) => Date.parse(time))
    .filter((ms) => ms > 0 && ms < ports.now() + 86_400_000)
    .sort((a, b) => b - a)
  await subscribe(feed, parsed.feed, answer, ports)
  const moved = movedFeed(feed, answer, ports.politeness)
  const { feed: head } = parsed
  const { ttlMinutes, updatePeriodMinutes, skipHours, skipDays } = head
  const wishes = { ttlMinutes, updatePeriodMinutes, skipHours, skipDays }
  const memory = {
    ...feed.memory,
    wishes,
    ...moved.memory,
    ...weakTagMemory(feed, answer, false, ports.politeness),
    recentMs: times.slice(0, 30),
  }
  const { intervalSeconds, ...next } = schedule({
    feed,
    ports,
    answer,
    wishes,
    recentMs: memory.recentMs,
    changed: true,
  })
  return {
    ...answered(feed, answer, ports),
    ...next,
    outcome: 'ok',
    kind: parsed.kind,
    memory: { ...memory, intervalSeconds },
    ...(moved.to ? { movedTo: moved.to } : {}),
    bodyHash,
    repairs: parsed.repairs,
    ...(head.title ? { feedTitle: head.title } : {}),
    ...(head.language ? { feedLanguage: head.language } : {}),
    ...(head.link ? { homeUrl: head.link } : {}),
    pages: foundPages(parsed.entries, answer.url, feed.isTextWhole, ports.newId),
    ...(times[0] ? { lastEntryMs: times[0] } : {}),
  }
}
