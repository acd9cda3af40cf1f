import { expect, test } from '@jest/globals'
import { articleEntities } from './article-entities.ts'
import type { Found } from './found.ts'

const found = (...names: (string | (Partial<Found> & { name: string }))[]): Found[] => {
  let at = 0
  return names.map((given) => {
    const { name, ...rest } = typeof given === 'string' ? { name: given } : given
    const start = at
    at += name.length + 2
    return {
      start,
      end: start + name.length,
      surface: name,
      name,
      type: 'organisation',
      titles: [],
      inTitle: false,
      words: name.toLowerCase().split(' '),
      ...rest,
    }
  })
}
const entityOf = (...names: Parameters<typeof found>) => articleEntities(found(...names), 'ar').entityOf

test('a short name in quotation marks behind the long one is the same organisation', () => {
  expect(entityOf('وكاله المرصد للانباء', { name: 'مرا', isSetOff: true }, 'مرا')).toEqual([0, 0, 0])
})

test('a well-known organisation in brackets keeps to itself', () => {
  expect(entityOf('نقابه عمال الموانئ', { name: 'FIFA', isSetOff: true })).toEqual([0, 1])
})

test('a name that follows without brackets keeps to itself', () => {
  expect(entityOf('وكاله المرصد للانباء', 'مرا')).toEqual([0, 1])
})

test('the last word of a name joins it in another spelling, another word does not', () => {
  expect(entityOf('وكاله بارنوفا', 'بارونوفا', 'بارديسا')).toEqual([0, 0, 1])
})

test('a short name that two organisations begin with joins neither', () => {
  expect(entityOf('حزب النداء الشعبي', 'حزب النداء الوطني', 'حزب النداء')).toEqual([0, 1, 2])
})
