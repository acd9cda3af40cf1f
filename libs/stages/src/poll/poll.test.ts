import { describe, expect, test } from '@jest/globals'
import type { FetchAnswer } from '@newsbraid/web'
import { nextLookMs } from '../fetch-page.ts'
import type { FeedToPoll, Politeness, StagePorts } from '../ports.ts'
import { bodyDigest, conditionalHeaders, weakTagMemory } from './conditional.ts'
import { foundPages } from './found-pages.ts'
import { movedFeed } from './moved-feed.ts'
import { hostHold, schedule } from './schedule.ts'
import { linksOf } from './subscribe.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const politeness: Politeness = {
  pollMinSeconds: 300,
  pollMaxSeconds: 21_600,
  unconditionalEvery: 5,
  movedAfter: 2,
  retryAfterCapSeconds: 3600,
  robotsCacheSeconds: 86_400,
  userAgent: 'Newsbraid/0',
}
const ports = { politeness, now: () => NOW, random: () => 0.5 } as unknown as StagePorts
const feed = (over: Partial<FeedToPoll> = {}): FeedToPoll => ({
  id: 'f',
  url: 'https://paper.example/feed',
  host: 'paper.example',
  memory: {},
  polls: 1,
  failures: 0,
  isTextWhole: false,
  ...over,
})
const answer = (over: Partial<FetchAnswer> = {}): FetchAnswer => ({
  status: 200,
  url: 'https://paper.example/feed',
  redirects: [],
  headers: {},
  bytes: new Uint8Array(),
  ...over,
})

describe('validators', () => {
  const known = feed({ etag: 'W/"a-1"', lastModified: 'yesterday, or so' })
  test('go back exactly as they came, odd ones too', () => {
    expect(conditionalHeaders(known, politeness)).toEqual({
      'if-none-match': 'W/"a-1"',
      'if-modified-since': 'yesterday, or so',
    })
  })
  test('stay at home every fifth poll', () => {
    expect(conditionalHeaders({ ...known, polls: 4 }, politeness)).toEqual({})
  })
  test('lose their W/ once the server calls the same body new, and then the tag altogether', () => {
    const same = answer({ headers: { etag: 'W/"a-1"' } })
    const once = { ...known, memory: weakTagMemory(known, same, true, politeness) }
    expect(conditionalHeaders(once, politeness)['if-none-match']).toBe('"a-1"')
    const twice = { ...once, memory: weakTagMemory(once, same, true, politeness) }
    expect(conditionalHeaders(twice, politeness)).toEqual({ 'if-modified-since': 'yesterday, or so' })
    expect(weakTagMemory(known, same, false, politeness)).toEqual({})
    // The poll that sent none proves nothing
    expect(weakTagMemory({ ...known, polls: 4 }, same, true, politeness)).toEqual({})
  })
})

test('a body digest tells one changed byte and is the same for the same bytes', () => {
  const bytes = new TextEncoder().encode('<rss><channel/></rss>')
  expect(bodyDigest(bytes)).toBe(bodyDigest(bytes.slice()))
  expect(bodyDigest(bytes)).not.toBe(bodyDigest(bytes.map((byte, i) => (i === 3 ? byte + 1 : byte))))
})

describe('a feed moves', () => {
  const to = 'https://paper.example/new'
  const moved = (status: number) => answer({ url: to, redirects: [{ from: feed().url, to, status }] })
  test('after two permanent redirects in a row to one address', () => {
    const first = movedFeed(feed(), moved(301), politeness)
    expect(first.to).toBeUndefined()
    expect(movedFeed(feed({ memory: first.memory }), moved(308), politeness).to).toBe(to)
  })
  test('never by a temporary one, which also breaks the row', () => {
    const first = movedFeed(feed(), moved(301), politeness)
    const second = movedFeed(feed({ memory: first.memory }), moved(302), politeness)
    expect(second).toEqual({ memory: { movedTimes: 0 } })
  })
})

describe('the next poll', () => {
  const next = (over: Partial<FeedToPoll>, more: object = {}) =>
    schedule({ feed: feed(over), ports, answer: answer(), recentMs: [], changed: false, ...more })
  test('comes later after an idle poll, sooner after one that brought something, within the bounds', () => {
    expect(next({ memory: { intervalSeconds: 1000 } }).intervalSeconds).toBe(1300)
    expect(next({ memory: { intervalSeconds: 1000 } }, { changed: true }).intervalSeconds).toBe(500)
    expect(next({ memory: { intervalSeconds: 310 } }, { changed: true }).intervalSeconds).toBe(300)
    expect(next({ memory: { intervalSeconds: 20_000 } }).intervalSeconds).toBe(21_600)
  })
  test('waits longer with every failure and says so', () => {
    const waits = [0, 1, 2].map((failures) =>
      next({ failures }, { failed: true, answer: answer({ status: 500 }) }),
    )
    expect(waits.map(({ nextPollMs }) => nextPollMs - NOW)).toEqual([600_000, 1_200_000, 2_400_000])
    expect(waits[2]?.nextPollReason).toContain('3 times')
  })
  test('believes Retry-After up to the cap, and 429 speaks for the whole host', () => {
    const busy = answer({ status: 429, headers: { 'retry-after': '999999' } })
    expect(next({}, { failed: true, answer: busy }).nextPollMs - NOW).toBeGreaterThanOrEqual(3_600_000)
    expect(hostHold(busy, ports)).toBe(NOW + 3_600_000)
    expect(hostHold(answer({ status: 503, headers: { 'retry-after': '60' } }), ports)).toBeUndefined()
  })
})

test('entries name each page once, by absolute addresses of the web; whole texts come along when they are trusted', () => {
  let made = 0
  const newId = () => `page-${++made}`
  const entry = (link: string, content?: string) => ({
    link,
    categories: [],
    enclosures: [],
    ...(content ? { content } : {}),
  })
  const entries = [
    entry('/c?utm_source=rss', 'x'.repeat(700)),
    entry('https://paper.example/c'),
    entry('javascript:alert(1)'),
    entry('/b', 'short'),
  ]
  const pages = foundPages(entries, 'https://paper.example/feed', true, newId)
  expect(pages.map(({ url, body }) => [url, body?.length])).toEqual([
    ['https://paper.example/c', 700],
    ['https://paper.example/b', undefined],
  ])
  expect(foundPages(entries, 'https://paper.example/feed', false, newId)[0]?.body).toBeUndefined()
})

test('a feed whose texts are trusted still has a tenth of its pages fetched, and those whose text goes on elsewhere', () => {
  const whole = `<p>${'The bridge is mended. '.repeat(40)}</p>`
  const given = (content: string, count: number) =>
    foundPages(
      Array.from({ length: count }, (_, n) => ({
        link: `/news/${n}`,
        categories: [],
        enclosures: [],
        content,
      })),
      'https://paper.example/feed',
      true,
      () => 'page',
    ).filter(({ body }) => body !== undefined).length
  expect(given(whole, 500)).toBeGreaterThan(425)
  expect(given(whole, 500)).toBeLessThan(475)
  for (const end of [
    '…',
    '[&#8230;]',
    '… <a href="/x">Read more</a>',
    '<a>اقرأ المزيد</a>',
    '<p>Lire la suite</p>',
  ])
    expect([end, given(whole + end, 50)]).toEqual([end, 0])
  // An ending that only looks like it
  expect(given(`${whole}<p>She said no more.</p>`, 50)).toBeGreaterThan(40)
})

test('links of a header are read by relation', () => {
  const links = linksOf(
    '<https://hub.example/>; rel="hub", </feed>; rel=self, <x>; rel="next hub"',
    'https://paper.example/',
  )
  expect(Object.fromEntries(links)).toEqual({
    hub: 'https://hub.example/',
    self: 'https://paper.example/feed',
    next: 'https://paper.example/x',
  })
})

test('a page is looked at again at growing intervals, until it is four days old', () => {
  const hour = 3_600_000
  const waitHours = (ageHours: number) =>
    ((nextLookMs(NOW - ageHours * hour, NOW) ?? Number.NaN) - NOW) / hour
  expect([0, 1, 6, 48, 96].map(waitHours)).toEqual([1, 1, 3, 24, 24])
  expect(waitHours(97)).toBeNaN()
})
