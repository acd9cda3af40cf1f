import { expect, test } from '@jest/globals'
import { formOf } from '../names/form-of.ts'
import type { Correction, Reading } from './correction.ts'
import { correctedId, correctReading } from './correct-reading.ts'

const entity = (id: string, name: string, spellings: [string, number][], type = 'person' as const) => ({
  id,
  type,
  name,
  language: 'en',
  spellings: spellings.map(([surface, count]) => ({ surface, count })),
  titles: [],
  count: spellings.reduce((sum, [, n]) => sum + n, 0),
  inTitle: true,
  weight: 0.5,
})
const mention = (start: number, surface: string, of: number, titles: string[] = []) => ({
  start,
  end: start + surface.length,
  surface,
  type: 'person' as const,
  titles,
  entity: of,
})
const reading: Reading = {
  article: 'a1',
  source: 's1',
  titleUnits: 20,
  entities: [
    entity('sven', 'Sven Halder', [
      ['Sven Halder', 1],
      ['Halder', 2],
      ['Swen Halter', 1],
    ]),
    entity('inga', 'Inga Torp', [['Inga Torp', 1]]),
  ],
  mentions: [
    mention(0, 'Sven Halder', 0, ['Mayor']),
    mention(30, 'Halder', 0),
    mention(50, 'Swen Halter', 0, ['Captain']),
    mention(70, 'Halder', 0),
    mention(90, 'Inga Torp', 1),
  ],
}
const form = (name: string) => formOf(name, 'person')
const idsWith = (...corrections: Correction[]) =>
  correctReading(reading, corrections).mentions.map(({ entityId }) => entityId)

test('without corrections a reading is what extraction made of it', () => {
  const { parts, mentions } = correctReading(reading, [])
  expect(parts).toEqual(reading.entities)
  expect(mentions.map(({ entityId }) => entityId)).toEqual(['sven', 'sven', 'sven', 'sven', 'inga'])
})

test('a merge moves all, and merges follow each other', () => {
  const merged: Correction = { kind: 'merge', entity: 'sven', other: 'inga' }
  expect(new Set(idsWith(merged))).toEqual(new Set(['sven']))
  const chain: Correction = { kind: 'merge', entity: 'town', other: 'sven' }
  expect(new Set(idsWith(merged, chain))).toEqual(new Set(['town']))
})

test('split takes the chosen spelling with its titles and leaves the bare surname with the full name it belongs to', () => {
  const split: Correction = {
    kind: 'split',
    entity: 'sven',
    other: 'swen',
    these: [form('Swen Halter')],
    those: [form('Sven Halder')],
    articles: [],
  }
  expect(idsWith(split)).toEqual(['sven', 'sven', 'swen', 'sven', 'inga'])
  const [rest, off] = correctReading(reading, [split]).parts
  expect(rest).toMatchObject({ id: 'sven', name: 'Sven Halder', count: 3, titles: ['Mayor'], inTitle: true })
  expect(off).toMatchObject({
    id: 'swen',
    name: 'Swen Halter',
    count: 1,
    titles: ['Captain'],
    inTitle: false,
  })
  expect(correctedId({ id: 'sven', type: 'person', name: 'Swen Haltere' }, [split])).toBe('swen')
  expect(correctedId({ id: 'sven', type: 'person', name: 'Svenn Halder' }, [split])).toBe('sven')
})

test('split by article takes the mentions of that article alone, and an undone merge puts them back', () => {
  const split: Correction = {
    kind: 'split',
    entity: 'sven',
    other: 'namesake',
    these: [],
    those: [],
    articles: ['a1'],
  }
  expect(idsWith(split).slice(0, 4)).toEqual(['namesake', 'namesake', 'namesake', 'namesake'])
  expect(correctReading({ ...reading, article: 'a2' }, [split]).mentions[0]?.entityId).toBe('sven')
  const back: Correction = { kind: 'merge', entity: 'sven', other: 'namesake' }
  expect(idsWith(split, back)).toEqual(idsWith())
})

test('an alias takes an article entity whole, whoever the machine took it for; the younger word wins', () => {
  const alias: Correction = { kind: 'alias', entity: 'swen', type: 'person', forms: [form('SVEN HALDER')] }
  expect(idsWith(alias).slice(0, 4)).toEqual(['swen', 'swen', 'swen', 'swen'])
  expect(idsWith(alias, { ...alias, entity: 'inga' })[0]).toBe('inga')
  expect(idsWith({ ...alias, type: 'place' })[0]).toBe('sven')
})

test('what is not a name leaves the article, its short forms with it, and only where it was said', () => {
  const no: Correction = {
    kind: 'not-a-name',
    entity: 'sven',
    type: 'person',
    forms: [form('Sven Halder')],
    isWhole: false,
  }
  expect(correctReading(reading, [no]).mentions.map(({ surface }) => surface)).toEqual([
    'Swen Halter',
    'Inga Torp',
  ])
  expect(correctReading(reading, [no]).parts.map(({ name, count }) => [name, count])).toEqual([
    ['Swen Halter', 1],
    ['Inga Torp', 1],
  ])
  expect(idsWith({ ...no, source: 's2' })).toHaveLength(5)
  expect(idsWith({ ...no, source: 's1', article: 'a9' })).toHaveLength(5)
  expect(idsWith({ ...no, isWhole: true })).toEqual(['inga'])
  const yetOne: Correction = { kind: 'alias', entity: 'sven', type: 'person', forms: [form('Sven Halder')] }
  expect(idsWith(no, yetOne)).toHaveLength(5)
})
