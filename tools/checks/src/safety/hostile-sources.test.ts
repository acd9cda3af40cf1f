import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiSource, ArticleSummary, QuarantineItem } from '@newsbraid/model'
import { type Service, startService } from '@newsbraid/runtime'
import { getJson } from '../sample-run.ts'

type Send = (response: http.ServerResponse, request: http.IncomingMessage) => void
const xml = (response: http.ServerResponse, body: string | Buffer): unknown =>
  response.setHeader('content-type', 'application/rss+xml').end(body)
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title>${head}${items}</channel></rss>`
const item = (title: string, link: string, more = ''): string =>
  `<item><title>${title}</title><link>${link}</link>${more}</item>`
const page = (title: string): string =>
  `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>` +
  `<p>${title}, the council said on Monday, after four years of work and three of waiting for the money.</p>`.repeat(
    4,
  ) +
  '</article></body></html>'

/** Where nobody may ask: what is asked there is noted. */
const INNER = '127.0.2.1'
let inner = ''
let port = 0
const askedInside: string[] = []

const BOMB = zlib.gzipSync(Buffer.alloc(60e6, '<p>'))

/** Each source stands on a host of its own; the reason is what its operator must be able to read. */
const HOSTILE: Record<string, { feed: Send; reason?: RegExp }> = {
  'a bomb': {
    feed: (r) => r.setHeader('content-encoding', 'gzip').end(BOMB),
    reason: /more than \d+ (?:bytes|ms)/,
  },
  'an endless drip': {
    feed: (r) => {
      const timer = setInterval(() => r.write('<'), 50)
      r.on('close', () => clearInterval(timer))
    },
    reason: /Waited/,
  },
  'an endless body': {
    feed: (r) => {
      const more = (): void =>
        void (r.destroyed || r.write(Buffer.alloc(1 << 20, 'x'), () => setImmediate(more)))
      more()
    },
    reason: /more than \d+ (?:bytes|ms)/,
  },
  silence: { feed: () => {}, reason: /Waited/ },
  'broken gzip': {
    feed: (r) => r.setHeader('content-encoding', 'gzip').end(Buffer.from([0x1f, 0x8b, 8, 1, 2, 3, 4, 5, 6])),
    reason: /Cannot undo encoding "gzip"/,
  },
  'an unknown encoding': {
    feed: (r) => r.setHeader('content-encoding', 'x-secret').end('x'),
    reason: /Cannot undo encoding "secret"/,
  },
  'a page for a feed': {
    feed: (r) => r.setHeader('content-type', 'text/html').end('<html><body><p>Log in</p></body></html>'),
    reason: /HTML page|no feed/i,
  },
  'a redirect loop': {
    feed: (r) => r.writeHead(302, { location: '/feed' }).end(),
    reason: /Gave up after \d+ redirects/,
  },
  'a huge header': {
    feed: (r) => r.writeHead(200, { 'x-a': 'y'.repeat(500_000) }).end('x'),
    reason: /too many header bytes/,
  },
  'half a body': {
    feed: (r) => {
      r.writeHead(200, { 'content-length': '5000' })
      r.write('<rss><channel>', () => r.destroy())
    },
    reason: /Lost the connection/,
  },
  'a redirect inside': {
    feed: (r) => r.writeHead(301, { location: `${inner}/redirected` }).end(),
    reason: /Refused to connect .*not public/,
  },
  'a redirect to a file': {
    feed: (r) => r.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    reason: /Refused to fetch "file:/,
  },
  'billion laughs': {
    feed: (r) =>
      xml(
        r,
        `<!DOCTYPE r [${Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n} "${n ? `&l${n - 1};`.repeat(10) : 'ha'}">`).join('')}<!ENTITY x SYSTEM "${inner}/entity"><!ENTITY f SYSTEM "file:///etc/passwd">]>` +
          `<?xml-stylesheet href="${inner}/style"?>` +
          rss('<item><title>&l11;&x;&f;</title></item>'),
      ),
  },
  'deep JSON': {
    feed: (r) => r.setHeader('content-type', 'application/feed+json').end('{"items":' + '['.repeat(200_000)),
    reason: /nested deeper/,
  },
  'nothing at all': { feed: (r) => r.end(), reason: /Read nothing/ },
  'an error with a page': {
    feed: (r) => r.writeHead(500).end(page('Internal error')),
    reason: /answered 500/,
  },
  'bytes of noise': {
    feed: (r) => r.end(Buffer.from(Array.from({ length: 50_000 }, (_, n) => (n * 7919) % 251))),
    reason: /Cannot find|no feed/i,
  },
  'a hundred thousand items': {
    feed: (r, { headers }) => xml(r, rss(item('Many', `http://${headers.host}/none`).repeat(100_000))),
  },
  'addresses inside': {
    feed: (r) =>
      xml(
        r,
        rss(
          item('Inside', `${inner}/page`, `<enclosure url="${inner}/file" type="image/png"/>`) +
            item('File', 'file:///etc/passwd'),
          `<link>${inner}/home</link><image><url>${inner}/icon</url></image><atom:link rel="hub" href="${inner}/hub"/><atom:link rel="self" href="${inner}/self"/>`,
        ),
      ),
  },
  'a sitemap index that leads inside': {
    feed: (r, { headers }) =>
      xml(
        r,
        `<sitemapindex><sitemap><loc>${inner}/sitemap</loc></sitemap><sitemap><loc>http://${headers.host}/inside</loc></sitemap></sitemapindex>`,
      ),
  },
  'pages that are none': {
    feed: (r, { headers }) =>
      xml(
        r,
        rss(['bomb', 'inside', 'noise'].map((name) => item(name, `http://${headers.host}/${name}`)).join('')),
      ),
  },
}
const names = Object.keys(HOSTILE)
const hostOf = (n: number): string => `127.0.1.${n + 1}`

const serve: Send = (response, request) => {
  const origin = `http://${request.headers.host}`
  const host = (request.headers.host ?? '').split(':')[0] ?? ''
  if (host === INNER) {
    askedInside.push(request.url ?? '')
    response.end(page('A secret'))
  } else if (request.url === '/robots.txt') response.writeHead(404).end()
  else if (host === '127.0.0.1' && request.url === '/feed')
    xml(
      response,
      rss(
        ['Bridge opens', 'Ferry sails', 'Market closes']
          .map((t, n) => item(t, `${origin}/${n}.html`))
          .join(''),
      ),
    )
  else if (host === '127.0.0.1')
    response
      .setHeader('content-type', 'text/html')
      .end(page(['Bridge opens', 'Ferry sails', 'Market closes'][Number(request.url?.[1])] ?? 'none'))
  else if (request.url === '/feed')
    HOSTILE[names[Number(host.split('.')[3]) - 1] ?? '']?.feed(response, request)
  else if (request.url === '/inside') response.writeHead(302, { location: `${inner}/hop` }).end()
  else if (request.url === '/bomb')
    response.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end(BOMB)
  else if (request.url === '/noise')
    response.setHeader('content-type', 'text/html').end(Buffer.alloc(4000, 0xff))
  else response.writeHead(404).end()
}

let server: http.Server
let service: Service
let dataDir: string

beforeAll(async () => {
  server = http.createServer((request, response) => serve(response, request))
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  port = (server.address() as AddressInfo).port
  inner = `http://${INNER}:${port}`
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-sources-'))
  service = await startService({
    name: 'hostile-sources',
    stages: ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
    api: true,
    seeds: true,
    env: {
      // The good one comes last
      FEEDS: [...names.map((_, n) => hostOf(n)), '127.0.0.1']
        .map((host) => `http://${host}:${port}/feed`)
        .join(' '),
      ALLOW_PRIVATE_ADDRESSES: '127.0.0.1,127.0.1.0/24',
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      HOST_DELAY_SECONDS: '0',
      POLL_MIN_SECONDS: '60',
      FETCH_TIMEOUT_SECONDS: '5',
      MAX_BODY_BYTES: '12000000',
      PUBLIC_URL: 'https://news.example',
      ADMIN_PASSWORD: 'p',
    },
  })
}, 60_000)
afterAll(async () => {
  await service?.stop()
  server.closeAllConnections()
  server.close()
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

const read = async <T>(what: string): Promise<T[]> =>
  (await getJson<{ items: T[] }>(`${service.address}/api/v1/${what}?limit=100`)).items
const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries++, await sleep(100))
    // A connection that was kept open may have been closed meanwhile
    if (await isSo().catch(() => false)) return
  throw new Error(`Waited in vain until ${what}`)
}
const GOOD = ['Bridge opens', 'Ferry sails', 'Market closes']

test('a good source has its articles while a score of hostile ones are still being dealt with', async () => {
  await until('the good articles are there', async () => {
    const titles = (await read<ArticleSummary>('articles')).map(({ title }) => title)
    return GOOD.every((title) => titles.includes(title))
  })
}, 40_000)

test('each hostile source says in words what is wrong with it, costs nobody else, and will be asked again', async () => {
  const of = async () =>
    new Map((await read<ApiSource>('sources')).map((source) => [new URL(source.feedUrl).hostname, source]))
  await until('every source was asked', async () =>
    [...(await of()).values()].every((source) => source.lastFetchAt),
  )
  const sources = await of()
  const told = names.map((name, n) => ({ name, said: sources.get(hostOf(n))?.lastError ?? '' }))
  for (const { name, said } of told) {
    const { reason } = HOSTILE[name] ?? {}
    if (reason) expect({ name, said }).toEqual({ name, said: expect.stringMatching(reason) })
    // Whole words of a sentence: no stack, no bare code, not a page of the answer
    if (said !== '')
      expect({ name, said }).toEqual({ name, said: expect.stringMatching(/^[A-Z][a-z]+ \w+[^\n]{5,400}$/) })
    expect({ name, said }).toEqual({
      name,
      said: expect.not.stringMatching(/node:|\bat .*:\d+:\d+|Error:|undefined/),
    })
  }
  for (const source of sources.values())
    expect([source.feedUrl, source.nextPollAt === undefined]).toEqual([source.feedUrl, false])
  expect(sources.get('127.0.0.1')).toMatchObject({ failures: 0, articleCount: 3 })
}, 40_000)

test('what could not be had is stored as no article, and nothing inside was asked for anything', async () => {
  await until('the pages that are none have ended', async () => {
    const ended = await read<QuarantineItem>('quarantine')
    return ended.some(({ url }) => url?.endsWith('/bomb'))
  })
  for (const { url, reason } of await read<QuarantineItem>('quarantine'))
    expect([url, reason]).toEqual([url, expect.stringMatching(/^[A-Z][a-z]+ \w+[^\n]{5,600}$/)])
  expect((await read<ArticleSummary>('articles')).map(({ title }) => title).sort()).toEqual(GOOD)
  expect(askedInside).toEqual([])
}, 40_000)
