import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { clean } from '@newsbraid/boilerplate'
import { parseFeed } from '@newsbraid/feeds'
import type { ArticleDetail, Pipeline } from '@newsbraid/model'
import { type Service, startService } from '@newsbraid/runtime'
import { escapeHtml } from '@newsbraid/text'
import Parser from 'rss-parser'
import { dangersIn } from './dangers-in.ts'
import { hostileHtml } from './hostile-html.ts'

const prose = (n: number): string =>
  `<p>Harbour report ${n}: the ferry to island ${n} left berth ${n + 3} late, because the crew of captain Mills waited for mail.</p>` +
  `<p>Passengers were told at noon that boat ${n} would sail again, and the port office thanked them for their patience.</p>`

/** Every place of a page that an article takes something from, each with the same hostile thing in it. */
const pageOf = (html: string, n: number): string => {
  const text = escapeHtml(html)
  return (
    `<html lang="en"><head><title>${text}</title><meta property="og:title" content="${text}"><meta name="author" content="${text}">` +
    `<meta property="og:image" content="javascript:parent.hit()"><link rel="canonical" href="javascript:parent.hit()">` +
    `<meta name="description" content="${text}"><script type="application/ld+json">${JSON.stringify({
      '@type': 'NewsArticle',
      headline: html,
      author: { name: html },
      image: 'data:text/html,<script>parent.hit()</script>',
    }).replace(/</g, '\\u003c')}</script></head>` +
    `<body><article><h1>${text}</h1>${prose(n)}<p>${html}</p>${prose(n + 1000)}<ul><li>${html}</ul></article></body></html>`
  )
}

const feedOf = (bodies: readonly string[], link: (n: number) => string): Uint8Array =>
  new TextEncoder().encode(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${twice('<script>parent.hit()</script> &')}</title>${bodies
      .map(
        (html, n) =>
          `<item><title>${twice(xml(html))}</title><link>${link(n)}</link><guid isPermaLink="false">g${n}</guid><author>${twice(xml(html.slice(0, 80)))}</author>` +
          `<enclosure url="javascript:parent.hit()" type="image/png"/><description>${escapeHtml(xml(html))}</description>` +
          `<content:encoded>${escapeHtml(xml(prose(n) + html))}</content:encoded></item>`,
      )
      .join('')}</channel></rss>`,
  )
const twice = (text: string): string => escapeHtml(escapeHtml(text))

const xml = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').toWellFormed()

test.each(hostileHtml.map(([name, html], n) => ({ name, html, n })))(
  'clean() disarms $name',
  ({ html, n }) => {
    const { article } = clean(pageOf(html, n), { url: 'https://paper.example/news/1' })
    expect(dangersIn(article.html)).toEqual([])
    expect([article.image, article.canonicalUrl]).toEqual([undefined, undefined])
  },
)

test('parseFeed() disarms every body, and keeps no address that runs', async () => {
  const bodies = hostileHtml.map(([, html]) => html)
  const { entries } = await parseFeed(
    feedOf(bodies, (n) => `https://paper.example/${n}`),
    { url: 'https://paper.example/rss' },
  )
  expect(entries).toHaveLength(bodies.length)
  for (const [n, { summary = '', content = '', enclosures }] of entries.entries()) {
    expect([hostileHtml[n]?.[0], dangersIn(summary), dangersIn(content), enclosures]).toEqual([
      hostileHtml[n]?.[0],
      [],
      [],
      [],
    ])
    // What stood before it is still there
    expect(content).toContain(`captain Mills`)
    const { article } = clean(content, { url: 'https://paper.example/news/1' })
    expect(dangersIn(article.html)).toEqual([])
  }
})

/** Asks twice: while this process is busy judging, the server closes connections that were kept open. */
const ask = (url: string): Promise<Response> => fetch(url).catch(() => fetch(url))
const getJson = async <T>(url: string): Promise<T> => (await (await ask(url)).json()) as T

/** Some of each kind go through the whole line. */
const through = hostileHtml.filter((_, n) => n % 7 === 0)
/** One or another may rightly be taken for no article. */
const ENOUGH = Math.floor(0.9 * through.length)
let server: http.Server
let service: Service
let dataDir: string

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const n = Number(/^\/a\/(\d+)/.exec(request.url ?? '')?.[1] ?? Number.NaN)
    const origin = `http://${request.headers.host}`
    if (request.url === '/rss.xml')
      response.end(
        feedOf(
          through.map(([, html]) => html),
          (i) => `${origin}/a/${i}`,
        ),
      )
    else if (Number.isNaN(n)) response.writeHead(404).end()
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(pageOf(xml(through[n]?.[1] ?? ''), n))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-hostile-'))
  service = await startService({
    name: 'hostile-articles',
    stages: ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
    api: true,
    seeds: true,
    env: {
      FEEDS: `http://127.0.0.1:${port}/rss.xml`,
      ALLOW_PRIVATE_ADDRESSES: `127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      HOST_DELAY_SECONDS: '0',
      HOST_CONNECTIONS: '4',
    },
  })
  for (let tries = 0; tries < 300; tries++) {
    const { articles } = await getJson<Pipeline>(`${service.address}/api/v1/pipeline`)
    if (articles.placed >= ENOUGH) break
    await sleep(100)
  }
}, 60_000)
afterAll(async () => {
  await service?.stop()
  server.closeAllConnections()
  server.close()
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

const isOfTheWeb = (address: string | undefined): boolean =>
  address === undefined || /^https?:\/\//.test(address)

test('the API tells of hostile articles as text and safe HTML, and of no address that runs', async () => {
  const { items } = await getJson<{ items: { id: string }[] }>(`${service.address}/api/v1/articles?limit=200`)
  expect(items.length).toBeGreaterThanOrEqual(ENOUGH)
  for (const { id } of items) {
    const article = await getJson<ArticleDetail>(`${service.address}/api/v1/articles/${id}`)
    expect([article.url, dangersIn(article.html)]).toEqual([article.url, []])
    expect([article.url, article.image?.url, article.source.homeUrl].every(isOfTheWeb)).toBe(true)
    expect(article.text).toContain('captain Mills')
  }
})

test.each(['top.atom?limit=100', 'top.rss?limit=100', 'languages/en.atom?limit=100'])(
  'the feed %s stays well-formed and safe with hostile articles in it',
  async (address) => {
    const text = await (await ask(`${service.address}/feeds/${address}`)).text()
    expect(text).not.toMatch(/<(?:script|svg|img|iframe|math|style|object|form)\b/i)
    // Strict: throws on what is not well-formed
    const { items } = await new Parser().parseString(text)
    expect(items.length).toBeGreaterThan(0)
    for (const { content = '', link } of items)
      expect([dangersIn(content), isOfTheWeb(link)]).toEqual([[], true])
  },
)

test('the JSON feed is safe with hostile articles in it', async () => {
  const { items } = await getJson<{
    items: {
      content_html: string
      url: string
      image?: string
      _newsbraid: { articles: { url: string }[] }
    }[]
  }>(`${service.address}/feeds/top.json?limit=100`)
  expect(items.length).toBeGreaterThan(0)
  for (const { content_html, url, image, _newsbraid } of items) {
    expect(dangersIn(content_html)).toEqual([])
    expect([url, image, ..._newsbraid.articles.map((article) => article.url)].every(isOfTheWeb)).toBe(true)
  }
})

type Parameter = { name: string; in: string }
type OpenApi = { paths: Record<string, { get?: { parameters?: Parameter[] } }> }

/** What has a meaning to SQL, full-text search, patterns, JSON filters, logs or the file system. */
const QUERIES = [
  `'; DROP TABLE articles; --`,
  `" OR 1=1 --`,
  '\\',
  '%',
  '_%_',
  '$1',
  '\0',
  '\ud800',
  '\u202e\u0000x',
  "a & | ! ( ) <-> :* 'b",
  '(((((((((',
  '('.repeat(5000),
  '*'.repeat(3000),
  '../../../etc/passwd',
  '%00%0a',
  '\r\nX-Forged: 1',
  '{"$gt":""}',
  '[object Object]',
  '__proto__',
  '-1',
  '0',
  '1e9',
  '999999999999999999999',
  'NaN',
  '2026-02-30',
  '275760-09-14',
  '-000001-01-01T00:00:00Z',
  '\u0661\u0662',
  '',
]

test('no parameter of any address breaks the server, whatever stands in it', async () => {
  const { paths } = await getJson<OpenApi>(`${service.address}/openapi.json`)
  const asked = Object.entries(paths).flatMap(([at, { get }]) =>
    !get || at.includes('stream')
      ? []
      : (get.parameters ?? []).flatMap(({ name, in: place }) =>
          place === 'header'
            ? []
            : QUERIES.flatMap((value, n) => {
                const given = encodeURIComponent(value.toWellFormed())
                const path = at.replace(/\{(\w+)\}/g, (_, key: string) =>
                  key === name ? given : '01J8ZK4Q2M0000000000000000',
                )
                if (place === 'path') return [path]
                const odd = [`${path}?${name}[$gt]=${given}`, `${path}?${name}=${given}&${name}=2`]
                return [`${path}?${name}=${given}`, ...(n === 0 ? odd : [])]
              }),
        ),
  )
  expect(asked.length).toBeGreaterThan(300)
  const broken: string[] = []
  for (const address of asked) {
    const response = await ask(`${service.address}${address}`)
    const text = await response.text()
    if (response.status >= 500 || /syntax error|node:internal|at .*:\d+:\d+/.test(text))
      broken.push(`${address.slice(0, 100)}: ${response.status} ${text.slice(0, 200)}`)
  }
  expect(broken).toEqual([])
}, 60_000)
