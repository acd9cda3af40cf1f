import { describe, expect, test } from '@jest/globals'
import { featuresOf } from '../features/article-features.ts'
import { arrivalOf } from './arrival.ts'
import { type Item, itemOf } from './item.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const itemNamed = (id: string, lang = 'en'): Item =>
  itemOf(
    featuresOf({
      id,
      title: 'Harbour',
      text: '',
      lang,
      publishedAt: '2026-03-02T10:00:00Z',
      source: 'desk',
    }),
    vocabulary,
  )
const come = itemNamed('come')
const near = [itemNamed('a1'), itemNamed('b1'), itemNamed('a2'), itemNamed('c1')]
/** Event `a` holds a1 and a2, and so on. */
const eventOf = (item: Item): string => item.features.id.charAt(0)
const arrive = (...scores: [eventId: string, score: number][]): ReturnType<typeof arrivalOf> =>
  arrivalOf(
    come,
    near,
    scores.map(([eventId, score]) => ({ eventId, score })),
    eventOf,
  )
const idsOf = (items: readonly Item[]): string[] => items.map((item) => item.features.id)

describe('arrivalOf()', () => {
  test('keeps the neighbours in events that were not out of the question', () => {
    expect(idsOf(arrive(['b', 0.5], ['a', -3], ['c', -6]).ties)).toEqual(['a1', 'b1', 'a2'])
  })

  test.each([
    ['far ahead of the next', [['a', 3.5], ['b', -2]], 'a1'], // prettier-ignore
    ['alone', [['c', 3.5]], 'c1'],
    ['not far enough ahead', [['a', 3.5], ['b', 1.5]], undefined], // prettier-ignore
    ['likely, no more', [['a', 2.5]], undefined],
    ['new', [], undefined],
  ] as [string, [string, number][], string | undefined][])('an event %s', (_, scores, surest) => {
    expect(arrive(...scores).surest?.features.id).toBe(surest)
  })

  test('keeps as many of each side as a settling article has, its own language and others', () => {
    const many = Array.from({ length: 40 }, (_, i) => itemNamed(`a${i}`, i % 2 ? 'ar' : 'en'))
    const { ties } = arrivalOf(come, many, [{ eventId: 'a', score: 0 }], eventOf)
    expect(ties.filter((item) => item.features.lang === 'en')).toHaveLength(12)
    expect(ties.filter((item) => item.features.lang === 'ar')).toHaveLength(12)
  })
})
