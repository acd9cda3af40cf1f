import { NotAFeed } from '@newsbraid/feeds'
import { defer, defineStage, done } from '@newsbraid/pipeline'
import { type FetchAnswer, FetchError, hostKey } from '@newsbraid/web'
import { enterHost } from './host-visit.ts'
import { cleanPageJob, fetchPageJob, pollFeedJob } from './jobs.ts'
import { bodyDigest, conditionalHeaders, weakTagMemory } from './poll/conditional.ts'
import { foundPages } from './poll/found-pages.ts'
import { movedFeed } from './poll/moved-feed.ts'
import { readListing } from './poll/read-listing.ts'
import { readPush } from './poll/read-push.ts'
import { subscribe } from './poll/subscribe.ts'
import { hostHold, schedule } from './poll/schedule.ts'
import type { FeedToPoll, Poll, StagePorts, StoreWrites } from './ports.ts'

/** Asks a feed whether there is anything new, and arranges when to ask again. */
export const pollFeed = defineStage<StagePorts, StoreWrites>()({
  name: 'poll-feed',
  takes: pollFeedJob,
  sends: [fetchPageJob, cleanPageJob, pollFeedJob],
  concurrency: 48,
  maxAttempts: 1_000_000,
  highWater: 128,
  enough: 1_000_000,
  load: (ids, { store }) => store.feedsToPoll(ids),
  async run(feed: FeedToPoll, ports) {
    const pushed = feed.push && (await readPush(feed, feed.push, ports))
    if (pushed) return done(pushed.outcome, pushed)
    const laterMs = await enterHost(feed.host, ports)
    if (laterMs !== undefined) return defer(ports.now() + laterMs, 'its host is busy')
    const poll = await visit(feed, ports)
    return done(poll.outcome, poll, poll.error)
  },
  async save(saved, tx, send) {
    for (const { result } of saved) {
      const { fresh, updated, hasPushes } = await tx.savePoll(result)
      const known = fresh.filter((page) => page.body !== undefined)
      const toFetch = [...fresh.filter((page) => page.body === undefined), ...updated]
      await send(
        'fetch',
        toFetch.map(({ id, host }) => ({ id, lane: host })),
      )
      await send(
        'clean',
        known.map(({ id }) => ({ id })),
      )
      if (!result.gone)
        await send('poll', [
          {
            id: result.feed.id,
            dueMs: hasPushes ? 0 : result.nextPollMs,
            lane: result.movedTo ? hostKey(result.movedTo) : result.feed.host,
          },
        ])
    }
  },
})

async function visit(feed: FeedToPoll, ports: StagePorts): Promise<Poll> {
  let answer: FetchAnswer
  try {
    answer = await ports.fetch({
      url: feed.url,
      headers: {
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1',
      },
      validators: {
        url: feed.validatorsUrl ?? feed.url,
        headers: conditionalHeaders(feed, ports.politeness),
      },
    })
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return failed(feed, ports, error.code, error.message)
  }
  const { status } = answer
  if (status === 304) return unchanged(feed, ports, answer)
  if (status === 410)
    return { ...failed(feed, ports, 'gone', 'The server says the feed is gone for good', answer), gone: true }
  if (status !== 200) return failed(feed, ports, `http-${status}`, `The server answered ${status}`, answer)
  const bodyHash = bodyDigest(answer.bytes)
  if (bodyHash === feed.bodyHash) return unchanged(feed, ports, answer)
  try {
    return await read(feed, ports, answer, bodyHash)
  } catch (error) {
    if (error instanceof FetchError) return failed(feed, ports, error.code, error.message, answer)
    if (!(error instanceof NotAFeed)) throw error
    const [found] = error.links
    if (found && feed.bodyHash === undefined) return siteOfFeed(feed, ports, answer, found)
    const hint = error.links.length > 0 ? `; it links to the feeds ${error.links.join(' ')}` : ''
    return failed(feed, ports, 'not-a-feed', `${error.message}${hint}`, answer)
  }
}

async function read(
  feed: FeedToPoll,
  ports: StagePorts,
  answer: FetchAnswer,
  bodyHash: string,
): Promise<Poll> {
  const parsed = await readListing(answer, feed.host, ports)
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
    ...base(feed, answer, ports),
    ...next,
    outcome: 'ok',
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

/** The address was a site's: its page names a feed, which is asked from now on. */
function siteOfFeed(feed: FeedToPoll, ports: StagePorts, answer: FetchAnswer, found: string): Poll {
  const poll = failed(feed, ports, 'feed-found', '', answer)
  return {
    ...poll,
    error: undefined,
    movedTo: found,
    homeUrl: answer.url,
    nextPollMs: ports.now(),
    nextPollReason: 'its feed was found a moment ago',
  }
}

/** Common to all answers: validators as the server sent them. */
function base(feed: FeedToPoll, answer: FetchAnswer, ports: StagePorts) {
  const etag = answer.headers['etag'] ?? (answer.status === 304 ? feed.etag : undefined)
  const lastModified =
    answer.headers['last-modified'] ?? (answer.status === 304 ? feed.lastModified : undefined)
  const hold = hostHold(answer, ports)
  return {
    feed,
    status: answer.status,
    gone: false,
    repairs: [],
    pages: [],
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    validatorsUrl: answer.status === 304 ? (feed.validatorsUrl ?? feed.url) : answer.url,
    ...(hold ? { hostFreeMs: hold } : {}),
  }
}

function unchanged(feed: FeedToPoll, ports: StagePorts, answer: FetchAnswer): Poll {
  const moved = movedFeed(feed, answer, ports.politeness)
  const { intervalSeconds, ...next } = schedule({
    feed,
    ports,
    answer,
    recentMs: feed.memory.recentMs ?? [],
    changed: false,
  })
  return {
    ...base(feed, answer, ports),
    ...next,
    outcome: 'not-modified',
    memory: {
      ...feed.memory,
      intervalSeconds,
      ...moved.memory,
      ...weakTagMemory(feed, answer, answer.status === 200, ports.politeness),
    },
    ...(moved.to ? { movedTo: moved.to } : {}),
    ...(feed.bodyHash ? { bodyHash: feed.bodyHash } : {}),
  }
}

function failed(
  feed: FeedToPoll,
  ports: StagePorts,
  outcome: string,
  error: string,
  answer?: FetchAnswer,
): Poll {
  const hold = answer && hostHold(answer, ports)
  const { intervalSeconds, ...next } = schedule({
    feed,
    ports,
    ...(answer ? { answer } : {}),
    recentMs: feed.memory.recentMs ?? [],
    changed: false,
    failed: true,
  })
  return {
    feed,
    ...(answer ? { status: answer.status } : {}),
    outcome,
    error,
    gone: false,
    // What was known stays: the validators belong to what is stored
    ...(feed.etag ? { etag: feed.etag } : {}),
    ...(feed.lastModified ? { lastModified: feed.lastModified } : {}),
    ...(feed.bodyHash ? { bodyHash: feed.bodyHash } : {}),
    ...(feed.validatorsUrl ? { validatorsUrl: feed.validatorsUrl } : {}),
    memory: { ...feed.memory, intervalSeconds, movedTimes: 0 },
    repairs: [],
    pages: [],
    ...next,
    ...(hold ? { hostFreeMs: hold } : {}),
  }
}
