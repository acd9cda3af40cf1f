import { decode } from '@newsbraid/charset'
import { defer, defineStage, done, Unprocessable } from '@newsbraid/pipeline'
import { FetchError, type FetchAnswer, retryAfterMs, urlKey } from '@newsbraid/web'
import { askRobots, enterHost } from './host-visit.ts'
import { laterPages } from './later-pages.ts'
import { cleanPageJob, fetchPageJob } from './jobs.ts'
import type { FetchedPage, PageToFetch, StagePorts, StoreWrites } from './ports.ts'

const HTML = /^(?:text\/html|application\/xhtml\+xml|application\/xml|text\/xml|text\/plain)\b/i

/** Brings one page in, politely, and settles its charset: nobody later sees bytes. */
export const fetchPage = defineStage<StagePorts, StoreWrites>()({
  name: 'fetch-page',
  takes: fetchPageJob,
  sends: [cleanPageJob, fetchPageJob],
  concurrency: 48,
  maxAttempts: 7,
  highWater: 128,
  enough: 10_000,
  load: (ids, { store }) => store.pagesToFetch(ids),
  async run(page: PageToFetch, ports) {
    const robots = await askRobots(page.url, page.host, ports)
    if ('laterMs' in robots) return defer(ports.now() + robots.laterMs, 'its host is busy')
    if (!robots.allowed) return done('robots-refused', undefined, robots.reason)
    const laterMs = await enterHost(page.host, ports)
    if (laterMs !== undefined) return defer(ports.now() + laterMs, 'its host is busy')
    const answer = await fetchOrSetAside(page, ports)
    return await judge(page, answer, ports)
  },
  async save(saved, tx, send, ports) {
    for (const { id, item, outcome, result } of saved) {
      const saw = result && (await tx.saveFetched(result))
      if (saw === 'new' && result?.html !== undefined) await send('clean', [{ id }])
      if (outcome === 'not-modified') await tx.sawUnchanged(id)
      if (outcome === 'not-found' || outcome === 'gone') await tx.sawGone(id)
      const isWatched = outcome === 'ok' || outcome === 'not-modified' || (item.isKnown && outcome !== 'gone')
      if (!isWatched || saw === 'elsewhere') continue
      const dueMs = nextLookMs(item.bornMs, ports.now())
      if (dueMs !== undefined) await send('fetch', [{ id, dueMs, lane: item.host }])
    }
  },
})

const HOUR_MS = 3_600_000

/**
 * When to look at a page again, for articles are corrected while they are young: after half its age, an hour at least,
 * a day at most, until it is four days old. Unchanged pages cost one conditional request.
 */
export function nextLookMs(bornMs: number, nowMs: number): number | undefined {
  const ageMs = Math.max(0, nowMs - bornMs)
  if (ageMs > 96 * HOUR_MS) return undefined
  return nowMs + Math.min(24 * HOUR_MS, Math.max(HOUR_MS, ageMs / 2))
}

async function fetchOrSetAside(page: PageToFetch, ports: StagePorts): Promise<FetchAnswer> {
  try {
    return await ports.fetch({
      url: page.url,
      headers: {
        accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
      },
      validators: {
        url: page.validatorsUrl ?? page.url,
        headers: {
          ...(page.etag ? { 'if-none-match': page.etag } : {}),
          ...(page.lastModified ? { 'if-modified-since': page.lastModified } : {}),
        },
      },
    })
  } catch (error) {
    if (error instanceof FetchError && !error.retryable)
      throw new Unprocessable(`Cannot fetch "${page.url}": ${error.message}`, { cause: error.cause })
    throw error
  }
}

async function judge(page: PageToFetch, answer: FetchAnswer, ports: StagePorts) {
  const { status } = answer
  if (status === 304) return done('not-modified', undefined)
  if (status === 404) return done('not-found', undefined, 'The server answered 404')
  if (status === 410) return done('gone', undefined, 'The server answered 410')
  if (status === 429 || status === 503) {
    const capMs = ports.politeness.retryAfterCapSeconds * 1000
    const waitMs = retryAfterMs(answer.headers['retry-after'], ports.now(), capMs)
    if (waitMs !== undefined) {
      await ports.hosts.holdOff(page.host, ports.now() + waitMs)
      if (waitMs > 0) return defer(ports.now() + waitMs, `its host answered ${status} and asked to wait`)
    } else if (status === 429) await ports.hosts.holdOff(page.host, ports.now() + Math.min(60_000, capMs))
    throw new Error(`The server answered ${status}`)
  }
  if (status >= 500 || status === 408 || status === 425) throw new Error(`The server answered ${status}`)
  // A second look that is turned away leaves what is there
  if (status >= 400 && page.isKnown) return done('fetch-failed', undefined, `The server answered ${status}`)
  if (status >= 400) throw new Unprocessable(`Cannot fetch "${page.url}": the server answered ${status}`)
  const type = answer.headers['content-type']
  if (type && !HTML.test(type)) return done('not-html', undefined, `It is "${type.slice(0, 80)}"`)
  if (answer.bytes.length === 0 && page.isKnown)
    return done('fetch-failed', undefined, 'The server sent an empty page')
  if (answer.bytes.length === 0)
    throw new Unprocessable(`Cannot read "${page.url}": the server sent an empty page`)
  const { text, encoding } = decode(answer.bytes, type)
  const html = text.replaceAll('\0', '')
  const later = await laterPages({ url: answer.url, html }, page.host, ports)
  if ('laterMs' in later) return defer(ports.now() + later.laterMs, 'its host is busy')
  const fetched: FetchedPage = {
    page,
    status,
    finalUrl: answer.url,
    finalKey: urlKey(answer.url),
    encoding,
    html,
    ...(later.parts.length > 0 ? { parts: later.parts } : {}),
    ...(answer.headers['etag'] ? { etag: answer.headers['etag'] } : {}),
    ...(answer.headers['last-modified'] ? { lastModified: answer.headers['last-modified'] } : {}),
    ...(answer.headers['x-robots-tag'] ? { robotsTag: answer.headers['x-robots-tag'].slice(0, 1000) } : {}),
  }
  return done<FetchedPage | undefined>('ok', fetched, later.stopped)
}
