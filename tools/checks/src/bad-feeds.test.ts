import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiSource } from '@newsbraid/model'
import { type Service, startService } from '@newsbraid/runtime'
import { everyItem, getJson } from './sample-run.ts'

const item = (origin: string) =>
  `<item><title>Harbour bridge opens</title><link>${origin}/bridge.html</link></item>`
const page =
  '<html lang="en"><head><title>Harbour bridge opens</title></head><body><article><h1>Harbour bridge opens</h1>' +
  '<p>The new bridge over the harbour opened to traffic on Monday after four years of work, the city said.</p>'.repeat(
    4,
  ) +
  '</article></body></html>'

let server: http.Server
let origin: string
let service: Service
let dataDir: string

beforeAll(async () => {
  server = http.createServer((request, response) => {
    if (request.url === '/good.xml')
      response.end(`<rss version="2.0"><channel><title>Good</title>${item(origin)}</channel></rss>`)
    else if (request.url === '/bridge.html') response.setHeader('content-type', 'text/html').end(page)
    else if (request.url === '/page.html') response.setHeader('content-type', 'text/html').end(page)
    else if (request.url === '/huge.xml') {
      // Half a gigabyte, if anybody would take it
      const block = Buffer.alloc(1 << 20, 'x')
      let sent = 0
      const more = () => {
        while (sent++ < 500 && !response.destroyed)
          if (!response.write(block)) return void response.once('drain', more)
        response.end()
      }
      more()
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-bad-'))
  const opml = path.join(dataDir, 'my.opml')
  const outlines = [
    `${origin}/good.xml`,
    `${origin}/page.html`,
    `${origin}/huge.xml`,
    `${origin}/missing.xml`,
    'http://127.0.0.1:9/down.xml',
    'http://127.0.0.2:8099/private.xml',
  ]
  fs.writeFileSync(
    opml,
    `<opml version="2.0"><body>${outlines.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`).join('')}</body></opml>`,
  )
  service = await startService({
    name: 'bad-feeds',
    stages: ['poll-feed', 'fetch-page', 'clean-page', 'extract-mentions', 'place-article'],
    api: true,
    seeds: true,
    env: {
      FEEDS: opml,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'silent',
      HOST_DELAY_SECONDS: '0',
      POLL_MIN_SECONDS: '1',
      POLL_MAX_SECONDS: '5',
      MAX_BODY_BYTES: '2000000',
      ALLOW_PRIVATE_ADDRESSES: `127.0.0.1:${new URL(origin).port}`,
    },
  })
}, 60_000)
afterAll(async () => {
  await service?.stop()
  server.closeAllConnections()
  server.close()
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

test('a feed that is down, is a page, is too large, is missing or is private shows its error and stops nothing else', async () => {
  const of = async () =>
    new Map(
      (await everyItem<ApiSource>(`${service.address}/api/v1/sources`)).map((source) => [
        new URL(source.feedUrl).pathname,
        source,
      ]),
    )
  let sources = await of()
  for (
    let tries = 0;
    tries < 150 &&
    ([...sources.values()].some((source) => !source.lastFetchAt) ||
      sources.get('/good.xml')?.articleCount !== 1);
    tries++
  ) {
    await sleep(200)
    sources = await of()
  }
  expect(sources.get('/good.xml')).toMatchObject({ articleCount: 1, failures: 0 })
  expect(sources.get('/good.xml')?.lastError).toBeUndefined()
  expect(sources.get('/page.html')?.lastError).toMatch(/feed/i)
  expect(sources.get('/huge.xml')?.lastError).toMatch(/2000000|large/i)
  expect(sources.get('/missing.xml')?.lastError).toContain('404')
  expect(sources.get('/down.xml')?.lastError).toMatch(/connect|refus|port/i)
  expect(sources.get('/private.xml')?.lastError).toMatch(/private|refus|not allowed|address/i)
  for (const [name, source] of sources) expect([name, source.nextPollAt === undefined]).toEqual([name, false])
  const { items } = await getJson<{ items: { title: string }[] }>(`${service.address}/api/v1/articles`)
  expect(items.map(({ title }) => title)).toEqual(['Harbour bridge opens'])
}, 60_000)
