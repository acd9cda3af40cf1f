import { expect, test } from '@jest/globals'
import Parser from 'rss-parser'
import request from 'supertest'
import { ulidOf } from '../fixtures/ids.ts'
import { testApi } from '../fixtures/test-api.ts'
import { eventUrn } from './event-urn.ts'

/** A strict XML parser beneath; throws on what isn't well-formed. */
const parser = new Parser({
  customFields: {
    item: [
      ['atom:updated', 'atomUpdated'],
      ['atom:link', 'atomLinks', { keepArray: true }],
    ],
  },
})
const XML_UNSAFE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

test('the Atom feed has one entry an event, named for good, with links to every member', async () => {
  const { text, headers } = await request(testApi().app)
    .get('/feeds/top.atom')
    .set('Host', 'localhost:3000')
    .expect(200)
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  const feed = await parser.parseString(text)
  expect(feed.title).toBe('Newsbraid: top events')
  expect(feed.items).toHaveLength(5)
  const second = feed.items.find((item) => item.link === `http://localhost:3000/events/${ulidOf('E', 2)}`)
  expect(second).toMatchObject({ title: 'Ferry 2 leaves the harbour', id: eventUrn(ulidOf('E', 2)) })
  expect(text).toContain(
    '<link rel="self" type="application/atom+xml" href="http://localhost:3000/feeds/top.atom"/>',
  )
  expect(text).toContain('href="https://gazette.example/ferry-2?a=1&amp;b=2"')
  expect(text).toContain('<updated>2026-03-01T02:00:00.000Z</updated>')
})

test('an Arabic event stands in Arabic and right to left, its English member left to right', async () => {
  const { text } = await request(testApi().app).get('/feeds/languages/ar.atom').expect(200)
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">')
  expect(text).toContain('<entry xml:lang="ar">')
  const feed = await parser.parseString(text)
  expect(feed.items).toHaveLength(1)
  expect(feed.items[0]?.title).toBe('إعادة فتح ميناء البلدة بعد العاصفة')
  expect(feed.items[0]?.content).toContain('<div lang="ar" dir="rtl"><p dir="rtl">')
  expect(feed.items[0]?.content).toContain('<li lang="en" dir="ltr">')
})

test('the RSS feed is RSS 2.0 with RFC 822 dates and a guid that is no link', async () => {
  const { text, headers } = await request(testApi().app).get('/feeds/top.rss').expect(200)
  expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8')
  const feed = await parser.parseString(text)
  expect(feed.items).toHaveLength(5)
  const third = feed.items.find(({ guid }) => guid === eventUrn(ulidOf('E', 3)))
  expect(third).toMatchObject({
    pubDate: 'Sun, 01 Mar 2026 03:00:00 GMT',
    atomUpdated: '2026-03-01T03:00:00.000Z',
  })
  expect(text).toContain('isPermaLink="false"')
})

test('the JSON Feed is version 1.1 with every member and its direction', async () => {
  const { body, headers, text } = await request(testApi().app)
    .get('/feeds/top.json')
    .buffer(true)
    .parse(asJson)
    .expect(200)
  expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
  expect(text ?? '').not.toMatch(XML_UNSAFE)
  expect(body.version).toBe('https://jsonfeed.org/version/1.1')
  expect(body.items).toHaveLength(5)
  for (const item of body.items)
    expect(item).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/), content_html: expect.any(String) })
  const arabic = body.items.find((item: { language: string }) => item.language === 'ar')
  expect(arabic._newsbraid).toMatchObject({
    direction: 'rtl',
    articles: [{ direction: 'ltr', role: 'report' }],
  })
})

test.each(['atom', 'rss'])('nothing in an event breaks out of the %s feed', async (format) => {
  const { text } = await request(testApi().app)
    .get(`/feeds/events/${ulidOf('E', 5)}.${format}`)
    .expect(200)
  expect(text).not.toMatch(XML_UNSAFE)
  expect(text).not.toMatch(/<script|<svg|<img|javascript:|\u202E/)
  const feed = await parser.parseString(text)
  expect(feed.items).toHaveLength(1)
  expect(feed.items[0]?.title).toBe(`]]><script>alert("1")</script> & 'q'`)
  // What a reader app shows as HTML: still only text
  expect(feed.items[0]?.content).not.toMatch(/<script|<svg|<img|javascript:/)
  expect(feed.items[0]?.content).toContain('&lt;svg onload=alert(1)&gt;')
})

test('the JSON feed carries no live address or tag of a hostile event', async () => {
  const { body } = await request(testApi().app)
    .get(`/feeds/events/${ulidOf('E', 5)}.json`)
    .buffer(true)
    .parse(asJson)
    .expect(200)
  expect(body.items[0].content_html).not.toMatch(/<script|<svg|<img|javascript:/)
  expect(body.items[0]._newsbraid.articles[0].url).toMatch(
    new RegExp(`^http://[^/]+/articles/${ulidOf('A', 5)}$`),
  )
})

test('a feed follows its entity, source, words and filters', async () => {
  const { app } = testApi()
  const titles = async (address: string) =>
    (await parser.parseString((await request(app).get(address).expect(200)).text)).items.length
  expect(await titles(`/feeds/entities/${ulidOf('N', 1)}.atom`)).toBe(1)
  expect(await titles(`/feeds/sources/${ulidOf('S', 1)}.rss`)).toBe(1)
  expect(await titles('/feeds/top.atom?q=Ferry')).toBe(3)
  expect(await titles('/feeds/top.atom?q=nothing%20like%20it')).toBe(0)
  expect(await titles('/feeds/top.atom?minSources=2')).toBe(1)
  expect(await titles('/feeds/top.atom?limit=2&utm_source=reader')).toBe(2)
  await request(app)
    .get(`/feeds/entities/${ulidOf('N', 9)}.atom`)
    .expect(404)
  await request(app).get('/feeds/languages/%3Cx%3E.atom').expect(404)
})

test('a search feed names itself with its words, safely', async () => {
  const { text } = await request(testApi().app)
    .get('/feeds/top.atom')
    .query({ q: '"><x>&' })
    .set('Host', 'localhost')
    .expect(200)
  expect((await parser.parseString(text)).title).toBe('Newsbraid: "><x>&')
  expect(text).toContain('href="http://localhost/feeds/top.atom?q=%22%3E%3Cx%3E%26"')
})

test('the feed of a merged event moves to the one it went into', async () => {
  const { headers } = await request(testApi().app)
    .get(`/feeds/events/${ulidOf('E', 6)}.rss`)
    .expect(308)
  expect(headers['location']).toBe(`/feeds/events/${ulidOf('E', 1)}.rss`)
})

test('an unchanged feed is 304 by its ETag and by its date; a copy moves no entry up', async () => {
  const { app, store } = testApi()
  const get = (headers: Record<string, string> = {}) =>
    request(app)
      .get('/feeds/top.rss')
      .set({ Host: 'localhost', ...headers })
  const first = await get().expect(200)
  const tag = { 'If-None-Match': first.headers['etag'] ?? '' }
  await get(tag).expect(304)
  await get({ 'If-Modified-Since': first.headers['last-modified'] ?? '' }).expect(304)
  const event = store.eventRows[0]
  event?.articles.push({ ...event.articles[0], id: ulidOf('A', 50), role: 'copy' } as never)
  const second = await get(tag).expect(200)
  expect(second.headers['last-modified']).toBe(first.headers['last-modified'])
})

test('links use the public address when there is one', async () => {
  const { app } = testApi({ config: { publicUrl: 'https://news.example/sub/' } })
  const { text } = await request(app).get('/feeds/top.atom').expect(200)
  expect(text).toContain(`href="https://news.example/sub/events/${ulidOf('E', 1)}"`)
})

test('eventUrn() maps the bits of a ULID one to one', () => {
  expect(eventUrn('00000000000000000000000000')).toBe('urn:uuid:00000000-0000-0000-0000-000000000000')
  expect(eventUrn('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('urn:uuid:ffffffff-ffff-ffff-ffff-ffffffffffff')
  expect(eventUrn('0000000000000000000000001G')).toBe('urn:uuid:00000000-0000-0000-0000-000000000030')
})

/** Superagent reads `application/feed+json` as bytes unless told. */
function asJson(res: request.Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = []
  // It is the stream as well, which its type doesn't say
  const stream = res as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, JSON.parse(Buffer.concat(chunks).toString('utf8'))))
}
