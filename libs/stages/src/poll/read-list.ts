import { type ListPage, NotAList, readListPage } from '@newsbraid/feeds'
import type { Entry } from '@newsbraid/model'
import { canonicalUrl, type FetchAnswer, urlKey } from '@newsbraid/web'
import type { FeedToPoll, ListMemory, Poll, StagePorts } from '../ports.ts'
import { answered, failed } from './answers.ts'
import { bodyDigest, weakTagMemory } from './conditional.ts'
import { foundPages } from './found-pages.ts'
import { freshLinks, linkKeys } from './fresh-links.ts'
import { movedFeed } from './moved-feed.ts'
import { schedule } from './schedule.ts'

/** A page may be between two states; only so many readings without a link mean something */
const MOST_EMPTY = 3
const MOST_TIMES = 30
const DAY_MS = 86_400_000

/** Digest of a body read as a list; never that of the same body read as a feed. */
export const listDigest = (bytes: Uint8Array): string => `list-${bodyDigest(bytes)}`

/**
 * Reads an answer as a page that lists articles: what was not listed before is news. A page that shows no list is a
 * failure in words, from the third time in a row on when it showed one before. `fewest`: links that make a list.
 */
export async function readList(
  feed: FeedToPoll,
  ports: StagePorts,
  answer: FetchAnswer,
  fewest = 1,
): Promise<Poll> {
  const contentType = answer.headers['content-type']
  let page: ListPage
  try {
    page = readListPage(answer.bytes, {
      url: answer.url,
      addresses: { canonicalUrl, urlKey },
      ...(contentType ? { contentType } : {}),
    })
    if (fewest > 1 && page.isArticle) throw new NotAList(`The page at "${answer.url}" is an article itself`)
    if (page.entries.length < fewest)
      throw new NotAList(`Found only ${page.entries.length} links to articles at "${answer.url}"`)
  } catch (error) {
    if (!(error instanceof NotAList)) throw error
    return empty(feed, ports, answer, error)
  }
  const keyOf = ({ link = '' }: Entry): string => urlKey(link)
  const known = await ports.store.knownKeys(
    [...page.entries, ...page.perhaps].flatMap(({ link = '' }) => linkKeys(link)),
  )
  const before = feed.memory.list
  const nowMs = ports.now()
  const { taken, memory: list } = freshLinks({
    entries: page.entries,
    perhaps: page.perhaps,
    known,
    ...(before ? { memory: before } : {}),
    nowMs,
  })
  const isKnown = (entry: Entry): boolean => known.has(keyOf(entry))
  const hasNews = taken.some((entry) => !isKnown(entry))
  const recentMs = timesOf(feed, page.entries, before ? taken : [], nowMs)
  const moved = movedFeed(feed, answer, ports.politeness)
  const { intervalSeconds, ...next } = schedule({ feed, ports, answer, recentMs, changed: hasNews })
  return {
    ...answered(feed, answer, ports),
    ...next,
    outcome: 'ok',
    kind: 'list',
    memory: {
      ...feed.memory,
      ...moved.memory,
      ...weakTagMemory(feed, answer, false, ports.politeness),
      recentMs,
      list,
      intervalSeconds,
    },
    ...(moved.to ? { movedTo: moved.to } : {}),
    bodyHash: listDigest(answer.bytes),
    repairs: page.repairs,
    ...(page.feed.title ? { feedTitle: page.feed.title } : {}),
    ...(page.feed.language ? { feedLanguage: page.feed.language } : {}),
    homeUrl: answer.url,
    pages: foundPages(
      [...page.entries, ...page.perhaps].filter((entry) => taken.includes(entry) || isKnown(entry)),
      answer.url,
      false,
      ports.newId,
    ),
    ...(hasNews ? { lastEntryMs: recentMs[0] ?? nowMs } : {}),
  }
}

/** When its articles appeared, newest first: by their dates, else when they were first seen here. */
function timesOf(
  feed: FeedToPoll,
  entries: readonly Entry[],
  news: readonly Entry[],
  nowMs: number,
): number[] {
  const dated = entries
    .map(({ published }) => (published === undefined ? NaN : Date.parse(published)))
    .filter((ms) => ms > 0 && ms < nowMs + DAY_MS)
  const seen = [...news.map(() => nowMs), ...(feed.memory.recentMs ?? [])]
  return (dated.length >= entries.length / 2 ? dated : seen).sort((a, b) => b - a).slice(0, MOST_TIMES)
}

/** No list on the page: what was known stays, so that an unchanged answer can't hide that the list is gone. */
function empty(feed: FeedToPoll, ports: StagePorts, answer: FetchAnswer, error: NotAList): Poll {
  const before = feed.memory.list
  if (!before) return failed(feed, ports, 'not-a-list', error.message, answer)
  const times = (before.empty ?? 0) + 1
  const list: ListMemory = { ...before, empty: times }
  const words = `The page has shown no links to articles ${times} times in a row, where it showed ${before.links} before; it may have been rebuilt`
  const poll = failed(feed, ports, 'no-links', words, answer)
  return {
    ...poll,
    error: times >= MOST_EMPTY ? words : undefined,
    memory: { ...poll.memory, list },
    nextPollReason: 'its page showed no links to articles',
    nextPollWhy: { code: 'no-links', params: {} },
  }
}
