import { nextPoll } from '@newsbraid/feeds'
import { cacheLifetimeMs, type FetchAnswer, retryAfterMs } from '@newsbraid/web'
import type { FeedToPoll, FeedWishes, Poll, StagePorts } from '../ports.ts'

/** When to ask the feed again, and why then. */
export function schedule(given: {
  feed: FeedToPoll
  ports: StagePorts
  answer?: FetchAnswer
  wishes?: FeedWishes
  recentMs: readonly number[]
  /** It brought something that was not known */
  changed: boolean
  failed?: boolean
}): Pick<Poll, 'nextPollMs' | 'nextPollReason' | 'nextPollWhy'> & { intervalSeconds: number } {
  const { feed, ports, answer } = given
  const nowMs = ports.now()
  const waitMs = answer && askedToWait(answer, ports)
  const lifetimeMs = answer && !given.failed ? cacheLifetimeMs(answer.headers, nowMs) : undefined
  const intervalSeconds = adapted(feed, given, ports)
  const { atMs, reason, why } = nextPoll({
    learnedMs: intervalSeconds * 1000,
    nowMs,
    minMs: ports.politeness.pollMinSeconds * 1000,
    maxMs: ports.politeness.pollMaxSeconds * 1000,
    jitter: ports.random(),
    entryTimesMs: given.recentMs,
    failures: given.failed ? feed.failures + 1 : 0,
    ...(given.wishes ?? feed.memory.wishes),
    ...(lifetimeMs === undefined ? {} : { cacheLifetimeMs: lifetimeMs }),
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  })
  return { nextPollMs: atMs, nextPollReason: reason, nextPollWhy: why, intervalSeconds }
}

/** Half as long after a poll that brought something, three tenths longer after one that did not; it begins near twice the shortest. */
function adapted(
  feed: FeedToPoll,
  { changed, failed }: { changed: boolean; failed?: boolean },
  ports: StagePorts,
): number {
  const { pollMinSeconds: min, pollMaxSeconds: max } = ports.politeness
  // Feeds added together are not asked together the second time
  const before = feed.memory.intervalSeconds ?? min * (1.5 + 2 * ports.random())
  if (failed || feed.polls === 0) return before
  return Math.min(max, Math.max(min, before * (changed ? 0.5 : 1.3)))
}

function askedToWait(answer: FetchAnswer, ports: StagePorts): number | undefined {
  if (answer.status !== 429 && answer.status !== 503) return undefined
  return retryAfterMs(
    answer.headers['retry-after'],
    ports.now(),
    ports.politeness.retryAfterCapSeconds * 1000,
  )
}

/** Until when nobody asks this host: 429 speaks for all of it. */
export function hostHold(answer: FetchAnswer, ports: StagePorts): number | undefined {
  if (answer.status !== 429) return undefined
  const waitMs = askedToWait(answer, ports) ?? Math.min(60_000, ports.politeness.retryAfterCapSeconds * 1000)
  return ports.now() + waitMs
}
