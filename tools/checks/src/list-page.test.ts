import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiSource, ArticleSummary } from '@newsbraid/model'
import { type Service, startService } from '@newsbraid/runtime'
import { everyItem } from './sample-run.ts'

const HEADLINES = [
  'Harbour bridge opens after four years of work',
  'Night ferry returns in May with a new timetable',
  'Market hall gets a new roof before the winter',
  'Fishing fleet stays in port as the storm nears',
  'School by the canal closes for a week of repairs',
  'Old lighthouse will be lit again every evening',
]
const slug = (n: number): string => (HEADLINES[n] ?? '').toLowerCase().replaceAll(' ', '-')
const article = (n: number): string =>
  `<html lang="en"><head><title>${HEADLINES[n]}</title></head><body><article><h1>${HEADLINES[n]}</h1>${[
    1, 2, 3, 4,
  ]
    .map(
      (part) =>
        `<p>${HEADLINES[n]}: that is what the town council said on Monday in part ${part} of its report number ${n}, after a long debate about the cost.</p>`,
    )
    .join('')}</article></body></html>`
const MENU =
  '<nav><a href="/sport">Sport</a><a href="/news/how-we-work-and-who-we-are">How we work and who we are</a></nav>'
const list = (numbers: readonly number[], folder = 'news'): string =>
  `<html lang="en"><head><title>Port Post</title></head><body>${MENU}<main>${numbers
    .map(
      (n) =>
        `<article><a href="/${folder}/${slug(n)}"><img src="/${n}.jpg"></a><h2><a href="/${folder}/${slug(n)}?utm_source=front">${HEADLINES[n]}</a></h2></article>`,
    )
    .join('')}</main><footer><a href="/privacy">Privacy</a></footer></body></html>`

let front: readonly number[] = [0, 1, 2]
let section: readonly number[] = [0, 1, 2]
const asked = new Map<string, number>()
const robots = 'User-agent: *\nDisallow: /closed/'
const servers: http.Server[] = []
let paper: string
let mapped: string
let service: Service
let dataDir: string

async function serve(answer: (url: string) => string | undefined): Promise<string> {
  const server = http.createServer(({ url = '/' }, response) => {
    const body = answer(url)
    if (body === undefined) response.writeHead(404).end()
    else
      response
        .setHeader(
          'content-type',
          body.startsWith('<?xml') ? 'application/xml' : url === '/robots.txt' ? 'text/plain' : 'text/html',
        )
        .end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  paper = await serve((url) => {
    asked.set(url, (asked.get(url) ?? 0) + 1)
    if (url === '/robots.txt') return robots
    if (url === '/') return list(front)
    if (url === '/section' || url === '/closed/section') return list(section, 'local')
    if (url === '/one')
      return list([0, 1, 2]).replace('<title>', '<meta property="og:type" content="article"><title>')
    if (url === '/empty') return `<html><body>${MENU}<p>Nothing here yet.</p></body></html>`
    const n = HEADLINES.findIndex((_, i) => url.endsWith(`/${slug(i)}`))
    return n < 0 ? undefined : article(n)
  })
  const news = (n: number): string =>
    `<url><loc>${mapped}/news/${slug(n)}</loc><news:news><news:publication_date>2026-03-01</news:publication_date><news:title>${HEADLINES[n]}</news:title></news:news></url>`
  mapped = await serve((url) => {
    if (url === '/robots.txt') return `Sitemap: ${mapped}/map-of-news.xml`
    if (url === '/map-of-news.xml')
      return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${news(4)}${news(5)}</urlset>`
    if (url === '/') return list([0, 1, 2])
    const n = HEADLINES.findIndex((_, i) => url.endsWith(`/${slug(i)}`))
    return n < 0 ? undefined : article(n)
  })
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-list-'))
  service = await start()
}, 60_000)
afterAll(async () => {
  await service?.stop()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

const start = (): Promise<Service> =>
  startService({
    name: 'list-page',
    stages: ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
    api: true,
    env: {
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      HOST_DELAY_SECONDS: '0',
      POLL_MIN_SECONDS: '1',
      POLL_MAX_SECONDS: '2',
      ALLOW_PRIVATE_ADDRESSES: [paper, mapped].map((origin) => new URL(origin).host).join(','),
    },
  })

async function send(
  method: string,
  at: string,
  body: object,
): Promise<{ status: number; source: ApiSource }> {
  const response = await fetch(`${service.address}/api/v1${at}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, source: (await response.json()) as ApiSource }
}
const add = (feedUrl: string, kind?: string) =>
  send('POST', '/sources', { feedUrl, ...(kind ? { kind } : {}) })
async function sourceOf(id: string): Promise<ApiSource> {
  const response = await fetch(`${service.address}/api/v1/sources/${id}`)
  return (await response.json()) as ApiSource
}
async function until(id: string, holds: (source: ApiSource) => boolean): Promise<ApiSource> {
  let source = await sourceOf(id)
  for (let tries = 0; tries < 150 && !holds(source); tries++) {
    await sleep(200)
    source = await sourceOf(id)
  }
  return source
}
async function titlesOf(id: string): Promise<string[]> {
  const items = await everyItem<ArticleSummary>(`${service.address}/api/v1/articles?source=${id}`)
  return items.map(({ title }) => title).sort()
}
const headlines = (...numbers: number[]): (string | undefined)[] => numbers.map((n) => HEADLINES[n]).sort()
/** Three more polls */
async function polled(url: string): Promise<void> {
  const before = asked.get(url) ?? 0
  for (let tries = 0; tries < 100 && (asked.get(url) ?? 0) < before + 3; tries++) await sleep(100)
}

test('a home page without a feed is read as a list: what is new comes in, nothing twice, over a restart too', async () => {
  const { source, status } = await add(`${paper}/`)
  expect(status).toBe(201)
  expect(await until(source.id, ({ articleCount }) => articleCount === 3)).toMatchObject({
    articleCount: 3,
    kind: 'list',
    kindChosen: false,
    name: 'Port Post',
    failures: 0,
  })
  expect(await titlesOf(source.id)).toEqual(headlines(0, 1, 2))
  front = [3, 0, 1]
  await until(source.id, ({ articleCount }) => articleCount === 4)
  await service.stop()
  service = await start()
  front = [4, 3, 0, 2]
  await until(source.id, ({ articleCount }) => articleCount === 5)
  await polled('/')
  expect(await titlesOf(source.id)).toEqual(headlines(0, 1, 2, 3, 4))
  expect(asked.get(`/news/${slug(0)}`)).toBe(1)
  expect(asked.get('/news/how-we-work-and-who-we-are')).toBeUndefined()
  expect(asked.get('/sitemap.xml')).toBe(1)
}, 60_000)

test('a list page that loses its links is flagged in words once it lasts, and heals', async () => {
  const { source } = await add(`${paper}/section`, 'list')
  expect(source).toMatchObject({ kind: 'list', kindChosen: true })
  await until(source.id, ({ articleCount }) => articleCount === 3)
  section = []
  const failing = await until(source.id, ({ failures }) => failures > 0)
  expect(failing).toMatchObject({ lastOutcome: 'no-links', failures: 1, articleCount: 3 })
  expect(failing.lastError).toMatch(/no links to articles 3 times in a row, where it showed 3 before/)
  section = [5, 0, 1]
  const healed = await until(source.id, ({ articleCount }) => articleCount === 4)
  expect(healed).toMatchObject({ failures: 0, articleCount: 4 })
  expect(healed.lastError).toBeUndefined()
}, 60_000)

test('robots.txt holds for a list page', async () => {
  const { source } = await add(`${paper}/closed/section`, 'list')
  const refused = await until(source.id, ({ lastOutcome }) => lastOutcome !== undefined)
  expect(refused).toMatchObject({ lastOutcome: 'robots-refused', articleCount: 0 })
  expect(refused.lastError).toContain('robots.txt')
  expect(asked.get('/closed/section')).toBeUndefined()
}, 60_000)

test('a page without a list says so, and a chosen kind is kept', async () => {
  const empty = await add(`${paper}/empty`)
  const told = await until(empty.source.id, ({ failures }) => failures > 0)
  expect(told).toMatchObject({ lastOutcome: 'not-a-feed', articleCount: 0 })
  expect(told.lastError).toMatch(/shows no list of articles/)
  expect(told.kind).toBeUndefined()
  const { source } = await send('PATCH', `/sources/${empty.source.id}`, { kind: 'list' })
  expect(source).toMatchObject({ kind: 'list', kindChosen: true })
  const listed = await until(empty.source.id, ({ lastOutcome }) => lastOutcome === 'not-a-list')
  expect(listed.lastError).toMatch(/Found no list of articles at/)
  expect((await send('PATCH', `/sources/${empty.source.id}`, { kind: 'auto' })).source).toMatchObject({
    kindChosen: false,
  })
  const one = await add(`${paper}/one`)
  const article = await until(one.source.id, ({ failures }) => failures > 0)
  expect(article).toMatchObject({ lastOutcome: 'not-a-feed', articleCount: 0 })
  expect((await add(`${paper}/other`, 'newspaper')).status).toBe(400)
}, 60_000)

test("a site's news sitemap, named in robots.txt, comes before the list on its page", async () => {
  const { source } = await add(`${mapped}/`)
  expect(await until(source.id, ({ articleCount }) => articleCount === 2)).toMatchObject({
    kind: 'sitemap',
    feedUrl: `${mapped}/map-of-news.xml`,
    articleCount: 2,
  })
  const forced = await send('PATCH', `/sources/${source.id}`, { kind: 'feed' })
  expect(forced.source).toMatchObject({ kind: 'feed', kindChosen: true })
  const other = await until(source.id, ({ failures }) => failures > 0)
  expect(other.lastError).toMatch(/Read a sitemap instead of a feed/)
}, 60_000)
