import { setTimeout as sleep } from 'node:timers/promises'
import type { ArticleSummary, EventDetail, Pipeline } from '@newsbraid/model'
import type { SampleArticle, SampleNews } from '@newsbraid/sample-news'

/** Settings under which Newsbraid reads the sample outlets as fast as it can. */
export const sampleEnv = (sample: SampleNews, dataDir: string): Record<string, string> => ({
  FEEDS: sample.outlets.map(({ feedUrl }) => feedUrl).join(' '),
  ALLOW_PRIVATE_ADDRESSES: sample.addresses.join(','),
  DATA_DIR: dataDir,
  PORT: '0',
  HOST_DELAY_SECONDS: '0',
  HOST_CONNECTIONS: '4',
  POLL_MIN_SECONDS: '1',
  POLL_MAX_SECONDS: '2',
  LOG_LEVEL: 'silent',
})

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`Cannot get "${url}": ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** All items of a list, page by page. */
export async function everyItem<T>(url: string): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | undefined; ;) {
    const next = new URL(url)
    next.searchParams.set('limit', '100')
    if (cursor) next.searchParams.set('cursor', cursor)
    const page = await getJson<{ items: T[]; nextCursor?: string }>(next.href)
    items.push(...page.items)
    cursor = page.nextCursor
    if (!cursor) return items
  }
}

/** Waits until every article that may be fetched is placed and nothing is under way; throws with the counts when it takes too long. */
export async function untilAllPlaced(
  address: string,
  sample: SampleNews,
  patienceMs = 90_000,
): Promise<void> {
  const wanted = sample.gold().filter((article) => !article.isDisallowed).length
  let seen: Pipeline | undefined
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(200)) {
    seen = await getJson<Pipeline>(`${address}/api/v1/pipeline`).catch(() => seen)
    if (
      seen &&
      seen.articles.placed >= wanted &&
      seen.stages.every(({ name, unfinished }) => name === 'poll-feed' || unfinished === 0)
    )
      return
  }
  throw new Error(
    `Waited in vain for ${wanted} placed articles: ${JSON.stringify(seen?.articles)} ${JSON.stringify(seen?.stages)}`,
  )
}

/** Waits until nothing has moved for so long: young sites are cleaned again and events settle once nothing comes any more. */
export async function untilQuiet(address: string, quietMs = 6000, patienceMs = 60_000): Promise<void> {
  let before = ''
  let since = Date.now()
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(250)) {
    const { items } = await getJson<{ items: { id: string; version: number }[] }>(
      `${address}/api/v1/events?limit=100`,
    )
    const now = JSON.stringify(items.map(({ id, version }) => [id, version]).sort())
    if (now !== before) [before, since] = [now, Date.now()]
    else if (Date.now() - since >= quietMs) return
  }
  throw new Error(`Waited in vain for events to stand still`)
}

export type Read = { articles: ArticleSummary[]; events: EventDetail[] }

export async function readAll(address: string): Promise<Read> {
  const articles = await everyItem<ArticleSummary>(`${address}/api/v1/articles`)
  const summaries = await everyItem<{ id: string }>(`${address}/api/v1/events`)
  const events = await Promise.all(
    summaries.map(({ id }) => getJson<EventDetail>(`${address}/api/v1/events/${id}`)),
  )
  return { articles, events }
}

/** Pairs of articles that the gold puts into one event, that the system does, and that both do. */
export function pairsOf(
  { events }: Read,
  gold: readonly SampleArticle[],
): { gold: number; system: number; both: number; wrong: string[] } {
  const label = new Map(gold.map((article) => [plainUrl(article.url), article.event ?? article.url]))
  const of = new Map(
    events.flatMap((event) =>
      event.articles.map(({ url, title }) => [plainUrl(url), { event: event.id, title }] as const),
    ),
  )
  const urls = [...label.keys()].filter((url) => of.has(url))
  const counts = { gold: 0, system: 0, both: 0, wrong: [] as string[] }
  for (const [i, a] of urls.entries())
    for (const b of urls.slice(i + 1)) {
      const same = label.get(a) === label.get(b)
      const joined = of.get(a)?.event === of.get(b)?.event
      if (same) counts.gold++
      if (joined) counts.system++
      if (same && joined) counts.both++
      if (joined && !same) counts.wrong.push(`${of.get(a)?.title} + ${of.get(b)?.title}`)
    }
  return counts
}

/** An address without what feeds append to count their readers. */
export const plainUrl = (url: string): string => {
  const plain = new URL(url)
  for (const name of [...plain.searchParams.keys()])
    if (name.startsWith('utm_')) plain.searchParams.delete(name)
  return plain.href
}
