import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AliasEntry, ApiStore } from '@newsbraid/model'
import { createApiStore } from '../api-store.ts'
import type { Database } from '../database.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { seedNames, type SeedName } from '../testing/seed-names.ts'

let database: Database
let store: ApiStore
let count = 0
beforeAll(async () => {
  database = await openTestDatabase()
  const side = { ingest: async () => ({ end: 'pending' as const, url: '' }), onChange: () => () => {} }
  store = createApiStore(database.pool, side, { pollFloorSeconds: 60 })
  await database.pool.query(`INSERT INTO sources (id, name) VALUES ('gazette', 'Harbour Gazette')`)
}, 60_000)
afterAll(() => database.close())

const article = (...names: SeedName[]) =>
  seedNames(database, { url: `https://gazette.example/${++count}`, sourceId: 'gazette', names })
const named = (...spellings: string[]): SeedName => ({ spellings })
const found = async (q: string) => (await store.entities({ q, sort: 'mentions' }, { limit: 9 })).items
async function* given(...entries: AliasEntry[]) {
  yield* entries
}

test('a file of names joins what it calls one, gives Wikidata ids, and is taken back as one batch', async () => {
  await article(named('Omar Zeroual'), named('Read Quickly'))
  await article(named('The Quiet Judge'))
  await article(named('Judge Omar Z.'))
  await article(named('Zeroual'))
  const before = await found('zeroual')
  const told = await store.importAliases(
    given(
      {
        type: 'person',
        name: 'Omar Zeroual',
        language: 'en',
        wikidata: 'Q900002',
        names: [
          { name: 'Omar Zeroual', language: 'en', isLabel: true },
          { name: 'The Quiet Judge', language: 'en', isLabel: true },
          { name: 'Judge Omar Z.', language: 'en', isLabel: false },
          { name: 'Zeroual', language: 'en', isLabel: false },
          { name: 'Read Quickly', language: 'en', isLabel: false },
          { name: 'القاضي الهادئ', language: 'ar', isLabel: false },
        ],
      },
      { type: 'person', name: 'Mona Tahri', language: 'en', wikidata: 'Q900003', names: [] },
    ),
    { by: 'deployment' },
    { isAmbiguous: (_type, name) => name === 'Read Quickly' },
  )
  expect(told).toMatchObject({ entries: 2, names: 7, created: 1, merged: 1, ambiguous: 1 })
  const [omar, bare] = await found('zeroual')
  expect(omar).toMatchObject({ name: 'Omar Zeroual', articleCount: 3, wikidata: 'Q900002' })
  // A single word is somebody only inside its own text
  expect(bare).toMatchObject({ name: 'Zeroual', articleCount: 1 })
  expect((await found('القاضي الهادئ'))[0]?.id).toBe(omar!.id)
  expect((await found('Read Quickly')).map(({ name }) => name)).toContain('Read Quickly')
  await article(named('القاضي الهادئ'))
  expect(await store.entity(omar!.id)).toMatchObject({ articleCount: 4 })
  const standing = await store.corrections({ batch: told.batch, standing: true }, { limit: 9 })
  expect(standing.items.map(({ kind, source, by }) => [kind, source, by])).toEqual([
    ['alias', 'import', 'deployment'],
    ['alias', 'import', 'deployment'],
    ['merge', 'import', 'deployment'],
  ])

  const again = await store.importAliases(
    given({ type: 'person', name: 'O. Zeroual', wikidata: 'Q900002', names: [] }),
    { by: 'deployment' },
    { isAmbiguous: () => false },
  )
  expect(again).toMatchObject({ created: 0 })
  for (const batch of [told.batch, again.batch]) {
    const undone = await store.undoCorrection(batch, { by: 'Nadia' })
    expect(undone).toMatchObject({ done: { corrections: expect.any(Array) } })
  }
  const after = await found('zeroual')
  expect(after).toEqual(before)
  expect((await found('The Quiet Judge'))[0]).toMatchObject({ articleCount: 1 })
})

test('a ministry that every country has is joined by its full name only', async () => {
  const ministry = (name: string): SeedName => ({ spellings: [name], type: 'organisation' })
  await article(ministry('Ministry of Health'))
  await article(ministry('Egyptian Health Office'))
  const names = ['Ministry of Health', 'Egyptian Health Office'].map((name) => ({ name, isLabel: false }))
  await store.importAliases(
    given({ type: 'organisation', name: 'وزارة الصحة المصرية', wikidata: 'Q900004', names }),
    { by: 'deployment' },
    { isAmbiguous: () => false },
  )
  const plain = (await found('Ministry of Health')).find(({ name }) => name === 'Ministry of Health')
  expect(plain).toMatchObject({ articleCount: 1 })
  expect(plain?.wikidata).toBeUndefined()
  expect((await found('Egyptian Health Office'))[0]).toMatchObject({ wikidata: 'Q900004', articleCount: 1 })
})
