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
/** Ways of grouping blocks */
const KINDS = 5
type Sum = { odds: number; weight: number; kept: number }

/** Second look at every block: the first look's log odds around it, by place in the sequence and by place in the tree. */
export function sequenceFeatures(facts: PageFacts, odds: Float64Array, titleBlock: number): Float32Array {
  const { tree, blocks, hint, readings, sentence, proseOf, cluster, idle } = facts
  const n = blocks.length
  const rows = new Float32Array(n * COUNT)
  const sums = new Map<number, Sum>()
  /** By block: the sums of owner, owner's owner, cluster, table and list */
  const sumsOf: (Sum | undefined)[][] = []
  const sumOf = (kind: number, id: number): Sum => {
    const key = id * KINDS + kind
    let sum = sums.get(key)
    if (!sum) sums.set(key, (sum = { odds: 0, weight: 0, kept: 0 }))
    return sum
  }
  const weightOf = (b: number): number => Math.sqrt(Math.min(600, blocks[b]?.text.length ?? 0))
  let all = 0
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
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
    const own = [
      sumOf(0, up),
      sumOf(1, up2),
      sumOf(2, cluster[b] ?? 0),
      table > 0 ? sumOf(3, table) : undefined,
      list > 0 ? sumOf(4, list) : undefined,
    ]
    sumsOf.push(own)
    const o = Math.max(-4, Math.min(4, odds[b] ?? 0))
    const w = weightOf(b)
    if (o > 0) all += w
    for (const s of own) {
      if (!s) continue
      s.odds += o * w
      s.weight += w
      if (o > 0) s.kept += w
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
  const mean = (s: Sum | undefined): number => (s && s.weight > 0 ? s.odds / s.weight : -9)
  const long = (b: number, step: number): number => {
    for (let i = b + step, k = 0; i >= 0 && i < n && k < 8; i += step, k++)
      if ((proseOf[i] ?? 0) >= LONG) return odds[i] ?? 0
    return -9
  }
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    if (idle[b] === 1) continue
    const own = sumsOf[b] ?? []
    const o = (i: number): number => (i < 0 || i >= n ? -6 : (odds[i] ?? 0))
    const gap =
      b < from
        ? (total[from] ?? 0) - (total[b + 1] ?? 0)
        : b > to
          ? (total[b] ?? 0) - (total[to + 1] ?? 0)
          : 0
    const reading = readings[b]
    let at = b * COUNT
    rows[at++] = o(b)
    rows[at++] = o(b - 1)
    rows[at++] = o(b - 2)
    rows[at++] = o(b - 3)
    rows[at++] = o(b + 1)
    rows[at++] = o(b + 2)
    rows[at++] = o(b + 3)
    rows[at++] = mean(own[0])
    rows[at++] = mean(own[1])
    rows[at++] = mean(own[2])
    rows[at++] = (own[2]?.kept ?? 0) / Math.max(1, all)
    rows[at++] = mean(own[3])
    rows[at++] = mean(own[4])
    rows[at++] = Math.max(-40, Math.min(40, b - from))
    rows[at++] = Math.max(-40, Math.min(40, to - b))
    rows[at++] = (to - from + 1) / n
    rows[at++] = b >= from && b <= to ? 1 : 0
    rows[at++] = gap
    rows[at++] = (total[Math.min(n, b + 9)] ?? 0) - (total[b + 1] ?? 0)
    rows[at++] = (total[b] ?? 0) - (total[Math.max(0, b - 8)] ?? 0)
    rows[at++] = Math.log2(block.text.length)
    rows[at++] = block.linkChars / block.text.length
    rows[at++] = sentence[b] ? 1 : 0
    rows[at++] = block.text.length < 250 ? headingLevel(facts, b) : 0
    rows[at++] = reading ? (reading.sure ? 2 : 1) : 0
    rows[at++] = hint[block.node] ? 1 : 0
    rows[at++] = titleBlock < 0 ? -60 : Math.max(-50, Math.min(50, b - titleBlock))
    rows[at++] = long(b, 1)
    rows[at++] = long(b, -1)
    rows[at++] = b / n
  }
  return rows
}
