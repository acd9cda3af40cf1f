import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { ApiSource, ApiStore } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { seedArticle } from '../testing/seed.ts'

let database: Database
let store: ApiStore
let id: string
const HOUR_MS = 3_600_000

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['sources', 'events', 'entities', 'work', 'hosts'])
    await database.pool.query(`DELETE FROM ${table}`)
  const added = await store.addSource({ feedUrl: 'https://a.example/feed', name: 'A' })
  if ('refused' in added) throw new Error(added.detail)
  id = added.done.id
})
const health = async (): Promise<ApiSource> => {
  const source = await store.source(id)
  if (!source) throw new Error('The source is gone')
  return source
}
const seed = (n: number, hoursAgo: number) =>
  seedArticle(database, {
    sourceId: id,
    url: `https://a.example/${n}`,
    title: `Ferry number ${n} leaves the harbour`,
    text: `The ferry number ${n} left the harbour in the morning.`,
    language: 'en',
    publishedAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
  })
const set = (columns: string, values: unknown[] = []) =>
  database.pool.query(`UPDATE feeds SET ${columns}`, values)

test('a source is silent after three times its usual gap, not before', async () => {
  // One a day
  for (let n = 0; n < 20; n++) await seed(n, 75 + n * 24)
  await set(`last_entry_at = now() - interval '70 hours'`)
  expect(await health()).toMatchObject({ silent: false, usualGapHours: 24, entriesPerDay: 1 })
  await set(`last_entry_at = now() - interval '74 hours'`)
  expect((await health()).silent).toBe(true)
  await set(`state = 'paused'`)
  expect((await health()).silent).toBe(false)
})

test('robots.txt: not asked for, allowing with a delay, refusing by a rule, and unreachable', async () => {
  expect((await health()).robots).toEqual({ state: 'unread' })
  const { articleId } = await seed(1, 5)
  expect((await health()).robots).toEqual({ state: 'unread' })
  await database.pool.query(
    `INSERT INTO hosts (host, robots, robots_status, robots_at, crawl_delay) VALUES ('a.example', '', 200, now(), 7.5)
     ON CONFLICT (host) DO UPDATE SET robots_status = 200, robots_at = now(), crawl_delay = 7.5`,
  )
  expect((await health()).robots).toMatchObject({ state: 'allowed', status: 200, crawlDelaySeconds: 7.5 })
  await database.pool.query(
    `INSERT INTO work (stage, item_id, state, outcome, detail)
     VALUES ('fetch-page', $1, 'done', 'robots-refused', 'robots.txt asks us not to fetch it: "Disallow: /news/*"')`,
    [articleId],
  )
  expect((await health()).robots).toMatchObject({ state: 'refused', rule: '/news/*' })
  await database.pool.query(`UPDATE hosts SET robots_status = 503`)
  expect((await health()).robots).toMatchObject({ state: 'unreachable', status: 503 })
})

test('an error comes with what to do about it, and the next poll with its reason as a code', async () => {
  expect((await health()).whatToDo).toBeUndefined()
  await set(`last_outcome = 'http-404', last_error = 'The server answered 404', failures = 2,
    next_poll_reason = 'it failed 2 times in a row', next_poll_why = '{"code": "failed", "params": {"times": 2}}'`)
  const failing = await health()
  expect(failing.nextPollWhy).toEqual({ code: 'failed', params: { times: 2 } })
  expect(failing.whatToDo).toContain('new address of the feed')
  expect(await store.updateSource(id, { state: 'paused' })).toMatchObject({
    done: { nextPollWhy: undefined },
  })
  expect(await store.updateSource(id, { state: 'active' })).toMatchObject({
    done: { nextPollWhy: { code: 'woken', params: {} } },
  })
})

test('the folder of an imported source is kept', async () => {
  await store.importSources([{ feedUrl: 'https://b.example/feed', folder: ['News', 'الشمال'] }])
  const { items } = await store.sources({ q: 'b.example' }, { limit: 5 })
  expect(items[0]?.folder).toEqual(['News', 'الشمال'])
  expect((await health()).folder).toEqual([])
})
