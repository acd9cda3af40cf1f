// Reads feeds kept as JSON lines ({ id, group, bytes in base64 }, gzipped or not) and looks with a browser's parser for
// anything dangerous in what leaves the system: the entries' bodies, the articles made of them, the three feeds.
// node tools/bench/safety.mjs --data FILE [--group sanitize]
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import zlib from 'node:zlib'
import { build } from 'esbuild'

const { values } = parseArgs({ options: { data: { type: 'string' }, group: { type: 'string' } } })
if (!values.data) {
  console.error('Name the file of feeds: --data FILE')
  process.exit(2)
}
const root = path.resolve(import.meta.dirname, '../..')

/** The sources themselves, bundled for this run: the checker of the tests and the writers of feeds. */
const bundled = path.join(root, `node_modules/.cache/newsbraid-safety-${process.pid}.mjs`)
await build({
  stdin: {
    contents: `
      export { dangersIn } from './tools/checks/src/safety/dangers-in.ts'
      export { atomFeed } from './libs/http-api/src/feeds/atom.ts'
      export { rssFeed } from './libs/http-api/src/feeds/rss.ts'
      export { jsonFeed } from './libs/http-api/src/feeds/json-feed.ts'
      export { sampleEvent } from './libs/http-api/src/fixtures/sample.ts'
      export { parseFeed } from './libs/feeds/src/index.ts'
      export { clean } from './libs/boilerplate/src/index.ts'`,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['newsbraid-source'],
  packages: 'external',
  alias: { '@newsbraid/text': path.join(root, 'libs/text/src/index.ts') },
  outfile: bundled,
  logLevel: 'error',
})
const { dangersIn, atomFeed, rssFeed, jsonFeed, sampleEvent, parseFeed, clean } = await import(bundled)
fs.rmSync(bundled)

const raw = fs.readFileSync(values.data)
const lines = (raw[0] === 0x1f ? zlib.gunzipSync(raw) : raw).toString().split('\n').filter(Boolean)
const isOfTheWeb = (address) =>
  address === undefined || !/^[a-z][\w+.-]*:/i.test(address) || /^(?:https?|mailto):/i.test(address)

/** What is dangerous in anything that leaves the system when this feed comes in. */
function dangersOf({ feed, entries }) {
  const found = []
  const look = (where, html) => found.push(...dangersIn(html ?? '').map((danger) => `${where}: ${danger}`))
  const addresses = [feed.link, feed.self, ...feed.hubs]
  const events = []
  for (const [n, entry] of entries.slice(0, 50).entries()) {
    look('summary', entry.summary)
    look('content', entry.content)
    addresses.push(entry.link, ...entry.enclosures.map(({ url }) => url))
    const body = `<html><body><article><h1>${entry.title ?? ''}</h1><p>${'A sentence to stand on. '.repeat(20)}</p>${entry.content ?? entry.summary ?? ''}</article></body></html>`
    const { article } = clean(body, {
      url: 'https://paper.example/',
      hints: { title: entry.title, author: entry.author },
    })
    look('article', article.html)
    const event = sampleEvent(n)
    event.title.text = entry.title ?? ''
    event.summary = article.text
    event.articles[0].title = entry.title ?? ''
    event.articles[0].url = entry.link ?? ''
    event.articles[0].source = { id: 's', name: entry.author ?? feed.title ?? '' }
    events.push(event)
  }
  found.push(...addresses.filter((address) => !isOfTheWeb(address)).map((address) => `address ${address}`))
  const view = {
    title: feed.title ?? '',
    description: feed.subtitle ?? '',
    selfUrl: 'https://news.example/f',
    pageUrl: 'https://news.example/',
    baseUrl: 'https://news.example',
    events,
  }
  for (const write of [atomFeed, rssFeed]) {
    const xml = write(view)
    const tag = /<(?:script|svg|img|iframe|style|math|object|embed|form)\b/i.exec(xml)
    if (tag) found.push(`${write.name}: ${tag[0]}`)
  }
  for (const { content_html } of JSON.parse(jsonFeed(view)).items) look('jsonFeed', content_html)
  return found
}

let read = 0
let refused = 0
let dangerous = 0
for (const line of lines) {
  const { id, group, bytes, contentType } = JSON.parse(line)
  if (values.group && group !== values.group) continue
  try {
    const found = dangersOf(
      await parseFeed(Buffer.from(bytes, 'base64'), { url: 'https://feeds.example/f', contentType }),
    )
    read++
    if (found.length > 0) dangerous++
    for (const danger of new Set(found)) console.log(`${id}: ${danger}`)
  } catch (error) {
    if (error.constructor.name !== 'NotAFeed') throw error
    refused++
  }
}
console.log(`${read} feeds read, ${refused} refused, ${dangerous} with something dangerous left`)
if (dangerous > 0 || read === 0) process.exitCode = 1
