import { expect, test } from '@jest/globals'
import { entriesOfRows, tableReader } from './table-rows.ts'
import { readWikidataLine } from './wikidata-line.ts'

const document = {
  id: 'Q900001',
  labels: { en: { language: 'en', value: 'Sven Halder' }, ar: { language: 'ar', value: 'سفين هالدر' } },
  aliases: { en: [{ language: 'en', value: 'Mayor Swen' }], fr: [] },
  claims: { P31: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q5' } } } }] },
}

test('an entity document gives its labels and aliases by language, with the lines of a dump around it', () => {
  const entry = {
    type: 'person',
    name: 'Sven Halder',
    language: 'en',
    wikidata: 'Q900001',
    names: [
      { name: 'Sven Halder', language: 'en', isLabel: true },
      { name: 'سفين هالدر', language: 'ar', isLabel: true },
      { name: 'Mayor Swen', language: 'en', isLabel: false },
    ],
  }
  expect(readWikidataLine(JSON.stringify(document))).toEqual(entry)
  expect(readWikidataLine(`${JSON.stringify(document)},`)).toEqual(entry)
  expect(readWikidataLine('[')).toBeUndefined()
  const short = {
    id: 'Q900001',
    labels: { en: 'Sven Halder', ar: 'سفين هالدر' },
    aliases: { en: ['Mayor Swen'] },
    P31: ['Q5'],
  }
  expect(readWikidataLine(JSON.stringify(short))).toEqual(entry)
})

test('an item of a class that is not read, without a class or without a name is passed over', () => {
  expect(readWikidataLine(JSON.stringify({ ...document, claims: { P31: [] } }))).toBeUndefined()
  expect(readWikidataLine(JSON.stringify({ id: 'Q1', P31: 'Q5', labels: [] }))).toBeUndefined()
  expect(readWikidataLine(JSON.stringify({ id: 'Q1', P31: 'Q77', labels: { en: 'x' } }))).toBeUndefined()
  expect(
    readWikidataLine(JSON.stringify({ id: 'Q1', P31: 'Q77', labels: { fr: 'x' } }), { Q77: 'place' }),
  ).toMatchObject({
    type: 'place',
    name: 'x',
  })
})

test.each([
  ['{"id":', 'Cannot read JSON'],
  ['[1]', 'Cannot find an entity document'],
  ['{"id":"P31"}', 'Cannot take "P31" for an id like "Q42"'],
  ['{"id":"Q1","P31":"Q5","labels":{"en":3}}', 'Cannot read "labels" of language "en": no text'],
])('%s is refused in words', (line, message) => {
  expect(() => readWikidataLine(line)).toThrow(message)
})

test('rows of a table make one entry an entity, with tabs or commas, with or without a head', () => {
  const tabs = [
    'canonical\ttype\talias\tlang\twikidata',
    'Sven Halder\tperson\tMayor Swen\ten\tQ900001',
    'Sven Halder\tperson\tسفين هالدر\tar\tQ900001',
  ]
  const commas = [
    '# ours',
    '"Sven Halder",person,"Mayor Swen",en,Q900001',
    'Sven Halder,person,سفين هالدر,ar,Q900001',
    '',
  ]
  for (const lines of [tabs, commas]) {
    const read = tableReader()
    expect(entriesOfRows(lines.flatMap((line) => read(line) ?? []))).toEqual([
      {
        type: 'person',
        name: 'Sven Halder',
        wikidata: 'Q900001',
        names: [
          { name: 'Mayor Swen', language: 'en', isLabel: false },
          { name: 'سفين هالدر', language: 'ar', isLabel: false },
        ],
      },
    ])
  }
  expect(tableReader()('"Halder, ""Sven""",person,"a, b"')).toMatchObject({
    canonical: 'Halder, "Sven"',
    alias: 'a, b',
  })
})

test.each([
  ['Sven,robot,S', 'Cannot take "robot" for a type: person, organisation or place'],
  [',person,S', 'Cannot find a name in the column "canonical"'],
  ['"Sven,person,S', 'Cannot find the end of a quoted cell'],
  ['Sven,person,S,en,42', 'Cannot take "42" for an id like "Q42"'],
  ['canonical,type', 'Cannot find the column "alias"'],
])('%s is refused in words', (line, message) => {
  expect(() => tableReader()(line)).toThrow(message)
})
