import type { Entry, Extraction } from '@newsbraid/model'
import type { FoundPage } from '@newsbraid/stages'
import { urlKey } from '@newsbraid/web'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from '../database.ts'
import { createLease, LeaseLost } from '../lease.ts'
import { hostsOn } from '../hosts.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { seedArticle } from '../testing/seed.ts'
import { inTransaction } from '../transaction.ts'
import { claimKey } from './claim-key.ts'
import { saveExtractions } from './save-extractions.ts'
import { saveFetched } from './save-fetched.ts'
import { savePlacements } from './save-placements.ts'
import { savePoll } from './save-poll.ts'

let database: Database
let count = 0
const newId = (kind: string) => `${kind}${String(++count).padStart(20, '0')}`

beforeAll(async () => {
  database = await openTestDatabase()
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('source', 'Harbour Gazette')`)
}, 60_000)
afterAll(() => database.close())

const feed = async () => {
  const id = newId('feed')
  await database.pool.query('INSERT INTO feeds (id, source_id, url) VALUES ($1, $2, $3)', [
    id,
    'source',
    `https://gazette.example/${id}`,
  ])
  return id
}
const found = (url: string, entry: Partial<Entry> = {}): FoundPage => ({
  id: newId('page'),
  urlKey: urlKey(url),
  url,
  host: new URL(url).host,
  entry: { categories: [], enclosures: [], ...entry },
})
const poll = (id: string, pages: FoundPage[]) =>
  inTransaction(database.pool, (tx) =>
    savePoll(tx, {
      feed: {
        id,
        url: `https://gazette.example/${id}`,
        host: 'gazette.example',
        memory: {},
        polls: 0,
        failures: 0,
        isTextWhole: false,
      },
      outcome: 'ok',
      gone: false,
      memory: {},
      repairs: [],
      pages,
      nextPollMs: Date.now() + 60_000,
      nextPollReason: 'test',
    }),
  )
const pagesNamed = async (url: string) => {
  const { rows } = await database.pool.query<{ id: string; feeds: number }>(
    `SELECT p.id, (SELECT count(*)::integer FROM page_feeds f WHERE f.page_id = p.id) AS feeds
     FROM pages p JOIN page_keys k ON k.page_id = p.id WHERE k.url_key = $1`,
    [urlKey(url)],
  )
  return rows
}

test('two feeds that name the same page, one after the other or at once, make one page', async () => {
  const [one, two] = [await feed(), await feed()]
  const url = 'https://gazette.example/ferry'
  expect((await poll(one, [found(url)])).fresh).toHaveLength(1)
  expect((await poll(two, [found(`${url}?utm_source=rss#top`)])).fresh).toHaveLength(0)
  expect(await pagesNamed(url)).toMatchObject([{ feeds: 2 }])

  const storm = Array.from({ length: 20 }, (_, n) => `https://gazette.example/storm-${n}`)
  const polls = await Promise.all([
    poll(
      one,
      storm.map((address) => found(address)),
    ),
    poll(
      two,
      [...storm].reverse().map((address) => found(address)),
    ),
  ])
  expect(polls.flatMap(({ fresh }) => fresh)).toHaveLength(20)
  const { rows } = await database.pool.query(`SELECT 1 FROM pages WHERE url LIKE '%/storm-%'`)
  expect(rows).toHaveLength(20)
})

test('an entry may hold what PostgreSQL refuses in JSON', async () => {
  const page = found('https://gazette.example/odd', { title: 'a\0b \\u0000 \ud800' })
  await poll(await feed(), [page])
  const { rows } = await database.pool.query<{ title: string }>(
    `SELECT entry ->> 'title' AS title FROM pages WHERE id = $1`,
    [page.id],
  )
  expect(rows[0]?.title).toBe('ab \\u0000 \ufffd')
})

test('a page that leads to another page by redirect or canonical address does not become a second article', async () => {
  const [first, second] = [found('https://gazette.example/short'), found('https://gazette.example/long')]
  await poll(await feed(), [first, second])
  const fetched = (page: FoundPage) =>
    inTransaction(database.pool, (tx) =>
      saveFetched(tx, {
        page: { id: page.id, url: page.url, host: page.host, bornMs: 0 },
        status: 200,
        finalUrl: 'https://gazette.example/long',
        finalKey: urlKey('https://gazette.example/long'),
        encoding: 'utf-8',
        html: '<p>The ferry left.</p>',
      }),
    )
  expect(await fetched(second)).toBe('new')
  expect(await fetched(second)).toBe('same')
  expect(await fetched(first)).toBe('elsewhere')
  expect(await inTransaction(database.pool, (tx) => claimKey(tx, second.urlKey, first.id))).toBe(false)
})

test('of two pages that claim the same further key at once, one has it', async () => {
  const [first, second] = [found('https://gazette.example/p1'), found('https://gazette.example/p2')]
  await poll(await feed(), [first, second])
  const claims = await Promise.all(
    [first, second].map(({ id }) => inTransaction(database.pool, (tx) => claimKey(tx, 'shared-key', id))),
  )
  expect(claims.sort()).toEqual([false, true])
})

const named = (name: string): Extraction => ({
  mentions: [{ start: 0, end: name.length, surface: name, type: 'person', titles: [], entity: 0 }],
  entities: [
    {
      type: 'person',
      name,
      language: 'en',
      keys: [`en:${name.toLowerCase()}`],
      blocks: [name.slice(0, 3).toLowerCase()],
      spellings: [{ surface: name, count: 1 }],
      titles: [],
      count: 1,
      inTitle: true,
      weight: 1,
    },
  ],
})
const articleAbout = (people: string[]) =>
  seedArticle(database, {
    sourceId: 'source',
    url: `https://gazette.example/${newId('a')}`,
    title: 'The ferry',
    text: `${people.join(' and ')} stood on the quay.`,
    language: 'en',
    publishedAt: '2026-03-01T01:00:00.000Z',
    people,
  })
const countsOf = async (name: string) => {
  const { rows } = await database.pool.query<{ articles: number; mentions: number }>(
    'SELECT article_count AS articles, mention_count AS mentions FROM entities WHERE name = $1',
    [name],
  )
  return rows
}

test('extracting again replaces what was counted, and a person no longer named is counted out', async () => {
  const { articleId } = await articleAbout([])
  const article = { id: articleId, title: 'The ferry', text: 'Berit Olsen', language: 'en' }
  const extract = (name: string) =>
    inTransaction(database.pool, (tx) => saveExtractions(tx, [{ article, extraction: named(name) }]))
  await extract('Berit Olsen')
  await extract('Berit Olsen')
  expect(await countsOf('Berit Olsen')).toEqual([{ articles: 1, mentions: 1 }])
  await extract('Carl Nilsen')
  expect(await countsOf('Berit Olsen')).toEqual([{ articles: 0, mentions: 0 }])
  expect(await countsOf('Carl Nilsen')).toEqual([{ articles: 1, mentions: 1 }])
})

test('a new person in many articles, in one batch and in batches side by side, is one entity counted once an article', async () => {
  const articles = await Promise.all(Array.from({ length: 6 }, () => articleAbout([])))
  const extracted = articles.map(({ articleId }) => ({
    article: { id: articleId, title: 'The ferry', text: 'Dagny Holm', language: 'en' },
    extraction: named('Dagny Holm'),
  }))
  await Promise.all([
    inTransaction(database.pool, (tx) => saveExtractions(tx, extracted.slice(0, 3))),
    inTransaction(database.pool, (tx) => saveExtractions(tx, extracted.slice(3))),
  ])
  expect(await countsOf('Dagny Holm')).toEqual([{ articles: 6, mentions: 6 }])
})

test('a writer whose lease went to another can write nothing more', async () => {
  const first = createLease(database.pool, 'test', 'first', 60_000)
  const second = createLease(database.pool, 'test', 'second', 60_000)
  expect(await first.hold()).toBe(true)
  expect(await second.hold()).toBe(false)
  expect(await first.hold()).toBe(true)
  const fence = first.fence()
  await database.pool.query(`UPDATE leases SET expires_at = now() - interval '1 second' WHERE name = 'test'`)
  expect(await second.hold()).toBe(true)
  expect(second.fence()).toBeGreaterThan(fence)
  await expect(inTransaction(database.pool, (tx) => savePlacements(tx, [], first))).rejects.toThrow(LeaseLost)
  await inTransaction(database.pool, (tx) => savePlacements(tx, [], second))
  await second.release()
  expect(await first.hold()).toBe(true)
  expect(first.fence()).toBeGreaterThan(fence + 1)
})

test('callers at the same moment get one free moment of a host among them', async () => {
  const hosts = hostsOn(database.pool, 30)
  const waits = await Promise.all(Array.from({ length: 12 }, () => hosts.takeSlot('gazette.example')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(1)
  for (const wait of waits.filter((one) => one > 0)) expect(wait).toBeGreaterThan(20_000)
  expect(await hosts.takeSlot('other.example')).toBe(0)
})

test('a host that asked for patience gives nobody a moment before then', async () => {
  const hosts = hostsOn(database.pool, 0)
  await hosts.holdOff('patient.example', Date.now() + 60_000)
  expect(await hosts.takeSlot('patient.example')).toBeGreaterThan(30_000)
})
