import { expect, test } from '@jest/globals'
import { featuresOf } from '../features/article-features.ts'
import { Cluster } from './cluster.ts'
import { itemOf } from './item.ts'
import { readerOf } from './readable.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const of = (lang: string, ...titles: string[]) =>
  Cluster.of(
    titles.map((title, i) =>
      itemOf(
        featuresOf({
          id: `${lang}${i}`,
          lang,
          title,
          text: '',
          source: 's',
          publishedAt: '2026-03-02T10:00:00Z',
        }),
        vocabulary,
      ),
    ),
  )

test('stems are told as titles spell them, names in the spellings of both sides', () => {
  const english = of('en', 'Madsoni visits flooded villages', 'Flooding in villages'),
    arabic = of('ar', 'مدسوني يزور القرى المنكوبة')
  const words = english.members[0]?.features.titleTerms.map((term) => `w:en:${term}`) ?? []
  expect(readerOf(english, english)(words)).toBe('Madsoni, visits, flooded, villages')
  const keys = (cluster: Cluster) => cluster.members[0]?.features.pivots.map(([key]) => key) ?? []
  const [skeleton] = keys(english).filter((key) => key.startsWith('~') && keys(arabic).includes(key))
  expect(readerOf(english, arabic)([`p:${skeleton}`])).toBe('Madsoni / مدسوني')
})

test('concepts, countries and entities are told by their names, each once', () => {
  const side = of('en', 'Nothing of it')
  const keys = [
    'p:=opening_ceremony',
    'p:@TN',
    'n:@place:tunis',
    'n:@place:=zone:/Asia/Tokyo',
    'n:@place:=country:SN',
  ]

  expect(readerOf(side, side)(keys)).toBe('opening ceremony, Tunisia, tunis, Tokyo, Senegal')
  expect(readerOf(side, side)(['n:@place:=city:new-york'])).toBe('new york')
})

test('five are told at most; what nobody could read is counted', () => {
  const side = of('en', 'Nothing of it')
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((x) => `w:en:${x}`)
  expect(readerOf(side, side)(many)).toBe('a, b, c, d, e')
  expect(readerOf(side, side)(['n:~KRTSM', 'n:~BRNT'])).toBe('2 in common')
  expect(readerOf(side, side)([])).toBe('')
})
