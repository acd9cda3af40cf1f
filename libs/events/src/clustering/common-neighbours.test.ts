import { expect, test } from '@jest/globals'
import { agglomerate } from './agglomerate.ts'
import {
  type Backing,
  backingOf,
  mostBacking,
  probabilityOf,
  reachOf,
  type Tie,
} from './common-neighbours.ts'
import { Cluster } from './cluster.ts'
import { noEdge } from './edge.ts'
import { itemOf } from './item.ts'
import { Vocabulary } from './vocabulary.ts'
import { featuresOf } from '../features/article-features.ts'

const vocabulary = new Vocabulary()
const article = (id: string) =>
  itemOf(
    featuresOf({
      id,
      title: `Bridge ${id} opens`,
      text: '',
      lang: 'en',
      publishedAt: '2026-03-01T08:00:00.000Z',
      source: 's',
      entities: [],
    }),
    vocabulary,
  )

type Node = { cluster: Cluster; links: Map<Node, Tie> }
const node = (...ids: string[]): Node => ({ cluster: Cluster.of(ids.map(article)), links: new Map() })
function link(a: Node, b: Node, score: number): void {
  const tie = { score, probability: probabilityOf(score) }
  a.links.set(b, tie)
  b.links.set(a, tie)
}
function backing(a: Node, b: Node): Backing {
  const tie = a.links.get(b)!
  const found = backingOf(a, b, tie, reachOf(a), reachOf(b))
  expect(found.weight).toBeLessThanOrEqual(mostBacking(tie, reachOf(a), reachOf(b)))
  return found
}

test('a third like both speaks for them, a larger third speaks louder, a likelier one too', () => {
  const weights = [['c'], ['c', 'd', 'e']].flatMap((ids) =>
    [0, 3].map((score) => {
      const [a, b, c] = [node('a'), node('b'), node(...ids)]
      link(a, b, -1)
      link(a, c, score)
      link(b, c, score)
      expect(backing(a, b)).toEqual(backing(b, a))
      return backing(a, b).weight
    }),
  )
  const [one = 0, oneLikely = 0, three = 0, threeLikely = 0] = weights
  expect(oneLikely).toBeGreaterThan(one)
  expect(three).toBeGreaterThan(one)
  expect(threeLikely).toBeGreaterThan(three)
  expect(threeLikely).toBeGreaterThan(oneLikely)
})

test('neighbours of one of the two alone say nothing, of each for itself they speak against', () => {
  const [a, b] = [node('a'), node('b')]
  link(a, b, 0)
  const alone = backing(a, b)
  expect(alone.articles).toBe(0)
  link(a, node('c'), 2)
  expect(backing(a, b).weight).toBeCloseTo(alone.weight, 9)
  link(b, node('d'), 2)
  expect(backing(a, b).weight).toBeLessThan(alone.weight - 0.5)
})

/** Groups a, b, c and d by the log-odds of pairs, those of clusters being the mean of their pairs. */
function grouped(scores: Record<string, number>): { groups: string[]; backings: Backing[] } {
  const items = ['a', 'b', 'c', 'd'].map(article)
  const edges = items.flatMap((x, i) => items.slice(i + 1).map((y) => [x, y, noEdge] as const))
  const backings: Backing[] = []
  const steps = agglomerate(
    items.map((item) => [item]),
    edges,
    (p, q) => {
      const pairs = p.members.flatMap((x) =>
        q.members.map((y) => scores[[x.features.id, y.features.id].sort().join('')] ?? -4),
      )
      return pairs.reduce((sum, score) => sum + score, 0) / pairs.length
    },
    (_p, _q, found) => backings.push(found),
  )
  for (let step = steps.next(); ; step = steps.next())
    if (step.done)
      return {
        groups: step.value.map(({ members }) =>
          members
            .map((m) => m.features.id)
            .sort()
            .join(''),
        ),
        backings,
      }
}

test('two that nothing but their likeness to the same others brings together become one', () => {
  const every = { ab: -0.1, ac: -0.1, ad: -0.1, bc: -0.1, bd: -0.1, cd: -0.1 }
  const { groups, backings } = grouped(every)
  expect(groups).toHaveLength(2)
  expect(Math.min(...backings.map((b) => b.weight))).toBeGreaterThan(0.1)
  expect(grouped({ ab: -0.1 }).groups).toHaveLength(4)
  expect(grouped({ ...every, bc: -3, bd: -3 }).groups).toContain('b')
})

test('who is unlikely by itself stays apart, whatever neighbours say', () => {
  const { groups } = grouped({ ab: -3.5, ac: 2, bc: -3.5, ad: 2, bd: -3.5, cd: 2 })
  expect(groups).toEqual(['acd', 'b'])
})
