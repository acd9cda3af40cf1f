import type { FetchAnswer } from '@newsbraid/web'
import type { FeedToPoll, Poll, StagePorts } from '../ports.ts'
import { weakTagMemory } from './conditional.ts'
import { movedFeed } from './moved-feed.ts'
import { hostHold, schedule } from './schedule.ts'

/** Common to all answers: validators as the server sent them. */
export function answered(feed: FeedToPoll, answer: FetchAnswer, ports: StagePorts) {
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

/** Nothing new: what was known stays. */
export function unchanged(feed: FeedToPoll, ports: StagePorts, answer: FetchAnswer): Poll {
  const moved = movedFeed(feed, answer, ports.politeness)
  const { intervalSeconds, ...next } = schedule({
    feed,
    ports,
    answer,
    recentMs: feed.memory.recentMs ?? [],
    changed: false,
  })
  return {
    ...answered(feed, answer, ports),
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

/** It could not be had or read, for a reason in words. */
export function failed(
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
