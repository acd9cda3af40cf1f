import { expect, test } from '@jest/globals'
import { featuresOf } from '../features/article-features.ts'
import { Cluster } from './cluster.ts'
import { itemOf } from './item.ts'
import { comparePlaces } from './places.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const cluster = (lang: string, ...titles: string[]): Cluster =>
  Cluster.of(
    titles.map((title) =>
      itemOf(
        featuresOf({ id: title, lang, title, text: '', source: 's', publishedAt: '2026-03-02T10:00:00Z' }),
        vocabulary,
      ),
    ),
  )

test('towns agree, or differ, or one may be the country the other names', () => {
  const benghazi = cluster('en', 'Blast in Benghazi')
  expect(comparePlaces(benghazi, cluster('ar', 'انفجار في بنغازي'))).toEqual({
    agree: 1,
    towns: 0,
    countries: 0,
  })
  expect(comparePlaces(benghazi, cluster('en', 'Blast in Tripoli'))).toMatchObject({ agree: 0, towns: 1 })
  expect(comparePlaces(benghazi, cluster('en', 'Blast in Libya'))).toEqual({
    agree: 0,
    towns: 0,
    countries: 0,
  })
  expect(comparePlaces(benghazi, cluster('en', 'Blast in Cairo'))).toEqual({
    agree: 0,
    towns: 1,
    countries: 1,
  })
})

test('a capital that stands for its state is no other place', () => {
  const recall = cluster('ar', 'الجزائر تستدعي سفيرها لدى باريس للتشاور')
  const crisis = cluster('fr', 'Crise diplomatique : Alger rappelle son ambassadeur en France')
  expect(comparePlaces(recall, crisis)).toMatchObject({ towns: 0, countries: 0 })
})

test('a place that few articles name speaks for few', () => {
  const large = cluster('en', 'Games open', 'Athletes march in', 'Flame is lit', 'Games open in Tokyo')
  expect(comparePlaces(large, cluster('en', 'Swimmers in Sousse')).towns).toBe(0.25)
})
