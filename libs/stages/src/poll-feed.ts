import { NotAFeed } from '@newsbraid/feeds'
import { defer, defineStage, done } from '@newsbraid/pipeline'
import { type FetchAnswer, FetchError, hostKey } from '@newsbraid/web'
import { askRobots, enterHost } from './host-visit.ts'
import { cleanPageJob, fetchPageJob, pollFeedJob } from './jobs.ts'
import { failed, unchanged } from './poll/answers.ts'
import { bodyDigest, conditionalHeaders } from './poll/conditional.ts'
import { findSource } from './poll/find-source.ts'
import { readFeed } from './poll/read-feed.ts'
import { listDigest, readList } from './poll/read-list.ts'
import { readPush } from './poll/read-push.ts'
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
    // A feed is made to be fetched by programs; a page is one like any other
    const robots = feed.kind === 'list' ? await askRobots(feed.url, feed.host, ports) : undefined
    if (robots && 'laterMs' in robots) return defer(ports.now() + robots.laterMs, 'its host is busy')
    if (robots && !robots.allowed) {
      const refused = failed(feed, ports, 'robots-refused', robots.reason)
      return done(refused.outcome, refused, refused.error)
    }
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

const ACCEPT_FEED =
  'application/rss+xml, application/atom+xml, application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1'
const ACCEPT_PAGE = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

async function visit(feed: FeedToPoll, ports: StagePorts): Promise<Poll> {
  const isList = feed.kind === 'list'
  let answer: FetchAnswer
  try {
    answer = await ports.fetch({
      url: feed.url,
      headers: {
        accept: isList ? ACCEPT_PAGE : ACCEPT_FEED,
      },
      validators: {
        url: feed.validatorsUrl ?? feed.url,
        // Validators of a reading as another kind are of no use
        headers: isList && !feed.memory.list ? {} : conditionalHeaders(feed, ports.politeness),
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
  const bodyHash = isList ? listDigest(answer.bytes) : bodyDigest(answer.bytes)
  if (bodyHash === feed.bodyHash) return unchanged(feed, ports, answer)
  try {
    return isList ? await readList(feed, ports, answer) : await readFeed(feed, ports, answer, bodyHash)
  } catch (error) {
    if (error instanceof FetchError) return failed(feed, ports, error.code, error.message, answer)
    if (!(error instanceof NotAFeed)) throw error
    return await findSource(feed, ports, answer, error)
  }
}
