import { type PageFacts } from './page-facts.ts'
import { headingLevel } from './title.ts'

export const sequenceNames = [
  'own',
  'prev1',
  'prev2',
  'prev3',
  'next1',
  'next2',
  'next3',
  'ownerMean',
  'upperMean',
  'clusterMean',
  'clusterShare',
  'tableMean',
  'listMean',
  'toRunStart',
  'toRunEnd',
  'runShare',
  'inRun',
  'gapSum',
  'afterSum',
  'beforeSum',
  'logChars',
  'linkShare',
  'sentence',
  'heading',
  'reading',
  'hinted',
  'titleDistance',
  'nextLong',
  'prevLong',
  'placeInPage',
] as const
const COUNT = sequenceNames.length
const LONG = 80

/** Second look at every block: the first look's log odds around it, by place in the sequence and by place in the tree. */
export function sequenceFeatures(facts: PageFacts, odds: Float64Array, titleBlock: number): Float32Array {
  const { tree, blocks, hint, readings, sentence, proseOf } = facts
  const n = blocks.length
  const rows = new Float32Array(n * COUNT)
  const sums = new Map<string, { odds: number; weight: number; kept: number; count: number }>()
  const keyOf: string[][] = []
  const weightOf = (b: number): number => Math.sqrt(Math.min(600, blocks[b]?.text.length ?? 0))
  let all = 0
  for (const [b, block] of blocks.entries()) {
    const node = block.node
    const up = tree.parent[node] ?? 0
    const up2 = tree.parent[up] ?? 0
    let table = 0
    let list = 0
    for (let at = node, i = 0; at > 0 && i < 6; at = tree.parent[at] ?? 0, i++) {
      const name = tree.name[at]
      if (name === 'table' && table === 0) table = at
      if ((name === 'ul' || name === 'ol' || name === 'dl') && list === 0) list = at
    }
    const cluster = `${tree.name[node]}.${tree.attributes[node]?.class ?? ''}<${tree.name[up]}.${tree.attributes[up]?.class ?? ''}`
    const keys = [
      `o${up}`,
      `u${up2}`,
      `c${cluster}`,
      table > 0 ? `t${table}` : '',
      list > 0 ? `l${list}` : '',
    ]
    keyOf.push(keys)
    const o = Math.max(-4, Math.min(4, odds[b] ?? 0))
    const w = weightOf(b)
    if (o > 0) all += w
    for (const key of keys) {
      if (key === '') continue
      const s = sums.get(key) ?? { odds: 0, weight: 0, kept: 0, count: 0 }
      s.odds += o * w
      s.weight += w
      s.count++
      if (o > 0) s.kept += w
      sums.set(key, s)
    }
  }
  // The best run: the stretch of blocks whose log odds, weighed by length, sum to most
  let bestSum = -Infinity
  let from = 0
  let to = -1
  for (let b = 0, start = 0, sum = 0; b < n; b++) {
    sum += Math.max(-4, Math.min(4, odds[b] ?? 0)) * weightOf(b)
    if (sum > bestSum) [bestSum, from, to] = [sum, start, b]
    if (sum < 0) [sum, start] = [0, b + 1]
  }
  const total = new Float64Array(n + 1)
  for (let b = 0; b < n; b++)
    total[b + 1] = (total[b] ?? 0) + Math.max(-4, Math.min(4, odds[b] ?? 0)) * weightOf(b)
  const mean = (key: string): number => {
    const s = key === '' ? undefined : sums.get(key)
    return s && s.weight > 0 ? s.odds / s.weight : -9
  }
  const long = (b: number, step: number): number => {
    for (let i = b + step, k = 0; i >= 0 && i < n && k < 8; i += step, k++)
      if ((proseOf[i] ?? 0) >= LONG) return odds[i] ?? 0
    return -9
  }
  for (const [b, block] of blocks.entries()) {
    const keys = keyOf[b] ?? []
    const o = (i: number): number => (i < 0 || i >= n ? -6 : (odds[i] ?? 0))
    const cluster = sums.get(keys[2] ?? '')
    const gap =
      b < from
        ? (total[from] ?? 0) - (total[b + 1] ?? 0)
        : b > to
          ? (total[b] ?? 0) - (total[to + 1] ?? 0)
          : 0
    const reading = readings[b]
    rows.set(
      [
        o(b),
        o(b - 1),
        o(b - 2),
        o(b - 3),
        o(b + 1),
        o(b + 2),
        o(b + 3),
        mean(keys[0] ?? ''),
        mean(keys[1] ?? ''),
        mean(keys[2] ?? ''),
        (cluster?.kept ?? 0) / Math.max(1, all),
        mean(keys[3] ?? ''),
        mean(keys[4] ?? ''),
        Math.max(-40, Math.min(40, b - from)),
        Math.max(-40, Math.min(40, to - b)),
        (to - from + 1) / n,
        b >= from && b <= to ? 1 : 0,
        gap,
        (total[Math.min(n, b + 9)] ?? 0) - (total[b + 1] ?? 0),
        (total[b] ?? 0) - (total[Math.max(0, b - 8)] ?? 0),
        Math.log2(block.text.length),
        block.linkChars / block.text.length,
        sentence[b] ? 1 : 0,
        block.text.length < 250 ? headingLevel(facts, b) : 0,
        reading ? (reading.sure ? 2 : 1) : 0,
        hint[block.node] ? 1 : 0,
        titleBlock < 0 ? -60 : Math.max(-50, Math.min(50, b - titleBlock)),
        long(b, 1),
        long(b, -1),
        b / n,
      ],
      b * COUNT,
    )
  }
  return rows
}
