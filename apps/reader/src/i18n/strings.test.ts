import { expect, test } from '@jest/globals'
import { arWords } from './ar-words.ts'
import { ar } from './ar.ts'
import { enWords } from './en-words.ts'
import { en } from './en.ts'
import { fillIn, type PluralForms, pluralText } from './fill-in.ts'

const namesIn = (text: string | PluralForms): string[] =>
  [...(typeof text === 'string' ? text : text.other).matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name ?? '')
    .sort()

test('every English text has an Arabic one with the same names to fill in', () => {
  const english = Object.entries(en).map(([key, text]) => [key, namesIn(text)])
  expect(Object.entries(ar).map(([key, text]) => [key, namesIn(text)])).toEqual(english)
})

test('every word of the API has its word in both languages', () => {
  expect(Object.keys(arWords)).toEqual(Object.keys(enWords))
})

test('Arabic counts in six forms', () => {
  const articles = [0, 1, 2, 3, 11, 100].map((count) =>
    fillIn(pluralText(ar['count.articles'], count, 'ar'), { count }),
  )
  expect(articles).toEqual(['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالًا', '100 مقال'])
})

test('fillIn() leaves unknown names and inserted braces alone', () => {
  expect(fillIn('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}')
})
