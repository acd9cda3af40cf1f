import type { ApiStore, NewSource } from '@newsbraid/model'
import { QuarantineList } from '@newsbraid/model'
import { stageOf } from '@newsbraid/stages'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createApiStore } from './api-store.ts'
import type { Database } from './database.ts'
import { createLease, LeaseLost } from './lease.ts'
import { createLedger, sendInto } from './ledger.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { seedArticle } from './testing/seed.ts'
import { inTransaction } from './transaction.ts'

let database: Database
let store: ApiStore

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  // Pages, articles and feeds go with their source; to empty every table costs ten times as much
  const tables = [
    'sources',
    'events',
    'entities',
    'work',
    'constraints',
    'event_history',
    'idempotency',
    'hosts',
  ]
  await database.pool.query(tables.map((table) => `DELETE FROM ${table};`).join(''))
})

async function added(source: NewSource): Promise<string> {
  const decision = await store.addSource(source)
  if ('done' in decision) return decision.done.id
  throw new Error(decision.detail)
}
const workOf = async (stage: string) =>
  (
    await database.pool.query(
      `SELECT item_id, state, lane, attempts, due_at <= now() AS due FROM work WHERE stage = $1`,
      [stage],
    )
  ).rows

test('a source is added once, due at once, in the lane of its host', async () => {
  const id = await added({ feedUrl: 'https://www.a.example/feed#top' })
  expect(await store.source(id)).toMatchObject({
    name: 'https://www.a.example/feed',
    feedUrl: 'https://www.a.example/feed',
    state: 'active',
  })
  expect(await workOf('poll-feed')).toEqual([
    expect.objectContaining({ state: 'ready', lane: 'a.example', due: true }),
  ])
  expect(await store.addSource({ feedUrl: 'https://www.a.example/feed' })).toMatchObject({
    refused: 'conflict',
  })
  expect((await store.sources({}, { limit: 5 })).total).toBe(1)
})

test('two who add the same feed at the same moment make one source', async () => {
  const results = await Promise.all(
    Array.from({ length: 6 }, () => store.addSource({ feedUrl: 'https://a.example/feed' })),
  )
  expect(results.filter((result) => 'done' in result)).toHaveLength(1)
  const { rows } = await database.pool.query('SELECT count(*)::integer AS n FROM sources')
  expect(rows).toEqual([{ n: 1 }])
})

test('an import adds what is new and leaves what is known', async () => {
  const id = await added({ feedUrl: 'https://a.example/feed', name: 'Mine' })
  const list = ['a', 'b', 'c', 'b'].map((name) => ({ feedUrl: `https://${name}.example/feed`, name }))
  expect(await store.importSources(list)).toEqual({ added: 2, known: 2 })
  expect((await store.source(id))?.name).toBe('Mine')
  expect((await store.allSources()).map(({ name }) => name)).toEqual(['b', 'c', 'Mine'])
  expect(await store.importSources([])).toEqual({ added: 0, known: 0 })
})

test('a paused source is not polled; woken, it is due', async () => {
  const id = await added({ feedUrl: 'https://a.example/feed' })
  expect(await store.updateSource(id, { state: 'paused', name: 'A' })).toMatchObject({
    done: { state: 'paused', name: 'A' },
  })
  expect(await workOf('poll-feed')).toEqual([])
  expect(await store.pollSource(id)).toMatchObject({ refused: 'conflict' })
  expect(await store.updateSource(id, { state: 'active' })).toMatchObject({
    done: { state: 'active', name: 'A' },
  })
  expect(await workOf('poll-feed')).toEqual([expect.objectContaining({ state: 'ready', due: true })])
})

test('a moved feed forgets validators and takes no address of another', async () => {
  const id = await added({ feedUrl: 'https://a.example/feed' })
  await added({ feedUrl: 'https://b.example/feed' })
  await database.pool.query(`UPDATE feeds SET etag = 'x', failures = 3, body_hash = 'y'`)
  expect(await store.updateSource(id, { feedUrl: 'https://b.example/feed' })).toMatchObject({
    refused: 'conflict',
  })
  const moved = await store.updateSource(id, { feedUrl: 'https://c.example/feed' })
  expect(moved).toMatchObject({
    done: { feedUrl: 'https://c.example/feed', name: 'https://c.example/feed', failures: 0 },
  })
  const { rows } = await database.pool.query('SELECT etag, body_hash FROM feeds WHERE source_id = $1', [id])
  expect(rows).toEqual([{ etag: null, body_hash: null }])
})

test('a poll asked for comes at once, but not twice in the floor, and does not disturb one on its way', async () => {
  const id = await added({ feedUrl: 'https://a.example/feed' })
  await database.pool.query(`UPDATE work SET due_at = now() + interval '1 hour'`)
  expect(await store.pollSource(id)).toHaveProperty('done')
  expect(await workOf('poll-feed')).toEqual([expect.objectContaining({ due: true })])
  await database.pool.query(`UPDATE work SET state = 'running', token = 't'`)
  expect(await store.pollSource(id)).toHaveProperty('done')
  expect(await workOf('poll-feed')).toEqual([expect.objectContaining({ state: 'running' })])
  await database.pool.query(`UPDATE feeds SET last_poll_at = now() - interval '20 seconds'`)
  const soon = await store.pollSource(id)
  expect(soon).toMatchObject({ refused: 'too-soon' })
  expect('refused' in soon && soon.retryAfterSeconds).toBeGreaterThan(35)
})

test('a removed source leaves the list and the line; its articles stay', async () => {
  const id = await added({ feedUrl: 'https://a.example/feed', name: 'A' })
  const { articleId } = await seed(id, 1)
  expect(await store.removeSource(id)).toBe(true)
  expect(await store.removeSource(id)).toBe(false)
  expect(await store.source(id)).toBeUndefined()
  expect(await workOf('poll-feed')).toEqual([])
  expect((await store.article(articleId))?.source.name).toBe('A')
  await expect(added({ feedUrl: 'https://a.example/feed' })).resolves.toBeTruthy()
})

test('every write says which source it does not know', async () => {
  const id = '01J8ZK4Q2M00000000000S0099'
  for (const decision of [await store.updateSource(id, { name: 'x' }), await store.pollSource(id)])
    expect(decision).toEqual({ refused: 'not-found', detail: `There is no source "${id}"` })
})

const seed = (sourceId: string, n: number, eventId?: string) =>
  seedArticle(database, {
    sourceId,
    url: `https://a.example/${n}`,
    title: `Ferry number ${n} leaves the harbour`,
    text: `The ferry number ${n} left the harbour in the morning.`,
    language: 'en',
    publishedAt: `2026-03-01T0${n}:00:00.000Z`,
    eventId,
  })
const constraints = async () =>
  (
    await database.pool.query<{ kind: string; a: string; b: string }>(
      'SELECT kind, a, b FROM constraints WHERE undone_at IS NULL',
    )
  ).rows

test('a merge is so at once: one event, the old id leads to it, and the word is kept', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const [one, two, three] = [await seed(source, 1), await seed(source, 2), await seed(source, 3)]
  const merged = await store.mergeEvents(one.eventId, [two.eventId, three.eventId])
  expect(merged).toMatchObject({ done: { id: one.eventId, articleCount: 3 } })
  expect((await store.event(two.eventId))?.mergedInto).toBe(one.eventId)
  expect((await store.events({ sort: 'latest' }, { limit: 5 })).items.map(({ id }) => id)).toEqual([
    one.eventId,
  ])
  expect((await store.eventsById([two.eventId, one.eventId])).map(({ id }) => id)).toEqual([one.eventId])
  expect((await constraints()).map(({ kind }) => kind)).toEqual(['same', 'same'])
  // Saying it again changes nothing
  expect(await store.mergeEvents(one.eventId, [two.eventId])).toMatchObject({ done: { articleCount: 3 } })
  expect(await store.mergeEvents(two.eventId, [one.eventId])).toMatchObject({ refused: 'conflict' })
})

test('an id merged twice over leads to the last', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const [one, two, three] = [await seed(source, 1), await seed(source, 2), await seed(source, 3)]
  await store.mergeEvents(two.eventId, [one.eventId])
  await store.mergeEvents(three.eventId, [two.eventId])
  expect((await store.event(one.eventId))?.mergedInto).toBe(three.eventId)
})

test('a split makes an event of its own, and takes back the merge between the two', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const [one, two] = [await seed(source, 1), await seed(source, 2)]
  await store.mergeEvents(one.eventId, [two.eventId])
  const split = await store.splitEvent(one.eventId, [two.articleId])
  expect(split).toMatchObject({
    done: { event: { id: one.eventId, articleCount: 1 }, split: { articleCount: 1 } },
  })
  expect(await constraints()).toEqual([{ kind: 'different', a: two.articleId, b: one.articleId }])
  expect((await store.changesAfter('0', 50)).at(-1)).toMatchObject({
    kind: 'event-split',
    eventId: one.eventId,
  })
  expect((await store.articleWhy(two.articleId))?.why).toEqual([
    { signal: 'person', weight: 0, evidence: 'Split off by a person' },
  ])
})

test('a split refuses a stranger, and all of the articles', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const [one, two] = [await seed(source, 1), await seed(source, 2)]
  expect(await store.splitEvent(one.eventId, [two.articleId])).toMatchObject({
    refused: 'invalid',
    detail: expect.stringContaining(two.articleId),
  })
  expect(await store.splitEvent(one.eventId, [one.articleId])).toMatchObject({ refused: 'invalid' })
  expect(await store.splitEvent('nonsense', [one.articleId])).toMatchObject({ refused: 'not-found' })
  expect(await store.mergeEvents(one.eventId, ['nonsense'])).toMatchObject({ refused: 'not-found' })
  expect(await constraints()).toEqual([])
})

test('a writer that placed before the merge cannot write what it had in mind', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const [one, two] = [await seed(source, 1), await seed(source, 2)]
  const lease = createLease(database.pool, 'place', 'seed', 60_000)
  await lease.hold()
  await store.mergeEvents(one.eventId, [two.eventId])
  await expect(inTransaction(database.pool, (tx) => lease.guard(tx))).rejects.toThrow(LeaseLost)
  await lease.hold()
  await expect(inTransaction(database.pool, (tx) => lease.guard(tx))).resolves.toBeUndefined()
})

test('quarantined items are listed with their reasons and go back to their stage', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  const { articleId } = await seed(source, 1)
  const ledger = createLedger(database.pool, { stageOf, laneWidth: 1, laned: [] }, (tx) => tx)
  await inTransaction(database.pool, (tx) => sendInto(tx, { stageOf })('clean', [{ id: articleId }]))
  await ledger.dispatch('clean-page', 5, 'token')
  await ledger.claim('clean-page', [articleId], 'token')
  await ledger.finish(
    'clean-page',
    'token',
    [{ id: articleId, end: { kind: 'quarantine', reason: 'Found no text' } }],
    3,
    async () => {},
  )
  const list = await store.quarantine({ stage: 'clean-page' }, { limit: 5 })
  expect(QuarantineList.parse(list)).toEqual(list)
  expect(list.items).toMatchObject([
    { id: `clean-page:${articleId}`, url: 'https://a.example/1', reason: 'Found no text' },
  ])
  expect((await store.quarantine({ stage: 'fetch-page' }, { limit: 5 })).total).toBe(0)
  expect(await store.replayQuarantined(`clean-page:${articleId}`)).toMatchObject({
    done: { reason: 'Found no text' },
  })
  expect(await workOf('clean-page')).toEqual([
    expect.objectContaining({ state: 'ready', attempts: 0, due: true }),
  ])
  expect(await store.replayQuarantined(`clean-page:${articleId}`)).toMatchObject({ refused: 'not-found' })
})

test('a key is claimed by one of many, answers the others, and lapses', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => store.claimKey('k', 'f')))
  expect(claims.filter((claim) => claim === undefined)).toHaveLength(1)
  const response = { status: 201, location: '/x', contentType: 'application/json', body: '{"a":1}' }
  await store.keepResponse('k', response)
  expect(await store.claimKey('k', 'other')).toEqual({ fingerprint: 'f', response })
  await database.pool.query(`UPDATE idempotency SET at = now() - interval '25 hours'`)
  expect(await store.claimKey('k', 'other')).toBeUndefined()
  await store.releaseKey('k')
  expect(await store.claimKey('k', 'f')).toBeUndefined()
  await database.pool.query(`UPDATE idempotency SET at = now() - interval '6 minutes'`)
  expect(await store.claimKey('k', 'g')).toBeUndefined()
})

test('the history of events is one sequence of changes', async () => {
  const source = await added({ feedUrl: 'https://a.example/feed' })
  expect(await store.lastChange()).toBe('0')
  const one = await seed(source, 1)
  const two = await seed(source, 2)
  await store.mergeEvents(one.eventId, [two.eventId])
  const changes = await store.changesAfter('0', 10)
  expect(changes.map(({ kind, eventId }) => [kind, eventId])).toEqual([
    ['event-new', one.eventId],
    ['event-new', two.eventId],
    ['event-merged', one.eventId],
  ])
  expect(await store.changesAfter(changes[1]?.seq ?? '', 10)).toEqual([changes[2]])
  expect(await store.lastChange()).toBe(changes[2]?.seq)
})
