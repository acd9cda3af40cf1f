import { expect, test } from '@jest/globals'
import { sumOfTrees, unpackTrees } from './trees.ts'

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

test('trees added up by their questions answer what walking each from its root does', () => {
  let seed = 7
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647
  const grow = (depth: number): string =>
    depth === 0 || random() < 0.15
      ? `=${(random() - 0.5).toFixed(3)}`
      : `${Math.floor(random() * 6)}:${random().toFixed(2)} ${grow(depth - 1)} ${grow(depth - 1)}`
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const grown = unpackTrees(
    { bias: 0.25, trees: Array.from({ length: 60 }, () => grow(5)).join('\n') },
    names,
    names,
  )
  const { roots, asks, cuts, left, right, values } = grown
  for (let n = 0; n < 200; n++) {
    // cuts have two places, so that values often lie on one
    const x = Float64Array.from(names, () => Number(random().toFixed(2)))
    let sum = 0.25
    for (const root of roots) {
      let at = root
      while ((asks[at] ?? -1) >= 0)
        at = ((x[asks[at] ?? 0] ?? 0) >= (cuts[at] ?? 0) ? right[at] : left[at]) ?? 0
      sum += values[at] ?? 0
    }
    expect(sumOfTrees(x, grown)).toBeCloseTo(sum, 9)
  }
})

test('a tree with too many leaves is refused', () => {
  const grow = (depth: number): string => (depth === 0 ? '=1' : `0:0.5 ${grow(depth - 1)} ${grow(depth - 1)}`)
  expect(() => unpackTrees({ bias: 0, trees: `=0\n${grow(6)}` }, ['a'], ['a'])).toThrow(
    'Cannot read merge model: tree 2 has more than 32 leaves',
  )
})

test('a model that asks for an unknown signal is refused', () => {
  expect(() => unpackTrees(packed, ['titles', 'smells'], ['names', 'titles'])).toThrow(
    'Cannot read merge model: it asks for signal "smells"',
  )
})
