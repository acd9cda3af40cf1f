import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ApiStore } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { extractAgain, seedNames, type SeedName, textOf } from '../testing/seed-names.ts'

let database: Database
let store: ApiStore
const giver = { by: 'Nadia' }

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: async () => ({ end: 'pending' as const, url: '' }), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
}, 60_000)
afterAll(() => database.close())

const named = (...spellings: string[]): SeedName => ({ spellings })
const ARTICLES: Record<string, SeedName[]> = {
  a: [named('Sven Halder', 'Halder'), named('Read More')],
  b: [named('Mayor Swen'), named('Ines Vaz')],
  c: [named('Khalid Haftar', 'Haftar')],
  d: [named('Khaled Haftar', 'Haftar'), named('Ines Vaz')],
  e: [named('خالد حفتر'), named('Sven Halder')],
  f: [named('The Old Fox'), named('Read More', 'More')],
  g: [named('Khaled Haftar'), named('Mayor Swen', 'Swen')],
  h: [named('Rachid Amrani'), named('Ines Vaz')],
}
type Step = {
  after: string[]
  run: (idOf: (article: string, surface: string) => Promise<string>) => Promise<unknown>
}
const CORRECTIONS: Record<string, Step> = {
  merge: {
    after: ['a', 'b'],
    run: async (idOf) =>
      store.mergeEntities(await idOf('a', 'Sven Halder'), [await idOf('b', 'Mayor Swen')], giver),
  },
  split: {
    after: ['c', 'd'],
    run: async (idOf) =>
      store.splitEntity(
        await idOf('d', 'Khaled Haftar'),
        { spellings: ['Khaled Haftar'], name: 'K. Haftar' },
        giver,
      ),
  },
  rename: {
    after: ['b'],
    run: async (idOf) => store.renameEntity(await idOf('b', 'Ines Vaz'), { name: 'Inês Vaz' }, giver),
  },
  alias: {
    after: ['h'],
    run: async (idOf) => store.aliasEntity(await idOf('h', 'Rachid Amrani'), { alias: 'The Old Fox' }, giver),
  },
  'not a name': {
    after: ['a'],
    run: async (idOf) => store.notAName(await idOf('a', 'Read More'), { spellings: ['Read More'] }, giver),
  },
  'taken back': {
    after: ['c', 'h'],
    run: async (idOf) => {
      await store.mergeEntities(await idOf('h', 'Rachid Amrani'), [await idOf('c', 'Haftar')], giver)
      const { items } = await store.corrections({}, { limit: 1 })
      await store.undoCorrection(items[0]!.id, giver)
    },
  },
}

/** Which mentions are of one entity, what it is called where a person said so, and its counts. */
async function outcomeOf(order: readonly string[]): Promise<unknown> {
  await database.pool.query(
    'TRUNCATE pages, entities, entity_corrections, events, event_history, sources CASCADE',
  )
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('gazette', 'Harbour Gazette')`)
  const ids = new Map<string, string>()
  const idOf = async (article: string, surface: string) => {
    const { mentions } = (await store.article(ids.get(article)!))!
    return mentions.find((mention) => mention.surface === surface)!.entityId!
  }
  for (const step of order) {
    const [name, again] = step.split(' again')
    const names = ARTICLES[name!]
    if (!names) await CORRECTIONS[step]!.run(idOf)
    else if (again === undefined) {
      const made = await seedNames(database, {
        url: `https://gazette.example/${name}`,
        sourceId: 'gazette',
        names,
      })
      ids.set(name!, made.articleId)
    } else {
      const article = { id: ids.get(name!)!, title: 'The quay', text: textOf(names), language: 'en' }
      await extractAgain(database, article, names)
    }
  }
  const groups = new Map<string, string[]>()
  for (const [letter, id] of [...ids].sort())
    for (const { surface, entityId } of (await store.article(id))!.mentions)
      groups.set(entityId!, [...(groups.get(entityId!) ?? []), `${letter}: ${surface}`])
  const told = [...groups].map(async ([id, mentions]) => {
    const { articleCount, mentionCount, name, spellings } = (await store.entity(id))!
    return {
      mentions,
      articleCount,
      mentionCount,
      given: /^(?:K\.|Inês)/.test(name) ? name : '',
      spellings: spellings.length,
    }
  })
  return (await Promise.all(told)).sort((a, b) => (a.mentions.join() < b.mentions.join() ? -1 : 1))
}

/** The steps in an order of chance in which no correction speaks of an article that isn't there yet. */
function shuffled(steps: readonly string[], seed: number): string[] {
  let state = seed
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const waiting = [...steps]
  const order: string[] = []
  while (waiting.length > 0) {
    const free = waiting.filter((step) => {
      const article = step.split(' again')[0]!
      const needs = CORRECTIONS[step]?.after ?? (article === step ? [] : [article])
      return needs.every((one) => order.includes(one))
    })
    const next = free[Math.floor(chance() * free.length)]!
    order.push(next)
    waiting.splice(waiting.indexOf(next), 1)
  }
  return order
}

test('the same articles and corrections give the same entities and counts in whatever order they come', async () => {
  const again = ['a again', 'd again', 'f again']
  const expected = await outcomeOf([...Object.keys(ARTICLES), ...Object.keys(CORRECTIONS)])
  expect(expected).toEqual([
    expect.objectContaining({
      mentions: [
        'a: Sven Halder',
        'a: Halder',
        'b: Mayor Swen',
        'e: Sven Halder',
        'g: Mayor Swen',
        'g: Swen',
      ],
    }),
    expect.objectContaining({ mentions: ['b: Ines Vaz', 'd: Ines Vaz', 'h: Ines Vaz'], given: 'Inês Vaz' }),
    expect.objectContaining({ mentions: ['c: Khalid Haftar', 'c: Haftar', 'e: خالد حفتر'] }),
    expect.objectContaining({
      mentions: ['d: Khaled Haftar', 'd: Haftar', 'g: Khaled Haftar'],
      given: 'K. Haftar',
    }),
    expect.objectContaining({
      mentions: ['f: The Old Fox', 'h: Rachid Amrani'],
      articleCount: 2,
      mentionCount: 2,
    }),
  ])
  for (let seed = 1; seed <= 5; seed++) {
    const order = shuffled([...Object.keys(ARTICLES), ...Object.keys(CORRECTIONS), ...again], seed * 7919)
    expect({ order, outcome: await outcomeOf(order) }).toEqual({ order, outcome: expected })
  }
}, 60_000)
