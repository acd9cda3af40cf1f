import {
  type BestRun,
  bestRun,
  clippedOdds,
  gapToRun,
  longNeighbour,
  sumBefore,
  sumBehind,
  weightOf,
} from './best-run.ts'
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
const PLACE_AT = sequenceNames.indexOf('toRunStart')
const NO_ODDS = -9
const BEYOND = -6

/** Sums over a group of blocks: log odds by weight, weight, and weight of those that look like body */
class Group {
  odds = 0
  weight = 0
  kept = 0
  add(odds: number, weight: number): void {
    this.odds += odds * weight
    this.weight += weight
    if (odds > 0) this.kept += weight
  }
  get mean(): number {
    return this.weight > 0 ? this.odds / this.weight : NO_ODDS
  }
}
/** Groups by number, in the order they are met */
type Groups = { of: Int32Array; all: Map<number, Group> }
type Walk = {
  facts: PageFacts
  odds: Float64Array
  titleBlock: number
  run: BestRun
  /** Weight of all blocks that look like body */
  kept: number
  owners: Groups
  uppers: Groups
  clusters: Groups
  tables: Groups
  lists: Groups
}

/** Second look at every block: the first look's log odds around it, by place in the sequence and by place in the tree. */
export function sequenceFeatures(facts: PageFacts, odds: Float64Array, titleBlock: number): Float32Array {
  const { blocks, idle } = facts
  const rows = new Float32Array(blocks.length * COUNT)
  const walk = walkOver(facts, odds, titleBlock)
  for (let b = 0; b < blocks.length; b++) {
    if (idle[b] === 1) continue
    writeAround(rows, b * COUNT, walk, b)
    writePlace(rows, b * COUNT + PLACE_AT, walk, b)
  }
  return rows
}

function walkOver(facts: PageFacts, odds: Float64Array, titleBlock: number): Walk {
  const { tree, blocks, cluster } = facts
  const n = blocks.length
  const groups = (): Groups => ({ of: new Int32Array(n), all: new Map() })
  const chars = new Int32Array(n)
  const walk: Walk = {
    facts,
    odds,
    titleBlock,
    run: { from: 0, to: -1, total: new Float64Array(0) },
    kept: 0,
    owners: groups(),
    uppers: groups(),
    clusters: { of: cluster, all: new Map() },
    tables: groups(),
    lists: groups(),
  }
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    const { node } = block
    chars[b] = block.text.length
    const up = tree.parent[node] ?? 0
    walk.owners.of[b] = up
    walk.uppers.of[b] = tree.parent[up] ?? 0
    findHolders(tree, node, walk, b)
    const o = clippedOdds(odds[b] ?? 0)
    const w = weightOf(block.text.length)
    if (o > 0) walk.kept += w
    addTo(walk.owners, b, o, w)
    addTo(walk.uppers, b, o, w)
    addTo(walk.clusters, b, o, w)
    if ((walk.tables.of[b] ?? 0) > 0) addTo(walk.tables, b, o, w)
    if ((walk.lists.of[b] ?? 0) > 0) addTo(walk.lists, b, o, w)
  }
  walk.run = bestRun(odds, chars)
  return walk
}

function addTo({ of, all }: Groups, b: number, odds: number, weight: number): void {
  const id = of[b] ?? 0
  let group = all.get(id)
  if (!group) all.set(id, (group = new Group()))
  group.add(odds, weight)
}

const groupOf = ({ of, all }: Groups, b: number): Group | undefined => all.get(of[b] ?? 0)
const meanOf = (groups: Groups, b: number): number => groupOf(groups, b)?.mean ?? NO_ODDS

/** The table and the list around an element, if they are near. */
function findHolders(tree: PageFacts['tree'], node: number, { tables, lists }: Walk, b: number): void {
  let at = node
  for (let i = 0; at > 0 && i < 6; i++) {
    const name = tree.name[at]
    if (name === 'table') {
      if (tables.of[b] === 0) tables.of[b] = at
    } else if ((name === 'ul' || name === 'ol' || name === 'dl') && lists.of[b] === 0) lists.of[b] = at
    at = tree.parent[at] ?? 0
  }
}

function writeAround(rows: Float32Array, from: number, walk: Walk, b: number): void {
  const { odds } = walk
  let at = from
  rows[at++] = odds[b] ?? BEYOND
  rows[at++] = odds[b - 1] ?? BEYOND
  rows[at++] = odds[b - 2] ?? BEYOND
  rows[at++] = odds[b - 3] ?? BEYOND
  rows[at++] = odds[b + 1] ?? BEYOND
  rows[at++] = odds[b + 2] ?? BEYOND
  rows[at++] = odds[b + 3] ?? BEYOND
  rows[at++] = meanOf(walk.owners, b)
  rows[at++] = meanOf(walk.uppers, b)
  rows[at++] = meanOf(walk.clusters, b)
  rows[at++] = (groupOf(walk.clusters, b)?.kept ?? 0) / Math.max(1, walk.kept)
  rows[at++] = meanOf(walk.tables, b)
  rows[at++] = meanOf(walk.lists, b)
}

function writePlace(rows: Float32Array, start: number, walk: Walk, b: number): void {
  const { facts, odds, run, titleBlock } = walk
  const { from, to } = run
  const n = facts.blocks.length
  const block = facts.blocks[b]
  if (!block) return
  const size = block.text.length
  const reading = facts.readings[b]
  let at = start
  rows[at++] = Math.max(-40, Math.min(40, b - from))
  rows[at++] = Math.max(-40, Math.min(40, to - b))
  rows[at++] = (to - from + 1) / n
  rows[at++] = b >= from && b <= to ? 1 : 0
  rows[at++] = gapToRun(run, b)
  rows[at++] = sumBehind(run, b)
  rows[at++] = sumBefore(run, b)
  rows[at++] = Math.log2(size)
  rows[at++] = block.linkChars / size
  rows[at++] = facts.sentence[b] ? 1 : 0
  rows[at++] = size < 250 ? headingLevel(facts, b) : 0
  rows[at++] = reading ? (reading.sure ? 2 : 1) : 0
  rows[at++] = facts.hint[block.node] ? 1 : 0
  rows[at++] = titleBlock < 0 ? -60 : Math.max(-50, Math.min(50, b - titleBlock))
  rows[at++] = longNeighbour(odds, facts.proseOf, b, 1)
  rows[at++] = longNeighbour(odds, facts.proseOf, b, -1)
  rows[at++] = b / n
}
