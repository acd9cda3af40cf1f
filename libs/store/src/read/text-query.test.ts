import { expect, test } from '@jest/globals'
import { textQuery } from './text-query.ts'

test('textQuery() asks for every word, the last perhaps unfinished', () => {
  expect(textQuery('Ferry  HARB')).toBe(`('ferry') & ('harb':*)`)
})

test('textQuery() finds an Arabic noun with and without what is written onto its front', () => {
  const forms = (q: string) => new Set(textQuery(q)?.match(/'[^']+'/g))
  expect(forms('الميناء')).toEqual(forms('ميناء'))
})

test('textQuery() lets no operator through, and has nothing to ask without a word', () => {
  for (const q of ['!!', '', '  ', '& | !', "'"]) expect(textQuery(q)).toBeUndefined()
  expect(textQuery(`a' & !'b | c:*`)).toBe(`('a') & ('b') & ('c':*)`)
  expect(textQuery('\\')).toBeUndefined()
})

test('textQuery() reads at most twenty words', () => {
  expect(textQuery('w '.repeat(10_000))?.split('&')).toHaveLength(20)
})
