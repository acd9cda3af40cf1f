import type { IngestRequest } from '@newsbraid/model'
import { stageOf } from '@newsbraid/stages'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createApiStore } from './api-store.ts'
import type { Database } from './database.ts'
import { ingest } from './ingest.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { seedArticle } from './testing/seed.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
}, 60_000)
afterAll(() => database.close())

const take = (request: IngestRequest, waitMs = 0) => ingest(database.pool, stageOf, request, waitMs)
const text = (body: string): IngestRequest => ({ kind: 'body', body, contentType: 'text/plain' })
const workFor = async (url: string) =>
  (
    await database.pool.query<{ stage: string; state: string; lane: string | null }>(
      'SELECT w.stage, w.state, w.lane FROM work w JOIN pages p ON p.id = w.item_id WHERE p.url = $1',
      [url],
    )
  ).rows
const endWork = (url: string, state: string, outcome: string | null, detail: string | null) =>
  database.pool.query(
    `UPDATE work SET state = $2, outcome = $3, detail = $4 FROM pages p WHERE p.id = work.item_id AND p.url = $1`,
    [url, state, outcome, detail],
  )

test('an address goes to the street, in the lane of its host', async () => {
  const end = await take({ kind: 'url', url: 'https://www.gazette.example/new?utm_source=x' })
  expect(end).toEqual({ end: 'pending', url: expect.stringMatching(/gazette\.example\/new$/) })
  const url = 'url' in end ? end.url : ''
  expect(await workFor(url)).toEqual([{ stage: 'fetch-page', state: 'ready', lane: 'gazette.example' }])
})

test('a text goes to the cloakroom; the same text twice, and at once, is one page', async () => {
  const ends = await Promise.all(Array.from({ length: 5 }, () => take(text('The ferry left the harbour.'))))
  const [first] = ends
  const url = first && 'url' in first ? first.url : ''
  expect(url).toMatch(/^urn:newsbraid:text:[0-9a-f]+$/)
  for (const end of ends) expect(end).toEqual({ end: 'pending', url })
  expect(await workFor(url)).toEqual([{ stage: 'clean-page', state: 'ready', lane: null }])
  const other = await take(text('Another ferry left the harbour.'))
  expect('url' in other && other.url).not.toBe(url)
})

test('a text without an address is found again by its name', async () => {
  const end = await take(text('A tug came to help.'))
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  const store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  const trace = await store.trace('url' in end ? end.url : '')
  expect(trace?.steps.map(({ stage, state }) => [stage, state])).toEqual([
    ['discover', 'done'],
    ['clean-page', 'ready'],
  ])
})

test('a page that left the line says where and why', async () => {
  const request: IngestRequest = { kind: 'url', url: 'https://gazette.example/empty' }
  await take(request)
  await endWork('https://gazette.example/empty', 'done', 'too-short', 'Only 12 words')
  expect(await take(request)).toEqual({
    end: 'ended',
    url: 'https://gazette.example/empty',
    stage: 'fetch-page',
    outcome: 'too-short',
    detail: 'Only 12 words',
  })
  await endWork('https://gazette.example/empty', 'quarantined', null, 'Cannot decode gzip')
  expect(await take(request)).toMatchObject({
    end: 'ended',
    outcome: 'quarantined',
    detail: 'Cannot decode gzip',
  })
})

test('a page that is placed answers with its article, its entities and its event', async () => {
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('01J8ZK4Q2M00000000000S0001', 'Gazette')`)
  const url = 'https://gazette.example/ferry'
  const { articleId, eventId } = await seedArticle(database, {
    sourceId: '01J8ZK4Q2M00000000000S0001',
    url,
    title: 'Ferry leaves the harbour',
    text: 'The ferry left with Anna Larsen on board.',
    language: 'en',
    publishedAt: '2026-03-01T00:00:00.000Z',
    people: ['Anna Larsen'],
  })
  await database.pool.query(
    `INSERT INTO work (stage, item_id, state, outcome) VALUES ('place-article', $1, 'done', 'new-event')`,
    [articleId],
  )
  expect(await take({ kind: 'url', url })).toEqual({
    end: 'placed',
    ingested: {
      article: {
        id: articleId,
        title: 'Ferry leaves the harbour',
        text: 'The ferry left with Anna Larsen on board.',
        language: 'en',
      },
      entities: [{ id: expect.any(String), name: 'Anna Larsen', type: 'person' }],
      event: { id: eventId },
    },
  })
})

test('it waits for the line, and no longer than it was told to', async () => {
  const url = 'https://gazette.example/slow'
  const waiting = take({ kind: 'url', url }, 20_000)
  while ((await workFor(url)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await endWork(url, 'done', 'robots-refused', null)
  expect(await waiting).toMatchObject({ end: 'ended', outcome: 'robots-refused' })
})

test('what PostgreSQL cannot hold does not come in, nor what is no address', async () => {
  await expect(take(text('before\u0000after \uD800 end'))).resolves.toMatchObject({ end: 'pending' })
  await expect(take({ kind: 'url', url: 'file:///etc/passwd' })).rejects.toThrow('file:///etc/passwd')
})
