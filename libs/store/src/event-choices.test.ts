import type { ApiStore, EventDetail } from '@newsbraid/model'
import { EventDetail as EventDetailSchema } from '@newsbraid/model'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createApiStore } from './api-store.ts'
import type { Database } from './database.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { seedArticle } from './testing/seed.ts'
import { inTransaction } from './transaction.ts'
import { applyChanges } from './write/apply-changes.ts'

let database: Database
let store: ApiStore
const events: string[] = []

/** Four events: three name Anna Larsen and Skagen, before, during and after; the last names only her. */
beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: () => Promise.reject(new Error('There is no line here')), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  const added = await store.addSource({ feedUrl: 'https://gazette.example/feed', name: 'Harbour Gazette' })
  const sourceId = 'done' in added ? added.done.id : ''
  for (const [day, places] of [
    ['03', ['Skagen']],
    ['05', ['Skagen']],
    ['09', ['Skagen']],
    ['05', []],
  ] as const) {
    const n = events.length
    const { eventId } = await seedArticle(database, {
      sourceId,
      url: `https://gazette.example/${n}`,
      title: `Anna Larsen and matter ${n}`,
      text: `Anna Larsen spoke of matter ${n} ${places.length > 0 ? 'in Skagen' : 'at home'} before many people.`,
      language: 'en',
      publishedAt: `2026-03-${day}T08:00:00.000Z`,
      people: ['Anna Larsen'],
      places: [...places],
    })
    events.push(eventId)
  }
}, 60_000)
afterAll(() => database.close())

const [before, middle, after, lone] = [0, 1, 2, 3]
const idOf = (n: number): string => events[n] ?? ''
const read = async (n: number): Promise<EventDetail> => {
  const event = await store.event(idOf(n))
  if (!event) throw new Error(`There is no event ${n}`)
  return event
}
const listed = async (choice?: 'followed' | 'muted' | 'all'): Promise<string[]> =>
  (await store.events({ sort: 'new', ...(choice ? { choice } : {}) }, { limit: 10 })).items
    .map(({ id }) => id)
    .sort()

test('an event is related to those that share two names with it, and says when they were', async () => {
  const event = await read(middle)
  expect(EventDetailSchema.parse(event)).toEqual(event)
  expect(event.related.map(({ id, relation, shared }) => [id, relation, [...shared].sort()])).toEqual(
    expect.arrayContaining([
      [idOf(before), 'background', ['Anna Larsen', 'Skagen']],
      [idOf(after), 'follow-up', ['Anna Larsen', 'Skagen']],
    ]),
  )
  expect(event.related).toHaveLength(2)
})

test('one name alone relates nothing', async () => {
  expect((await read(lone)).related).toEqual([])
})

test('a muted event leaves the lists until it is asked for; a followed one is found by that', async () => {
  expect(await store.chooseEvent(idOf(lone), 'muted')).toMatchObject({ done: { choice: 'muted' } })
  await store.chooseEvent(idOf(before), 'muted')
  await store.chooseEvent(idOf(before), 'followed')
  expect(await listed()).toEqual([before, middle, after].map(idOf).sort())
  expect(await listed('all')).toHaveLength(4)
  expect(await listed('muted')).toEqual([idOf(lone)])
  expect(await listed('followed')).toEqual([idOf(before)])
  await store.chooseEvent(idOf(lone), undefined)
  expect((await read(lone)).choice).toBeUndefined()
  expect(await listed()).toHaveLength(4)
  expect(await store.chooseEvent('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'muted')).toMatchObject({
    refused: 'not-found',
  })
})

test('what was wished of an event goes with it when it is merged; the later wish stands', async () => {
  await store.chooseEvent(idOf(before), 'followed')
  await store.chooseEvent(idOf(middle), 'muted')
  await inTransaction(database.pool, (tx) =>
    applyChanges(tx, [
      { kind: 'merge', from: idOf(before), into: idOf(after), why: [] },
      { kind: 'merge', from: idOf(middle), into: idOf(after), why: [] },
    ]),
  )
  expect((await read(after)).choice).toBe('muted')
  expect(await listed()).toEqual([idOf(lone)])
  expect(await store.chooseEvent(idOf(before), 'followed')).toMatchObject({ refused: 'conflict' })
})

test('the stream says what is wished of the event that changed', async () => {
  const changes = await store.changesAfter('0', 100)
  const merged = changes.filter(({ kind }) => kind === 'event-merged')
  expect(merged.map(({ eventId, choice }) => [eventId, choice])).toEqual([
    [idOf(after), 'muted'],
    [idOf(after), 'muted'],
  ])
})
