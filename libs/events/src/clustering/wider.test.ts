import { expect, test } from '@jest/globals'
import { featuresOf } from '../features/article-features.ts'
import { Cluster } from './cluster.ts'
import { itemOf } from './item.ts'
import { Vocabulary } from './vocabulary.ts'
import { widerEvents } from './wider.ts'

const vocabulary = new Vocabulary()
const item = (id: string, lang: string, title: string) =>
  itemOf(
    featuresOf({ id, lang, title, text: '', source: 's', publishedAt: '2026-03-02T10:00:00Z' }),
    vocabulary,
  )

test('widerEvents() puts the event that said most of it first, in whatever language, each event once', () => {
  const flood = [
    item('f1', 'en', 'Flood in Sousse'),
    item('f2', 'fr', 'Inondation à Sousse : un pont emporté'),
  ]
  const strike = [item('s1', 'en', 'Strike at Sousse hospital')]
  const events = [Cluster.of(flood), Cluster.of(strike)]
  const eventOf = (other: { features: { id: string } }) => events[other.features.id.startsWith('f') ? 0 : 1]
  const article = item('new', 'ar', 'فيضانات تجرف جسرا في سوسة')
  const found = widerEvents(article, [...strike, ...flood], eventOf)
  expect(found.map((other) => other.features.id)).toEqual(['f1', 's1'])
})
