import { expect, test } from '@jest/globals'
import type { EventArticle } from '@newsbraid/model'
import { foldCopies } from './fold-copies.ts'

function told(id: string, source: string, minute: number): EventArticle {
  const publishedAt = `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`
  return {
    id,
    source: { id: source, name: source },
    title: id,
    lang: 'en',
    dir: 'ltr',
    url: `https://${source}.example/${id}`,
    publishedAt,
    role: 'report',
    why: [],
  }
}
const shape = (strands: ReturnType<typeof foldCopies>): unknown =>
  strands.map(({ source, reports }) => [
    source.id,
    reports.map(({ article, copies }) => [
      article.id,
      copies.map((copy) => `${copy.article.id} ${copy.kind}`),
    ]),
  ])

test('foldCopies() stands a copy beneath its root, whoever published it', () => {
  const articles = [told('a', 'north', 1), told('b', 'south', 2), told('c', 'east', 3)]
  const lineage = [{ root: 'a', copies: ['c'], kind: 'agency' as const }]
  expect(shape(foldCopies({ articles, lineage }))).toEqual([
    ['north', [['a', ['c agency']]]],
    ['south', [['b', []]]],
  ])
})

test('foldCopies() brings a copy of a copy up to the first text', () => {
  const articles = [told('a', 'north', 1), told('b', 'south', 2), told('c', 'east', 3)]
  const lineage = [
    { root: 'b', copies: ['c'], kind: 'edited' as const },
    { root: 'a', copies: ['b'], kind: 'verbatim' as const },
  ]
  expect(shape(foldCopies({ articles, lineage }))).toEqual([['north', [['a', ['b verbatim', 'c edited']]]]])
})

test('foldCopies() lets the earliest copy stand in for a root that is not here', () => {
  const articles = [told('late', 'south', 9), told('early', 'north', 4)]
  const lineage = [{ root: 'gone', copies: ['late', 'early'], kind: 'agency' as const }]
  expect(shape(foldCopies({ articles, lineage }))).toEqual([['north', [['early', ['late agency']]]]])
})

test('foldCopies() puts all reports of one source in one strand, in the order of time', () => {
  const articles = [told('second', 'north', 30), told('other', 'south', 20), told('first', 'north', 10)]
  expect(shape(foldCopies({ articles, lineage: [] }))).toEqual([
    [
      'north',
      [
        ['first', []],
        ['second', []],
      ],
    ],
    ['south', [['other', []]]],
  ])
})

test('foldCopies() keeps every article once when two copies name each other as root', () => {
  const articles = [told('a', 'north', 1), told('b', 'south', 2)]
  const lineage = [
    { root: 'a', copies: ['b'], kind: 'verbatim' as const },
    { root: 'b', copies: ['a'], kind: 'verbatim' as const },
  ]
  expect(shape(foldCopies({ articles, lineage }))).toEqual([['north', [['a', ['b verbatim']]]]])
})
