import { describe, expect, test } from '@jest/globals'
import { conceptOf, isProperName } from './concepts.ts'
import { knownNames } from './names.ts'
import { termsOf, tokens } from './terms.ts'

const names = (title: string, lang: string): string[] =>
  knownNames(title, tokens(title), lang).map((token) => token.surface)
const conceptsOf = (words: string, lang: string): (string | undefined)[] =>
  tokens(words).map((token) => conceptOf(token.folded, termsOf([token], lang)[0] ?? '', lang))

describe('knownNames()', () => {
  test.each([
    [
      'where capitals tell, words with one',
      'Rescuers reach Marwick after the storm',
      'en',
      ['Rescuers', 'Marwick'],
    ],
    ['in Title Case, those the glossary knows', 'Storm Floods Road As Macron Visits', 'en', ['Macron']],
    ['in Arabic, those the glossary knows', 'ماكرون يفتتح معرضا للخيول', 'ar', ['ماكرون']],
    ['in German, whose nouns all have one', 'Sturm trifft Brücke, Putin schweigt', 'de', ['Putin']],
  ])('%s', (_, title, lang, expected) => {
    expect(names(title, lang)).toEqual(expected)
  })
})

test.each([
  ['الأهلي الزمالك', 'ar'],
  ['galatasaray fenerbahçe', 'tr'],
  ['obama clinton', 'en'],
  ['тойота хонда', 'ru'],
])('rivals are two names, never one concept: %s', (words, lang) => {
  const found = conceptsOf(words, lang)
  expect(new Set(found).size).toBe(2)
  for (const concept of found) expect(concept !== undefined && isProperName(concept)).toBe(true)
})

test('a deed is no name', () => {
  const [concept] = conceptsOf('earthquake', 'en')
  expect(concept).toBe('earthquake')
  expect(isProperName('earthquake')).toBe(false)
})
