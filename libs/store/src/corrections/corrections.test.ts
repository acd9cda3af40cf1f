import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { ApiStore, Decision } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { removePages } from '../write/remove-pages.ts'
import { inTransaction } from '../transaction.ts'
import { extractAgain, seedNames, type SeedName, textOf } from '../testing/seed-names.ts'

let database: Database
let store: ApiStore
let count = 0
const giver = { by: 'Nadia' }

beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: async () => ({ end: 'pending' as const, url: '' }), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE pages, articles, entities, entity_corrections, events, event_articles, event_history, sources CASCADE',
  )
  await database.pool.query(
    `INSERT INTO sources (id, name) VALUES ('gazette', 'Harbour Gazette'), ('mirror', 'Mirror')`,
  )
})

const article = (names: SeedName[], sourceId = 'gazette', language = 'en') =>
  seedNames(database, { url: `https://gazette.example/${++count}`, sourceId, language, names })
const person = (...spellings: string[]): SeedName => ({ spellings })
const idOf = async (name: string): Promise<string> => {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT id FROM entities WHERE name = $1 AND merged_into IS NULL ORDER BY article_count DESC',
    [name],
  )
  if (!rows[0]) throw new Error(`Nobody is called "${name}"`)
  return rows[0].id
}
const done = async <T>(decision: Promise<Decision<T>>): Promise<T> => {
  const made = await decision
  if (!('done' in made)) throw new Error(made.detail)
  return made.done
}
/** All that is shown of entities and articles, and what extraction goes on from. */
const everything = async () => {
  const tables = {
    entities: 'SELECT * FROM entities WHERE article_count > 0 ORDER BY id',
    links: 'SELECT * FROM article_entities ORDER BY article_id, entity_id',
    mentions: 'SELECT * FROM article_mentions ORDER BY article_id',
    readings: 'SELECT * FROM article_readings ORDER BY article_id',
    keys: 'SELECT * FROM entity_keys ORDER BY type, key',
    events: `SELECT id, view -> 'entities' AS entities FROM events ORDER BY id`,
  }
  const read = await Promise.all(
    Object.entries(tables).map(async ([name, sql]) => [name, (await database.pool.query(sql)).rows] as const),
  )
  return Object.fromEntries(read)
}
/** Counts that stand with an entity are those of the articles' own rows. */
const expectTrueCounts = async () => {
  const { rows } = await database.pool.query(
    `SELECT e.name, e.article_count, e.mention_count, count(ae.article_id)::integer AS articles, coalesce(sum(ae.mention_count), 0)::integer AS mentions
     FROM entities e LEFT JOIN article_entities ae ON ae.entity_id = e.id GROUP BY e.id
     HAVING e.article_count <> count(ae.article_id) OR e.mention_count <> coalesce(sum(ae.mention_count), 0)`,
  )
  expect(rows).toEqual([])
}
const lastCorrection = async () => (await store.corrections({}, { limit: 1 })).items[0]!

test('a merge moves mentions, counts and the event’s names, redirects, holds for later articles, and undo leaves no trace', async () => {
  const { articleId, eventId } = await article([person('Sven Halder', 'Halder')])
  await article([person('Sven Halder'), person('Mayor Swen')])
  await article([person('Mayor Swen')])
  const before = await everything()
  const [into, from] = [await idOf('Sven Halder'), await idOf('Mayor Swen')]
  const merged = await done(store.mergeEntities(into, [from], giver))
  expect(merged).toMatchObject({ id: into, name: 'Sven Halder', articleCount: 3, mentionCount: 5 })
  expect(merged.corrections).toMatchObject([{ kind: 'merge', by: 'Nadia', other: { id: from } }])
  expect(await store.entity(from)).toMatchObject({ mergedInto: into })
  expect((await store.articles({ entity: from, sort: 'latest' }, { limit: 9 })).total).toBe(3)
  expect((await store.events({ entity: from, sort: 'latest' }, { limit: 9 })).total).toBe(3)
  expect((await store.entities({ sort: 'name' }, { limit: 9 })).items.map(({ id }) => id)).toEqual([into])
  await article([person('Mayor Swen')])
  expect(await store.entity(into)).toMatchObject({ articleCount: 4, mentionCount: 6 })
  await expectTrueCounts()
  expect((await store.event(eventId))?.entities.map(({ id }) => id)).toEqual([into])
  expect((await store.article(articleId))?.mentions).toHaveLength(2)

  // Without it the fourth article would be the other's
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  await database.pool.query(`DELETE FROM pages WHERE url = $1`, [`https://gazette.example/${count}`])
  await database.pool.query(
    'UPDATE entities SET article_count = article_count - 1, mention_count = mention_count - 1, read_articles = read_articles - 1, last_seen = (SELECT max(cleaned_at) FROM articles a JOIN article_entities ae ON ae.article_id = a.id WHERE ae.entity_id = entities.id) WHERE id = $1',
    [from],
  )
  const after = await everything()
  expect({ ...after, events: [] }).toEqual({ ...before, events: [] })
  expect(after['events']?.slice(0, 3)).toEqual(before['events'])
  expect(await store.entity(from)).not.toHaveProperty('mergedInto', into)
})

test('a split takes its spellings with titles and counts, renames what is left, and holds when an article is extracted again', async () => {
  const names = [{ spellings: ['Khaled Haftar', 'Haftar'], titles: ['Colonel'] }]
  const first = await article(names)
  await article([person('Khalid Haftar', 'Haftar')])
  await article([person('Khalid Haftar')])
  const whole = await idOf('Khaled Haftar')
  expect(await store.entity(whole)).toMatchObject({ articleCount: 3 })
  const before = await everything()
  const { entity, split } = await done(store.splitEntity(whole, { spellings: ['Khaled Haftar'] }, giver))
  expect(split).toMatchObject({
    name: 'Khaled Haftar',
    articleCount: 1,
    mentionCount: 2,
    titles: [{ title: 'Colonel' }],
  })
  expect(entity).toMatchObject({ id: whole, name: 'Khalid Haftar', articleCount: 2, mentionCount: 3 })
  const text = textOf(names)
  await extractAgain(database, { id: first.articleId, title: 'The quay', text, language: 'en' }, names)
  await article([person('Khaled Haftar')])
  expect(await store.entity(split.id)).toMatchObject({ articleCount: 2, mentionCount: 3 })
  expect(await store.entity(whole)).toMatchObject({ articleCount: 2 })
  await expectTrueCounts()
  const refused = await store.splitEntity(split.id, { spellings: ['Khaled Haftar', 'Haftar'] }, giver)
  expect(refused).toMatchObject({
    refused: 'invalid',
    detail: expect.stringContaining('no mention would be left'),
  })
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  expect(await store.entity(whole)).toMatchObject({ name: 'Khaled Haftar', articleCount: 4 })
  expect(await store.entity(split.id)).toMatchObject({ mergedInto: whole })
  expect((await everything())['readings']).toEqual(before['readings'])
})

test('a split by article takes what these articles say, and a merge afterwards puts it back', async () => {
  const { articleId } = await article([person('Ines Vaz')])
  await article([person('Ines Vaz')])
  const ines = await idOf('Ines Vaz')
  const { split } = await done(
    store.splitEntity(ines, { articles: [articleId], name: 'Ines Vaz (singer)' }, giver),
  )
  expect(split).toMatchObject({ name: 'Ines Vaz (singer)', articleCount: 1 })
  expect(await store.splitEntity(ines, { articles: [articleId] }, giver)).toMatchObject({
    refused: 'invalid',
  })
  await done(store.mergeEntities(ines, [split.id], giver))
  expect(await store.entity(ines)).toMatchObject({ articleCount: 2 })
  expect(await store.entity(split.id)).toMatchObject({ mergedInto: ines })
  await expectTrueCounts()
})

test('a new name shows everywhere, is found, and goes when it is undone', async () => {
  const { eventId } = await article([person('Ferry Co')])
  const id = await idOf('Ferry Co')
  await done(store.renameEntity(id, { name: 'Harbour Ferries' }, giver))
  expect((await store.event(eventId))?.entities[0]?.name).toBe('Harbour Ferries')
  expect((await store.entities({ q: 'harbour ferries', sort: 'name' }, { limit: 5 })).items[0]?.id).toBe(id)
  await article([person('Ferry Co')])
  expect(await store.entity(id)).toMatchObject({ name: 'Harbour Ferries', articleCount: 2 })
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  expect((await store.event(eventId))?.entities[0]?.name).toBe('Ferry Co')
  expect(await store.undoCorrection((await lastCorrection()).id, giver)).toMatchObject({
    refused: 'conflict',
  })
})

test('an alias takes what is known under it and what comes later', async () => {
  await article([person('Rachid Amrani')])
  await article([person('The Old Fox')])
  const rachid = await idOf('Rachid Amrani')
  const known = await done(store.aliasEntity(rachid, { alias: 'The old fox', lang: 'en' }, giver))
  expect(known).toMatchObject({
    articleCount: 2,
    aliases: [{ name: 'The old fox', lang: 'en', source: 'person' }],
  })
  await article([person('The OLD Fox')])
  expect(await store.entity(rachid)).toMatchObject({ articleCount: 3 })
  await expectTrueCounts()
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  expect(await store.entity(rachid)).toMatchObject({ articleCount: 1 })
  await expectTrueCounts()
})

test('what is not a name leaves texts and lists, everywhere or in one source, and comes back when it is undone', async () => {
  const { articleId } = await article([person('Read More'), person('Ines Vaz')])
  await article([person('Read More')], 'mirror')
  const before = await everything()
  const id = await idOf('Read More')
  await done(store.notAName(id, { source: 'mirror' }, giver))
  expect(await store.entity(id)).toMatchObject({ articleCount: 1 })
  await done(store.notAName(id, {}, giver))
  expect(await store.entity(id)).toMatchObject({ articleCount: 0, mentionCount: 0 })
  expect((await store.article(articleId))?.mentions.map(({ surface }) => surface)).toEqual(['Ines Vaz'])
  expect((await store.entities({ sort: 'name' }, { limit: 9 })).items.map(({ name }) => name)).toEqual([
    'Ines Vaz',
  ])
  await article([person('Read more')])
  expect(await store.entity(id)).toMatchObject({ articleCount: 0 })
  await database.pool.query('DELETE FROM pages WHERE url = $1', [`https://gazette.example/${count}`])
  await database.pool.query('UPDATE entities SET read_articles = read_articles - 1 WHERE id = $1', [id])
  for (const { id: correction } of (await store.corrections({}, { limit: 9 })).items)
    await done(store.undoCorrection(correction, giver))
  const after = await everything()
  expect({ ...after, events: [] }).toEqual({ ...before, events: [] })
  expect(await store.notAName(id, { article: 'nowhere' }, giver)).toMatchObject({ refused: 'invalid' })
})

test('an unsure join is a suggestion until a person refuses it', async () => {
  await article([person('Sven Halder')])
  await article([person('Svenn Halter')])
  const [a, b] = [await idOf('Sven Halder'), await idOf('Svenn Halter')]
  const one = { entity: { id: b }, other: { id: a }, score: 0.88 }
  expect((await store.suggestions({ limit: 5 })).items).toMatchObject([one])
  expect((await store.entity(a))?.suggestions.map(({ id }) => id)).toEqual([b])
  await done(store.notSame(a, b, giver))
  expect((await store.suggestions({ limit: 5 })).items).toEqual([])
  expect((await store.entity(b))?.suggestions).toEqual([])
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  await done(store.mergeEntities(a, [b], giver))
  expect((await store.suggestions({ limit: 5 })).items).toEqual([])
  expect(await store.mergeEntities(b, [a], giver)).toMatchObject({ refused: 'conflict' })
  expect(await store.mergeEntities('01HZZZZZZZZZZZZZZZZZZZZZZZ', [a], giver)).toMatchObject({
    refused: 'not-found',
  })
})

test('articles that go take their counts along, and who was corrected stays what the person said', async () => {
  const { articleId: first } = await article([person('Sven Halder')])
  const { articleId: second } = await article([person('Mayor Swen')])
  await article([person('Mayor Swen'), person('Ines Vaz')])
  const [into, from] = [await idOf('Sven Halder'), await idOf('Mayor Swen')]
  await done(store.mergeEntities(into, [from], giver))
  const leaving = [first, second].map((id) => ({ id, heir: null, feed: null }))
  await inTransaction(database.pool, (tx) => removePages(tx, leaving))
  await expectTrueCounts()
  expect(await store.entity(into)).toMatchObject({ articleCount: 1 })
  await article([person('Sven Halder'), person('Mayor Swen')])
  expect(await store.entity(into)).toMatchObject({ name: 'Sven Halder', articleCount: 2, mentionCount: 3 })
  await done(store.undoCorrection((await lastCorrection()).id, giver))
  expect(await store.entity(into)).toMatchObject({ articleCount: 1 })
  expect(await store.entity(from)).toMatchObject({ articleCount: 2 })
  const { rows } = await database.pool.query(
    'SELECT read_articles, article_count FROM entities WHERE article_count > 0',
  )
  for (const row of rows) expect(row.read_articles).toBe(row.article_count)
})

test('people who correct while articles come in lose neither', async () => {
  const { articleId } = await article([person('Sven Halder')])
  await article([person('Mayor Swen')])
  const [into, from] = [await idOf('Sven Halder'), await idOf('Mayor Swen')]
  const text = textOf([person('Mayor Swen')])
  const again = (surface: string) =>
    extractAgain(database, { id: articleId, title: 'The quay', text, language: 'en' }, [person(surface)])
  await Promise.all([
    again('Mayor Swen'),
    done(store.mergeEntities(into, [from], giver)),
    ...Array.from({ length: 4 }, () => article([person('Mayor Swen')])),
    done(store.renameEntity(into, { name: 'S. Halder' }, giver)),
  ])
  expect(await store.entity(into)).toMatchObject({ name: 'S. Halder', articleCount: 6 })
  await expectTrueCounts()
})
