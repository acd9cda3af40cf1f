import { stageOf } from '@newsbraid/stages'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { ApiStore } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { sendInto } from '../ledger.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { seedArticle } from '../testing/seed.ts'
import { inTransaction } from '../transaction.ts'
import { goOnRemoving, removeSourceWithArticles } from './remove-source.ts'

let database: Database
let store: ApiStore
let own: string
let other: string

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  const tables = ['sources', 'events', 'entities', 'work', 'constraints', 'event_history', 'hosts']
  await database.pool.query(tables.map((table) => `DELETE FROM ${table};`).join(''))
  own = await added('own')
  other = await added('other')
})

async function added(name: string): Promise<string> {
  const decision = await store.addSource({ feedUrl: `https://${name}.example/feed`, name })
  if ('done' in decision) return decision.done.id
  throw new Error(decision.detail)
}
const seed = (
  sourceId: string,
  n: number,
  rest: { eventId?: string; people?: string[]; role?: 'copy'; copyOf?: string } = {},
) =>
  seedArticle(database, {
    sourceId,
    url: `https://${sourceId === own ? 'own' : 'other'}.example/${n}`,
    title: `Ferry number ${n} leaves the harbour`,
    text: `The ferry number ${n} left the harbour with ${(rest.people ?? []).join(' and ')} on board.`,
    language: 'en',
    publishedAt: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
    ...rest,
  })
const alsoNamedBy = (articleId: string, sourceId: string) =>
  database.pool.query(
    'INSERT INTO page_feeds (page_id, feed_id) SELECT $1, id FROM feeds WHERE source_id = $2',
    [articleId, sourceId],
  )
/** Rows of every table that hold the source's articles or hang on them */
const leftovers = async (articleIds: readonly string[]) => {
  const columns = {
    pages: 'id',
    page_keys: 'page_id',
    page_bodies: 'page_id',
    articles: 'id',
    article_entities: 'article_id',
    article_mentions: 'article_id',
    article_features: 'article_id',
    event_articles: 'article_id',
    event_history: 'article_id',
    work: 'item_id',
    revisions: 'article_id',
  }
  const found: string[] = []
  for (const [table, column] of Object.entries(columns)) {
    const { rowCount } = await database.pool.query(`SELECT FROM ${table} WHERE ${column} = ANY($1)`, [
      articleIds,
    ])
    if (rowCount) found.push(table)
  }
  return found
}
const events = async () => (await store.events({ sort: 'latest' }, { limit: 50 })).items

test('a source goes with its articles, their names, events and work; what another source reported stays and is told anew', async () => {
  const alone = await seed(own, 1, { people: ['Mara Lind'] })
  const shared = await seed(own, 2, { people: ['Tomas Berg'] })
  const reply = await seed(other, 3, { eventId: shared.eventId, people: ['Tomas Berg', 'Ada Holm'] })
  await inTransaction(database.pool, (tx) =>
    sendInto(tx, { stageOf })('fetch', [{ id: alone.articleId, lane: 'own.example' }]),
  )
  expect(await store.sourceRemoval(own)).toEqual({
    articles: 2,
    articlesShared: 0,
    events: 1,
    eventsChanged: 1,
  })

  const removed = await store.removeSourceWithArticles(own, 10_000)
  expect(removed).toEqual({ articles: 2, articlesShared: 0, events: 1, eventsChanged: 1, done: true })
  expect(await leftovers([alone.articleId, shared.articleId])).toEqual([])
  expect(await store.event(alone.eventId)).toBeUndefined()
  expect(await store.source(own)).toBeUndefined()
  expect(await store.sourceRemoval(own)).toBeUndefined()
  const told = await store.event(shared.eventId)
  expect(told).toMatchObject({
    articleCount: 1,
    independentSourceCount: 1,
    title: { text: 'Ferry number 3 leaves the harbour' },
  })
  expect(told?.articles.map(({ id }) => id)).toEqual([reply.articleId])
  const { rows } = await database.pool.query(
    'SELECT name, article_count, mention_count FROM entities ORDER BY name',
  )
  expect(rows).toEqual([
    { name: 'Ada Holm', article_count: 1, mention_count: 1 },
    { name: 'Tomas Berg', article_count: 1, mention_count: 1 },
  ])
})

test('an article that another source delivers too stays and is then of that source', async () => {
  const { articleId, eventId } = await seed(own, 1)
  const gone = await seed(own, 2)
  await alsoNamedBy(articleId, other)
  expect(await store.sourceRemoval(own)).toEqual({
    articles: 1,
    articlesShared: 1,
    events: 1,
    eventsChanged: 0,
  })
  await store.removeSourceWithArticles(own, 10_000)
  expect((await store.article(articleId))?.source.name).toBe('other')
  expect((await store.event(eventId))?.sources.map(({ name }) => name)).toEqual(['other'])
  const { rows } = await database.pool.query(`SELECT features ->> 'source' AS source FROM event_articles`)
  expect(rows).toEqual([{ source: other }])
  expect(await leftovers([gone.articleId])).toEqual([])
})

test('killed between two batches, a removal goes on: nothing of an article stays without the rest, and the end is the same', async () => {
  const articles: string[] = []
  const { eventId } = await seed(other, 0)
  for (let n = 1; n <= 230; n++)
    articles.push((await seed(own, n, n % 10 === 0 ? { eventId } : {})).articleId)
  // No time to wait: one batch, as if the process had been killed after it
  const begun = await removeSourceWithArticles(database.pool, own, 0)
  expect(begun).toMatchObject({ articles: 230, done: false })
  expect((await store.allSources()).map(({ name }) => name)).toEqual(['other'])
  const between = await store.articles({ source: own, sort: 'latest' }, { limit: 100 })
  expect(between.total).toBe(30)
  const counted = await events()
  for (const event of counted)
    expect((await store.event(event.id))?.articles).toHaveLength(event.articleCount)
  expect(counted.every(({ articleCount }) => articleCount > 0)).toBe(true)

  while (await goOnRemoving(database.pool));
  expect(await leftovers(articles)).toEqual([])
  expect((await events()).map(({ id, articleCount }) => [id, articleCount])).toEqual([[eventId, 1]])
  const { rows } = await database.pool.query('SELECT id FROM sources')
  expect(rows).toEqual([{ id: other }])
}, 60_000)

test('two who go on with the same removal at once do not disturb each other', async () => {
  for (let n = 1; n <= 12; n++) await seed(own, n, { people: ['Mara Lind'] })
  const both = await Promise.all([
    removeSourceWithArticles(database.pool, own, 10_000),
    removeSourceWithArticles(database.pool, own, 10_000),
    goOnRemoving(database.pool),
  ])
  expect(both.slice(0, 2).every((one) => one === undefined || (typeof one === 'object' && one.done))).toBe(
    true,
  )
  const { rows } = await database.pool.query('SELECT FROM entities')
  expect(rows).toHaveLength(0)
  expect(await events()).toEqual([])
})

test('when the text that others copied goes, the oldest copy stands for it', async () => {
  const root = await seed(own, 1)
  const first = await seed(other, 2, { eventId: root.eventId, role: 'copy', copyOf: root.articleId })
  const second = await seed(other, 3, { eventId: root.eventId, role: 'copy', copyOf: root.articleId })
  await store.removeSourceWithArticles(own, 10_000)
  const { rows } = await database.pool.query(
    'SELECT article_id, role, copy_of FROM event_articles ORDER BY published_at',
  )
  expect(rows).toEqual([
    { article_id: first.articleId, role: 'report', copy_of: null },
    { article_id: second.articleId, role: 'copy', copy_of: first.articleId },
  ])
})

test("a person's word passes from an article that goes to one called the same", async () => {
  const [a, b, c, d] = [await seed(own, 1), await seed(other, 2), await seed(other, 3), await seed(other, 4)]
  const pairs = [
    ['same', b],
    ['same', c],
    ['different', d],
  ] as const
  for (const [kind, { articleId }] of pairs)
    await database.pool.query('INSERT INTO constraints (id, kind, a, b) VALUES ($1, $2, $3, $1)', [
      articleId,
      kind,
      a.articleId,
    ])
  await store.removeSourceWithArticles(own, 10_000)
  const { rows } = await database.pool.query('SELECT kind, a, b FROM constraints ORDER BY kind')
  expect(rows).toEqual([
    { kind: 'different', a: b.articleId, b: d.articleId },
    { kind: 'same', a: b.articleId, b: c.articleId },
  ])
})

test('a source whose articles were kept can still lose them; its feed, added again, is a new source', async () => {
  const { articleId } = await seed(own, 1)
  expect(await store.removeSource(own)).toBe(true)
  expect(await store.article(articleId)).toBeDefined()
  expect(await store.removeSourceWithArticles(own, 10_000)).toMatchObject({ articles: 1, done: true })
  expect(await leftovers([articleId])).toEqual([])
  expect(await added('own')).not.toBe(own)
  expect(await store.removeSourceWithArticles(own, 10_000)).toBeUndefined()
})
