import { type Cluster, featureNames, type Walk, writeRow } from './body-row.ts'
import type { Hint } from './class-hints.ts'
import { bare } from './furniture-line.ts'
import type { Block } from './page-blocks.ts'
import type { PageFacts } from './page-facts.ts'
import type { TextOverlap } from './text-overlap.ts'
import { headingLevel } from './title.ts'

const COUNT = featureNames.length
const TAIL_HINTS = new Set<Hint>([
  'comments',
  'comment-form',
  'related',
  'tags',
  'author-box',
  'newsletter',
  'share-bar',
  'footer',
])

export type BodyContext = {
  facts: PageFacts
  titleBlock: number
  title: string
  /** First guess of the element that holds the body */
  best: number
  structured?: TextOverlap
  description?: TextOverlap
}

/** One row of numbers per block, language-free: shape, names around it, neighbours, place, agreement with what the head declares. */
export function bodyFeatures(context: BodyContext): Float32Array {
  const { blocks, idle, proseOf } = context.facts
  const n = blocks.length
  const rows = new Float32Array(n * COUNT)
  const walk = walkOver(context)
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    count(walk, b, block)
    if (idle[b] === 1) {
      walk.beforeChars += block.text.length
      walk.sinceProse = Math.min(30, walk.sinceProse + 1)
      continue
    }
    writeRow(rows, b * COUNT, walk, b, block)
    const prose = proseOf[b] ?? 0
    walk.before += prose
    walk.beforeChars += block.text.length
    walk.sinceProse = prose > 0 ? 0 : Math.min(30, walk.sinceProse + 1)
  }
  return rows
}

function walkOver(context: BodyContext): Walk {
  const { facts, best, titleBlock, structured, description } = context
  const { tree, blocks, mainNode, chars, linkChars, prose, proseOf, idle, cluster } = facts
  const n = blocks.length
  const bestEnd = tree.end[best] ?? 0
  const bares: string[] = []
  const repeats = new Map<string, number>()
  // Blocks on the same path (tags and classes of owner and its parent) make a cluster
  const clusters: Cluster[] = []
  const levels = new Uint8Array(n)
  const linkShares = new Float64Array(n)
  let firstInBest = -1
  let lastInBest = -1
  let lastProse = -1
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    const { text } = block
    const said = idle[b] === 0 && text.length <= 200 ? bare(text) : text
    bares.push(said)
    repeats.set(said, (repeats.get(said) ?? 0) + 1)
    levels[b] = headingLevel(facts, b)
    linkShares[b] = block.linkChars / text.length
    const c = (clusters[cluster[b] ?? 0] ??= { prose: 0, count: 0, links: 0, chars: 0 })
    c.prose += proseOf[b] ?? 0
    c.count++
    c.links += block.linkChars
    c.chars += text.length
    if (block.first > best && block.first < bestEnd) {
      if (firstInBest < 0) firstInBest = b
      lastInBest = b
      if ((proseOf[b] ?? 0) > 0) lastProse = b
    }
  }
  const toProse = new Float64Array(n)
  for (let b = n - 1, d = 30; b >= 0; b--) {
    toProse[b] = d
    d = (proseOf[b] ?? 0) > 0 ? 0 : Math.min(30, d + 1)
  }
  const titleMain = titleBlock >= 0 ? (mainNode[blocks[titleBlock]?.node ?? 0] ?? -1) : -1
  return {
    facts,
    best,
    bestEnd,
    bestLinkShare: (linkChars[best] ?? 0) / Math.max(1, chars[best] ?? 0),
    titleBlock,
    titleMain,
    titleWords: new Set(
      bare(context.title)
        .split(' ')
        .filter((w) => w.length > 2),
    ),
    structured,
    description,
    allProse: Math.max(1, prose[0] ?? 0),
    allChars: Math.max(1, chars[0] ?? 0),
    firstInBest,
    lastInBest,
    lastProse,
    levels,
    linkShares,
    toProse,
    clusters,
    bares,
    repeats,
    h1Since: 0,
    articlesSince: 0,
    lastMain: titleMain,
    before: 0,
    beforeChars: 0,
    tail: 0,
    sinceProse: 30,
  }
}

/** Counts what has begun since the headline and what tells that the article is over. */
function count(walk: Walk, b: number, { node }: Block): void {
  const { facts, titleBlock } = walk
  const h = facts.hint[node]
  const reading = facts.readings[b]
  if (h !== undefined && walk.before > 0.4 * walk.allProse && TAIL_HINTS.has(h)) walk.tail++
  else if (reading?.sure && reading.tail) walk.tail++
  if (b <= titleBlock) return
  if (walk.levels[b] === 1) walk.h1Since++
  const main = facts.mainNode[node] ?? -1
  if (main !== walk.lastMain) {
    walk.lastMain = main
    walk.articlesSince++
  }
}
