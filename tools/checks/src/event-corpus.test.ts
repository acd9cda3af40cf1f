import { expect, test } from '@jest/globals'
import { fold, words } from '@newsbraid/text'
import { type CorpusRow, readCorpus } from '../../train-events/corpus.mjs'

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
const rows = readCorpus()
const happenings = groupBy(rows, (row) => row.gold)
const families = groupBy(rows, (row) => row.family)
const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length
const wordsOf = (title: string): string[] => words(title).map(({ text }) => fold(text))
const plain = (title: string): string => wordsOf(title).join(' ')

/** Languages of one script each, where a line under the wrong mark shows. */
const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
}

test('the corpus holds six thousand articles, most of them bare titles, on 1,400 happenings', () => {
  expect(rows.length).toBeGreaterThan(6000)
  expect(happenings.size).toBeGreaterThan(1400)
  expect(rows.filter((row) => row.text !== '').length).toBeGreaterThan(1600)
  expect(
    share(
      rows.filter((row) => row.text === ''),
      rows,
    ),
  ).toBeGreaterThan(0.5)
})

test('a third of the corpus is Arabic and ten more languages are in it', () => {
  const languages = groupBy(rows, (row) => row.lang)
  expect(share(languages.get('ar') ?? [], rows)).toBeGreaterThanOrEqual(1 / 3)
  expect([...languages.keys()].sort()).toEqual(
    ['ar', 'de', 'en', 'es', 'fa', 'fr', 'it', 'pt', 'ru', 'sl', 'tr'].sort(),
  )
  for (const [, list] of languages) expect(list.length).toBeGreaterThan(80)
})

test('every title stands under the mark of its own script', () => {
  const strange = rows.filter(({ lang, title }) =>
    SCRIPTS[lang] ? !SCRIPTS[lang].test(title) : /[\p{Script=Arabic}\p{Script=Cyrillic}]/u.test(title),
  )
  expect(strange.map((row) => row.title)).toEqual([])
})

test('no title comes twice in a language', () => {
  const twice = [...groupBy(rows, (row) => `${row.lang} ${plain(row.title)}`)].filter(
    ([, list]) => list.length > 1,
  )
  expect(twice.map(([title, list]) => `${title}: ${list.map((row) => row.gold).join(', ')}`)).toEqual([])
})

test('every article has a date of these five weeks', () => {
  const strange = rows.filter(
    ({ publishedAt }) =>
      new Date(publishedAt).toISOString() !== publishedAt ||
      publishedAt < '2026-03-01' ||
      publishedAt > '2026-04-08',
  )
  expect(strange).toEqual([])
})

test('a happening is reported within a week', () => {
  const long = [...happenings].filter(([, list]) => {
    const at = list.map((row) => Date.parse(row.publishedAt))
    return Math.max(...at) - Math.min(...at) > 7 * 864e5
  })
  expect(long.map(([gold]) => gold)).toEqual([])
})

test('large happenings stand beside small ones and single reports', () => {
  const sizes = [...happenings.values()].map((list) => list.length)
  expect(sizes.filter((n) => n === 1).length).toBeGreaterThan(100)
  expect(sizes.filter((n) => n >= 2 && n <= 5).length).toBeGreaterThan(600)
  expect(sizes.filter((n) => n >= 15).length).toBeGreaterThan(30)
  expect(Math.max(...sizes)).toBeGreaterThan(50)
})

/** Titles of different happenings in one file that share most of their words. */
const misleading = (list: readonly CorpusRow[]): number => {
  const bags = list.map((row) => ({ row, bag: new Set(wordsOf(row.title)) }))
  let n = 0
  bags.forEach((a, i) =>
    bags.slice(0, i).forEach((b) => {
      if (a.row.gold === b.row.gold || a.row.lang !== b.row.lang) return
      const both = [...a.bag].filter((word) => b.bag.has(word)).length
      if (both / (a.bag.size + b.bag.size - both) >= 0.4) n++
    }),
  )
  return n
}

test('neighbours written to mislead are there, above all in Arabic', () => {
  const count = (lang: string): number =>
    [...families.values()].reduce((n, list) => n + misleading(list.filter((row) => row.lang === lang)), 0)
  expect(count('ar')).toBeGreaterThan(40)
  expect(count('en')).toBeGreaterThan(20)
})
