import { NotAFeed, parseFeed } from '@newsbraid/feeds'
import type { FeedToPoll, Poll, StagePorts } from '../ports.ts'
import { foundPages } from './found-pages.ts'

/** Reads what the feed's hub pushed as if it had been polled; undefined when it is no feed, which is polled then. */
export async function readPush(
  feed: FeedToPoll,
  push: NonNullable<FeedToPoll['push']>,
  ports: StagePorts,
): Promise<Poll | undefined> {
  try {
    const { entries, repairs } = await parseFeed(push.bytes, {
      url: feed.url,
      ...(push.contentType ? { contentType: push.contentType } : {}),
    })
    const { etag, lastModified, bodyHash, validatorsUrl, memory } = feed
    const intervalMs = 1000 * (memory.intervalSeconds ?? 2 * ports.politeness.pollMinSeconds)
    return {
      feed,
      outcome: 'pushed',
      gone: false,
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
      ...(bodyHash ? { bodyHash } : {}),
      ...(validatorsUrl ? { validatorsUrl } : {}),
      pushId: push.id,
      memory,
      repairs,
      pages: foundPages(entries, feed.url, feed.isTextWhole, ports.newId),
      nextPollMs: push.more
        ? ports.now()
        : Math.max(ports.now() + 1000 * ports.politeness.pollMinSeconds, (feed.lastPollMs ?? 0) + intervalMs),
      nextPollReason: push.more
        ? 'its hub pushed more'
        : 'its hub pushes; it is polled all the same, in case a push is lost',
      nextPollWhy: { code: push.more ? 'pushed-more' : 'pushed', params: {} },
    }
  } catch (error) {
    if (error instanceof NotAFeed) return undefined
    throw error
  }
}
