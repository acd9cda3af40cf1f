import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sampleGold, startSampleNews, type SampleArticle, type SampleNews } from './index.ts'

const start = new Date('2026-02-14T12:00:30Z')
let clock = start
let news: SampleNews

beforeAll(async () => {
  news = await startSampleNews({ now: () => clock, developAfterMs: [] })
})
afterAll(() => news.close())

const outletNamed = (name: string): SampleNews['outlets'][number] => {
  const outlet = news.outlets.find((candidate) => candidate.name === name)
  if (!outlet) throw new Error(`Cannot find outlet "${name}"`)
  return outlet
}

const read = async (url: string): Promise<string> => {
  const bytes = await (await fetch(url)).arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1256').decode(bytes)
  }
}

/** Characters of a page without tags, references resolved. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const squeeze = (text: string): string => text.replace(/\s+/g, ' ')

test('every outlet serves its front page and a feed that lists its published articles', async () => {
  for (const { name, feedUrl, homeUrl } of news.outlets) {
    const own = news.gold().filter(({ outlet }) => outlet === name)
    expect(own.length).toBeGreaterThanOrEqual(3)
    const [feed, home] = [await read(feedUrl), await read(homeUrl)]
    for (const { title } of own) {
      const escaped = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      expect(feed).toContain(escaped)
      expect(home).toContain(escaped)
    }
    expect(feed.match(/<(?:item|entry)>/g)).toHaveLength(own.length)
  }
})

test('each gold address answers with the title and every body paragraph in order', async () => {
  const pages = news.gold()
  expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length)
  for (const { url, title, body, author, outlet } of pages) {
    const response = await fetch(url)
    expect(response.status).toBe(200)
    const text = textOf(await read(url))
    expect(text).toContain(squeeze(title))
    if (author && outlet !== 'The Meridian Ledger') expect(text).toContain(author)
    let from = 0
    for (const paragraph of body) {
      const at = text.indexOf(squeeze(paragraph), from)
      expect(`${url} ${paragraph.slice(0, 30)} ${at >= 0}`).toBe(`${url} ${paragraph.slice(0, 30)} true`)
      from = at + paragraph.length
    }
  }
})

test('a page holds furniture that is not in its gold', async () => {
  for (const { url, body } of news.gold()) {
    const text = textOf((await read(url)).replace(/<(style|script)[\s\S]*?<\/\1>/g, ''))
    expect(text.length).toBeGreaterThan(body.join(' ').length + 400)
  }
})

test('one outlet sends windows-1256 and says so nowhere', async () => {
  const { feedUrl, homeUrl, name } = outletNamed('منبر الواحة')
  const article = news.gold().find(({ outlet }) => outlet === name) as SampleArticle
  for (const url of [feedUrl, homeUrl, article.url]) {
    const response = await fetch(url)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).not.toMatch(/charset/i)
    expect(bytes.toString('latin1')).not.toMatch(/charset|encoding|1256/i)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    expect(new TextDecoder('windows-1256').decode(bytes)).toContain(name)
  }
})

test('feeds and pages answer 304 to their own validators and 200 to others', async () => {
  const seen = new Set<string>()
  for (const { feedUrl, homeUrl } of news.outlets)
    for (const url of [feedUrl, homeUrl]) {
      const first = await fetch(url)
      const etag = first.headers.get('etag')
      const modified = first.headers.get('last-modified')
      const bytes = (await first.arrayBuffer()).byteLength
      expect(bytes).toBeGreaterThan(300)
      if (etag) {
        seen.add('etag')
        expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
        expect((await fetch(url, { headers: { 'if-none-match': '"else"' } })).status).toBe(200)
      }
      if (modified) {
        seen.add('last-modified')
        expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304)
        const earlier = new Date(Date.parse(modified) - 60_000).toUTCString()
        expect((await fetch(url, { headers: { 'if-modified-since': earlier } })).status).toBe(200)
      }
    }
  expect([...seen].sort()).toEqual(['etag', 'last-modified'])
})

test('tracking parameters and relative links of the feeds lead to the gold pages', async () => {
  const tracked = await read(outletNamed('The Harbour Courier').feedUrl)
  const link = /<item>[\s\S]*?<link>([^<]*)<\/link>/.exec(tracked)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(link).toContain('utm_source=')
  expect((await fetch(link)).status).toBe(200)
  const { feedUrl } = outletNamed('Le Quai des nouvelles')
  const relative = /<item>[\s\S]*?<link>([^<]*)<\/link>/.exec(await read(feedUrl))?.[1] ?? ''
  expect(relative).toMatch(/^\/article\//)
  const urls = news.gold().map(({ url }) => url)
  expect(urls).toContain(new URL(relative, feedUrl).href)
})

test('what is not there is 404, what is not read is 405, robots.txt and the icon are there', async () => {
  for (const { origin } of news.outlets) {
    expect((await fetch(`${origin}/nowhere/at-all`)).status).toBe(404)
    expect((await fetch(origin, { method: 'POST', body: 'x' })).status).toBe(405)
    expect(await (await fetch(`${origin}/robots.txt`)).text()).toMatch(/^User-agent: \*/)
    expect((await fetch(`${origin}/favicon.ico`)).headers.get('content-type')).toBe('image/png')
  }
})

test('the same clock gives the same gold but for the ports', async () => {
  const twin = await startSampleNews({ now: () => start, developAfterMs: [] })
  try {
    const bare = (articles: SampleArticle[]): string =>
      JSON.stringify(articles).replace(/127\.0\.0\.1:\d+/g, '')
    expect(bare(twin.gold())).toBe(bare(news.gold()))
    const ages = twin.gold().map(({ publishedAt }) => start.getTime() - Date.parse(publishedAt))
    expect(Math.min(...ages)).toBeGreaterThan(0)
    expect(Math.max(...ages)).toBeLessThan(49 * 3_600_000)
  } finally {
    await twin.close()
  }
})

test('addresses and OPML name every outlet once, the log names every request', async () => {
  expect(new Set(news.addresses).size).toBe(news.outlets.length)
  for (const { feedUrl, origin } of news.outlets) {
    expect(news.opml()).toContain(`xmlUrl="${feedUrl}"`)
    expect(news.addresses).toContain(new URL(origin).host)
  }
  const url = `${news.outlets[0]?.origin}/robots.txt`
  const before = news.requests().length
  await fetch(url, { headers: { 'user-agent': 'looker' } })
  const [request] = news.requests().slice(before)
  expect(request).toMatchObject({ url, status: 200 })
  expect(request?.headers['user-agent']).toBe('looker')
})

test('given ports are taken one by one, and a taken port is an error that names it', async () => {
  const first = Number(new URL(news.outlets[0]?.origin ?? '').port)
  await expect(startSampleNews({ port: first })).rejects.toThrow(`Cannot listen on "127.0.0.1:${first}"`)
})

test('the developing event gains articles with other figures, in the feeds, too', async () => {
  const mine = (): SampleArticle[] => news.gold().filter(({ event }) => event === 'mine-accident')
  const before = mine().length
  const url = outletNamed('The Meridian Ledger').feedUrl
  const etag = (await fetch(url)).headers.get('etag') ?? ''
  clock = new Date(start.getTime() + 5 * 60_000)
  news.publishNext()
  const fresh = mine().filter(({ kind }) => kind === 'development')
  expect(fresh.map(({ publishedAt }) => publishedAt)).toEqual(['2026-02-14T12:05:00.000Z'])
  const changed = await fetch(url, { headers: { 'if-none-match': etag } })
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain(fresh[0]?.url)
  for (let i = 0; i < 5; i++) news.publishNext()
  expect(mine().length).toBeGreaterThanOrEqual(before + 3)
  expect(news.gold()).toHaveLength(sampleGold.length)
})

test('developments come out by themselves when their time is there', async () => {
  const quick = await startSampleNews({ developAfterMs: [10, 20, 30] })
  try {
    const before = quick.gold().length
    while (quick.gold().length < before + 3) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(quick.gold()[0]?.kind).toBe('development')
  } finally {
    await quick.close()
  }
})
