import { expect, test } from '@jest/globals'
import { partsOfTrees, sumOfTrees, unpackTrees } from './trees.ts'

const packed = { bias: -1, trees: '0:0.5 =-0.4 1:0.2 =0.1 =0.7\n1:0.9 =-0.1 =0.3' }
const trees = unpackTrees(packed, ['titles', 'names'], ['names', 'titles'])
const signals = (names: number, titles: number): Float64Array => Float64Array.from([names, titles])

test.each([
  [0, 0, -1 - 0.4 - 0.1],
  [0, 0.5, -1 + 0.1 - 0.1],
  [0.2, 0.5, -1 + 0.7 - 0.1],
  [0.95, 0.6, -1 + 0.7 + 0.3],
])('names %p and titles %p go down each tree to one leaf', (names, titles, sum) => {
  expect(sumOfTrees(signals(names, titles), trees)).toBeCloseTo(sum, 9)
})

test('what signals brought adds up to the answer, but for what is true of any pair', () => {
  const sums = [signals(0, 0), signals(0.3, 0.8), signals(1, 1)].map((x) => {
    const parts = partsOfTrees(x, trees)
    return sumOfTrees(x, trees) - (parts[0] ?? 0) - (parts[1] ?? 0)
  })
  expect(new Set(sums.map((sum) => sum.toFixed(9))).size).toBe(1)
})

test('a model that asks for an unknown signal is refused', () => {
  expect(() => unpackTrees(packed, ['titles', 'smells'], ['names', 'titles'])).toThrow(
    'Cannot read merge model: it asks for signal "smells"',
  )
})
