import type { NotAFeed } from '@newsbraid/feeds'
import { type FetchAnswer, hostKey } from '@newsbraid/web'
import { askRobots } from '../host-visit.ts'
import type { FeedToPoll, Poll, StagePorts } from '../ports.ts'
import { failed } from './answers.ts'
import { findSitemap } from './find-sitemap.ts'
import { readList } from './read-list.ts'

const PATIENCE_MS = 30_000
/** A page nobody called a list is one only with so many articles */
const FEWEST = 3

/**
 * What to read at an address that turned out to be a page: the feed it names, else the site's news sitemap, else the
 * list of articles on the page itself, else a sitemap that changed lately. Only for a source that was never read, and
 * only what the kind a person chose leaves open.
 */
export async function findSource(
  feed: FeedToPoll,
  ports: StagePorts,
  answer: FetchAnswer,
  error: NotAFeed,
): Promise<Poll> {
  const chosen = feed.isKindChosen ? feed.kind : undefined
  const [feedUrl] = error.links
  const isUnread = feed.bodyHash === undefined
  const hint = error.links.length > 0 ? `; it links to the feeds ${error.links.join(' ')}` : ''
  const nothing = (more: string): Poll =>
    failed(feed, ports, 'not-a-feed', `${error.message}${hint}${more}`, answer)
  if (!isUnread) return nothing('')
  if (feedUrl && chosen !== 'sitemap') return siteOf(feed, ports, answer, feedUrl, 'feed')
  if (!error.isPage || chosen === 'feed') return nothing('')
  const sitemaps = await findSitemap(answer.url, ports)
  if (sitemaps.news) return siteOf(feed, ports, answer, sitemaps.news, 'sitemap')
  if (chosen === 'sitemap')
    return sitemaps.any
      ? siteOf(feed, ports, answer, sitemaps.any, 'sitemap')
      : nothing('; neither robots.txt nor /sitemap.xml leads to a sitemap')
  const robots = await askRobots(answer.url, hostKey(answer.url), ports, PATIENCE_MS)
  const isAllowed = 'allowed' in robots && robots.allowed
  const list = isAllowed ? await readList(feed, ports, answer, FEWEST) : undefined
  if (list?.kind === 'list') return list
  if (sitemaps.recent) return siteOf(feed, ports, answer, sitemaps.recent, 'sitemap')
  return nothing(
    isAllowed
      ? '; it names no feed and no sitemap, and shows no list of articles'
      : '; it names no feed and no sitemap, and robots.txt asks us not to read its list of articles',
  )
}

/** The address was a site's: what was found there is asked from now on. */
function siteOf(
  feed: FeedToPoll,
  ports: StagePorts,
  answer: FetchAnswer,
  found: string,
  kind: 'feed' | 'sitemap',
): Poll {
  return {
    ...failed(feed, ports, `${kind}-found`, '', answer),
    error: undefined,
    movedTo: found,
    homeUrl: answer.url,
    nextPollMs: ports.now(),
    nextPollReason: `its ${kind} was found a moment ago`,
    nextPollWhy: { code: 'found', params: {} },
  }
}
