import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiStore } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { seedNames, type SeedName } from '../testing/seed-names.ts'

let database: Database
let store: ApiStore
let count = 0
const article = (language: string, ...names: SeedName[]) =>
  seedNames(database, { url: `https://gazette.example/${++count}`, sourceId: 'gazette', language, names })
const named = (...spellings: string[]): SeedName => ({ spellings })

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: async () => ({ end: 'pending' as const, url: '' }), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('gazette', 'Harbour Gazette')`)
  await article('ar', named('خليفة حفتر', 'حفتر'))
  await article('en', named('Khalifa Haftar', 'Haftar'))
  await article('en', named('Khalifa Hifter'))
  await article('en', named('Haftar'))
  await article('ar', named('حفتر'))
  await article('en', named('Sven Halder'), { spellings: ['Tripoli'], type: 'place' })
  await article(
    'ar',
    { spellings: ['طرابلس'], type: 'place' },
    { spellings: ['جامعة طرابلس'], type: 'organisation' },
  )
}, 60_000)
afterAll(() => database.close())

const QUERIES = ['حفتر', 'خليفه حفتر', 'خليفة حفتر', 'Haftar', 'haftar', 'Hifter', 'Khalifa Hifter', 'Хафтар']

test('a name finds the same entity and the same counts in any script and spelling', async () => {
  const answers = await Promise.all(
    QUERIES.map(async (q) => {
      const entities = await store.entities({ q, sort: 'mentions' }, { limit: 9 })
      const events = await store.events({ q, sort: 'relevance' }, { limit: 20 })
      const articles = await store.articles({ q, sort: 'relevance' }, { limit: 20 })
      return {
        first: entities.items[0]?.name,
        entities: entities.total,
        events: events.total,
        articles: articles.total,
      }
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ events: 5, articles: 5 })
})

test('who bears a surname with others is not found by another’s full name', async () => {
  await article('en', named('Saddam Haftar'))
  const called = async (q: string) =>
    (await store.entities({ q, sort: 'mentions' }, { limit: 9 })).items.map(({ name }) => name)
  expect(await called('Saddam Haftar')).toEqual(['Saddam Haftar'])
  expect(await called('حفتر')).toContain('Saddam Haftar')
  expect((await store.events({ q: 'صدام حفتر', sort: 'latest' }, { limit: 9 })).total).toBe(1)
})

test('a place is found by its names in all languages, with what is named after it', async () => {
  const { items } = await store.entities({ q: 'طرابلس', sort: 'mentions' }, { limit: 9 })
  expect(items.map(({ name }) => name).sort()).toEqual(['Tripoli', 'جامعة طرابلس'])
  const totals = ['Tripoli', 'طرابلس', 'tripoli'].map(
    async (q) => (await store.events({ q, sort: 'relevance' }, { limit: 9 })).total,
  )
  expect(await Promise.all(totals)).toEqual([2, 2, 2])
  expect((await store.events({ place: 'طرابلس', sort: 'latest' }, { limit: 9 })).total).toBe(2)
})

test('words that name nobody are looked for as words, and a name half typed by its letters', async () => {
  expect((await store.events({ q: 'the quay', sort: 'relevance' }, { limit: 9 })).total).toBe(8)
  expect((await store.entities({ q: 'Hald', sort: 'mentions' }, { limit: 9 })).items).toMatchObject([
    { name: 'Sven Halder' },
  ])
  expect((await store.entities({ q: '%', sort: 'mentions' }, { limit: 9 })).items).toEqual([])
})
