import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createApiStore } from './api-store.ts'
import type { Database } from './database.ts'
import { createLease } from './lease.ts'
import { placedLately } from './read/placed-lately.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { seedArticle } from './testing/seed.ts'
import { placementWriter } from './writer.ts'

let database: Database
const seeded: { articleId: string; eventId: string }[] = []
const FERRY =
  'Nine passengers were rescued when the ferry Halcyon ran aground in fog off Lesbos, the coast guard said.'

/** Two reports of one shipwreck and one of a budget, each in an event of its own, and an old one. */
beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  const store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  const added = await store.addSource({ feedUrl: 'https://gazette.example/feed' })
  const sourceId = 'done' in added ? added.done.id : ''
  for (const [day, title, text] of [
    ['2026-03-02', 'Ferry Halcyon runs aground off Lesbos, nine rescued', FERRY],
    [
      '2026-03-02',
      'Nine rescued as ferry Halcyon hits rocks off Lesbos',
      `${FERRY} The Halcyon lies on her side.`,
    ],
    [
      '2026-03-03',
      'Tarnish parliament passes budget',
      'The parliament of Tarn passed the budget by two votes.',
    ],
    ['2026-01-03', 'Tarn gets a new budget', 'The parliament of Tarn passed the budget of last year.'],
  ] as const)
    seeded.push(
      await seedArticle(database, {
        sourceId,
        url: `https://gazette.example/${seeded.length}`,
        title,
        text,
        language: 'en',
        publishedAt: `${day}T08:00:00.000Z`,
      }),
    )
}, 60_000)
afterAll(() => database.close())

test('what was placed lately is read in pages, each article once, oldest first', async () => {
  const read: string[] = []
  for await (const rows of placedLately(database.pool, 14, 2)) read.push(...rows.map((row) => row.article_id))
  expect(read.slice(0, 2).sort()).toEqual([seeded[0]?.articleId, seeded[1]?.articleId].sort())
  expect(read.slice(2)).toEqual([seeded[2]?.articleId])
})

test('settling joins what belongs together, once, and lets other work go on', async () => {
  const lease = createLease(database.pool, 'place', 'seed', 60_000)
  await lease.hold()
  const writer = placementWriter(database.pool, lease)
  expect(await writer.settle()).toBe(1)
  expect(await writer.settle()).toBe(0)
  const { rows } = await database.pool.query<{ article_id: string; event_id: string }>(
    'SELECT article_id, event_id FROM event_articles',
  )
  const eventOf = new Map(rows.map((row) => [row.article_id, row.event_id]))
  const [one, two, three, four] = seeded.map(({ articleId }) => eventOf.get(articleId))
  expect(two).toBe(one)
  expect(new Set([one, three, four]).size).toBe(3)
})
