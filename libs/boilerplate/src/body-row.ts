import type { Hint } from './class-hints.ts'
import { bare } from './furniture-line.ts'
import { furnitureShare } from './furniture-words.ts'
import type { Block } from './page-blocks.ts'
import type { PageFacts } from './page-facts.ts'
import { type TextOverlap, wordHashes } from './text-overlap.ts'

/** Names of the features in their order; the model refers to them by place. */
export const featureNames = [
  'logChars',
  'linkShare',
  'boldShare',
  'sentence',
  'marks',
  'marksPer100',
  'digitShare',
  'upperShare',
  'wordChars',
  'heading',
  'isP',
  'isLi',
  'isCell',
  'isQuote',
  'isDiv',
  'isSpanLike',
  'byBreak',
  'links',
  'hintKind',
  'hintDistance',
  'hintProse',
  'isCaption',
  'isComments',
  'isRelated',
  'isByline',
  'isMeta',
  'isHidden',
  'isWidget',
  'reading',
  'readingTail',
  'bodyNamed',
  'bodyProse',
  'mainNamed',
  'mainProse',
  'inBest',
  'bestLinkShare',
  'placeInBest',
  'blocksToEnd',
  'placeInPage',
  'fromTitle',
  'titleOverlap',
  'ownerProse',
  'ownerLinkShare',
  'upperProse',
  'upperLinkShare',
  'clusterProse',
  'clusterCount',
  'clusterLinkShare',
  'depthToBest',
  'prevProse',
  'prevLinkShare',
  'prevLog',
  'prev2Prose',
  'nextProse',
  'nextLinkShare',
  'nextLog',
  'next2Prose',
  'windowProse',
  'hasStructured',
  'inStructured',
  'inDescription',
  'repeated',
  'afterTail',
  'proseBefore',
  'proseAfter',
  'startsOdd',
  'hasYear',
  'endsColon',
  'endsDots',
  'hasBar',
  'hasAt',
  'prevHeading',
  'nextHeading',
  'prevSameOwner',
  'nextSameOwner',
  'sinceProse',
  'toProse',
  'prevHint',
  'nextHint',
  'h1Since',
  'articlesSince',
  'withTitle',
  'linkNext',
  'furnitureWords',
] as const
/** Where the parts of a row begin */
const NAMES_AT = featureNames.indexOf('hintKind')
const PLACE_AT = featureNames.indexOf('inBest')
const NEIGHBOURS_AT = featureNames.indexOf('prevProse')
const CONTENT_AT = featureNames.indexOf('hasStructured')
const SURROUNDINGS_AT = featureNames.indexOf('prevHeading')
/** What of a block is searched for signs */
const HEAD_CHARS = 300
const NO_WORDS: readonly number[] = []

const SOFT = new Set<Hint>(['caption', 'byline', 'post-meta', 'embed', 'widget', 'form', 'headline'])
/** What the rows are written from: the page, sums over it, and where the walk over the blocks stands. */
export type Walk = {
  facts: PageFacts
  best: number
  bestEnd: number
  bestLinkShare: number
  titleBlock: number
  titleMain: number
  titleWords: Set<string>
  structured?: TextOverlap
  description?: TextOverlap
  allProse: number
  allChars: number
  firstInBest: number
  lastInBest: number
  lastProse: number
  levels: Uint8Array
  linkShares: Float64Array
  toProse: Float64Array
  clusters: Cluster[]
  /** By block: folded, without marks; of short blocks alone */
  bares: string[]
  repeats: Map<string, number>
  h1Since: number
  articlesSince: number
  lastMain: number
  before: number
  beforeChars: number
  tail: number
  sinceProse: number
}
export type Cluster = { prose: number; count: number; links: number; chars: number }

/** Writes the row of a block. In parts, each small enough to be compiled soon. */
export function writeRow(rows: Float32Array, at: number, walk: Walk, b: number, block: Block): void {
  writeShape(rows, at, walk, b, block)
  writeNames(rows, at + NAMES_AT, walk, b, block)
  writePlace(rows, at + PLACE_AT, walk, b, block)
  writeNeighbours(rows, at + NEIGHBOURS_AT, walk, b)
  writeContent(rows, at + CONTENT_AT, walk, b, block)
  writeSurroundings(rows, at + SURROUNDINGS_AT, walk, b, block)
}

function writeShape(rows: Float32Array, from: number, walk: Walk, b: number, block: Block): void {
  const { tree, sentence, marks } = walk.facts
  const { text, node } = block
  const size = text.length
  const head = size > HEAD_CHARS ? HEAD_CHARS : size
  const { digits, uppers, spaces } = signsOf(text, head)
  const name = tree.name[node] ?? ''
  const above = tree.name[tree.parent[node] ?? 0]
  const clauses = marks[b] ?? 0
  let at = from
  rows[at++] = Math.log2(size)
  rows[at++] = block.linkChars / size
  rows[at++] = block.boldChars / size
  rows[at++] = sentence[b] ? 1 : 0
  rows[at++] = clauses
  rows[at++] = (clauses / size) * 100
  rows[at++] = digits / head
  rows[at++] = size < 200 ? uppers / head : 0
  rows[at++] = head / (spaces + 1)
  rows[at++] = walk.levels[b] ?? 0
  rows[at++] = name === 'p' ? 1 : 0
  rows[at++] = name === 'li' || above === 'li' ? 1 : 0
  rows[at++] = name === 'td' || name === 'th' ? 1 : 0
  rows[at++] = name === 'blockquote' || above === 'blockquote' ? 1 : 0
  rows[at++] = name === 'div' ? 1 : 0
  rows[at++] = name === 'section' || name === 'article' || name === 'body' ? 1 : 0
  rows[at++] = block.byBreak ? 1 : 0
  rows[at++] = Math.min(20, block.links)
}

function writeNames(rows: Float32Array, from: number, walk: Walk, b: number, { node }: Block): void {
  const { hint, hintNode, bodyNode, mainNode, depth, prose, readings } = walk.facts
  const { allProse } = walk
  const h = hint[node]
  const hinted = hintNode[node] ?? -1
  const body = bodyNode[node] ?? -1
  const main = mainNode[node] ?? -1
  const reading = readings[b]
  let at = from
  rows[at++] = hintRank(h)
  rows[at++] = hinted < 0 ? -1 : Math.min(20, (depth[node] ?? 0) - (depth[hinted] ?? 0))
  rows[at++] = hinted < 0 ? 0 : (prose[hinted] ?? 0) / allProse
  rows[at++] = h === 'caption' ? 1 : 0
  rows[at++] = h === 'comments' || h === 'comment-form' ? 1 : 0
  rows[at++] = h === 'related' ? 1 : 0
  rows[at++] = h === 'byline' || h === 'author-box' ? 1 : 0
  rows[at++] = h === 'post-meta' || h === 'tags' ? 1 : 0
  rows[at++] = h === 'hidden' ? 1 : 0
  rows[at++] = h === 'widget' || h === 'form' ? 1 : 0
  rows[at++] = reading ? (reading.sure ? 2 : 1) : 0
  rows[at++] = reading?.tail ? 1 : 0
  rows[at++] = body >= 0 ? 1 : 0
  rows[at++] = body >= 0 ? (prose[body] ?? 0) / allProse : 0
  rows[at++] = main >= 0 ? 1 : 0
  rows[at++] = main >= 0 ? (prose[main] ?? 0) / allProse : 0
}

function writePlace(rows: Float32Array, from: number, walk: Walk, b: number, block: Block): void {
  const { tree, depth, chars, linkChars, prose, cluster } = walk.facts
  const { best, titleBlock, titleWords, firstInBest, lastInBest, allProse } = walk
  const { text, node } = block
  const up2 = tree.parent[tree.parent[node] ?? 0] ?? 0
  const own = walk.clusters[cluster[b] ?? 0]
  const inBest = block.first > best && block.first < walk.bestEnd
  let at = from
  rows[at++] = inBest ? 1 : 0
  rows[at++] = walk.bestLinkShare
  rows[at++] =
    firstInBest < 0 ? 0 : Math.max(-1, Math.min(2, (b - firstInBest) / Math.max(1, lastInBest - firstInBest)))
  rows[at++] = Math.max(-30, Math.min(30, walk.lastProse - b))
  rows[at++] = walk.beforeChars / walk.allChars
  rows[at++] = titleBlock < 0 ? -60 : Math.max(-50, Math.min(50, b - titleBlock))
  rows[at++] = titleWords.size === 0 || text.length > HEAD_CHARS ? 0 : titleShare(text, titleWords)
  rows[at++] = (prose[node] ?? 0) / allProse
  rows[at++] = (linkChars[node] ?? 0) / Math.max(1, chars[node] ?? 0)
  rows[at++] = (prose[up2] ?? 0) / allProse
  rows[at++] = (linkChars[up2] ?? 0) / Math.max(1, chars[up2] ?? 0)
  rows[at++] = (own?.prose ?? 0) / allProse
  rows[at++] = Math.min(60, own?.count ?? 0)
  rows[at++] = (own?.links ?? 0) / Math.max(1, own?.chars ?? 0)
  rows[at++] = inBest ? Math.min(12, (depth[node] ?? 0) - (depth[best] ?? 0)) : -1
}

function writeNeighbours(rows: Float32Array, from: number, walk: Walk, b: number): void {
  const { proseOf, blocks } = walk.facts
  const { linkShares } = walk
  let window = 0
  for (let k = b - 3; k <= b + 3; k++) if (k !== b) window += proseOf[k] ?? 0
  let at = from
  rows[at++] = Math.min(600, proseOf[b - 1] ?? 0)
  rows[at++] = linkShares[b - 1] ?? 0
  rows[at++] = Math.log2(blocks[b - 1]?.text.length ?? 1)
  rows[at++] = Math.min(600, proseOf[b - 2] ?? 0)
  rows[at++] = Math.min(600, proseOf[b + 1] ?? 0)
  rows[at++] = linkShares[b + 1] ?? 0
  rows[at++] = Math.log2(blocks[b + 1]?.text.length ?? 1)
  rows[at++] = Math.min(600, proseOf[b + 2] ?? 0)
  rows[at++] = Math.min(2500, window)
}

const ODD_START = /^[^\p{L}\p{N}"“«'‘„(\[]/u
const YEAR = /\b(?:19|20)\d\d\b/
const ADDRESS = /@\w|https?:|www\./

function writeContent(rows: Float32Array, from: number, walk: Walk, b: number, { text }: Block): void {
  const { structured, description, allProse } = walk
  const size = text.length
  const head = size > HEAD_CHARS ? text.slice(0, HEAD_CHARS) : text
  const words = structured || description ? wordHashes(text) : NO_WORDS
  const prose = walk.facts.proseOf[b] ?? 0
  const first = text.charCodeAt(0) | 32
  const last = text.charCodeAt(size - 1)
  let at = from
  rows[at++] = structured ? 1 : 0
  rows[at++] = structured ? structured.share(words) : -1
  rows[at++] = description ? description.share(words) : -1
  rows[at++] = Math.min(6, walk.repeats.get(walk.bares[b] ?? '') ?? 1)
  rows[at++] = Math.min(10, walk.tail)
  rows[at++] = walk.before / allProse
  rows[at++] = (allProse - walk.before - prose) / allProse
  rows[at++] = !(first >= 97 && first <= 122) && ODD_START.test(text) ? 1 : 0
  rows[at++] = YEAR.test(head) ? 1 : 0
  rows[at++] = last === 0x3a || last === 0xff1a ? 1 : 0
  rows[at++] = text.endsWith('...') || last === 0x2026 ? 1 : 0
  rows[at++] = text.includes('|') ? 1 : 0
  rows[at++] = ADDRESS.test(head) ? 1 : 0
}

function writeSurroundings(rows: Float32Array, from: number, walk: Walk, b: number, block: Block): void {
  const { tree, blocks, hint } = walk.facts
  const { levels, linkShares, titleMain } = walk
  const { text, node, first } = block
  const size = text.length
  const up = tree.parent[node] ?? 0
  const before = blocks[b - 1]?.node ?? 0
  const after = blocks[b + 1]?.node ?? 0
  const said = size <= 200 ? walk.bares[b] : size < 400 ? bare(text) : undefined
  let at = from
  rows[at++] = levels[b - 1] ?? 0
  rows[at++] = levels[b + 1] ?? 0
  rows[at++] = (b > 0 && before === node) || tree.parent[before] === up ? 1 : 0
  rows[at++] = (b + 1 < blocks.length && after === node) || tree.parent[after] === up ? 1 : 0
  rows[at++] = walk.sinceProse
  rows[at++] = walk.toProse[b] ?? 0
  rows[at++] = hintRank(hint[before])
  rows[at++] = hintRank(hint[after])
  rows[at++] = Math.min(6, walk.h1Since)
  rows[at++] = Math.min(10, walk.articlesSince)
  rows[at++] = titleMain >= 0 && first > titleMain && first < (tree.end[titleMain] ?? 0) ? 1 : 0
  rows[at++] = ((linkShares[b + 1] ?? 0) + (linkShares[b + 2] ?? 0) + (linkShares[b + 3] ?? 0)) / 3
  rows[at++] = said === undefined ? 0 : furnitureShare(said)
}

const hintRank = (h: Hint | undefined): number => (h ? (SOFT.has(h) ? 1 : 2) : 0)

function titleShare(text: string, titleWords: Set<string>): number {
  const lower = text.toLowerCase()
  let hits = 0
  let words = 0
  for (let at = 0; at <= lower.length; words++) {
    const space = lower.indexOf(' ', at)
    const end = space < 0 ? lower.length : space
    if (titleWords.has(lower.slice(at, end))) hits++
    at = end + 1
  }
  return hits / words
}

/** Digits, capitals (Latin, Greek, Cyrillic) and spaces among the first characters, in one walk. */
function signsOf(text: string, size: number): { digits: number; uppers: number; spaces: number } {
  let digits = 0
  let uppers = 0
  let spaces = 0
  for (let i = 0; i < size; i++) {
    const c = text.charCodeAt(i)
    if (c >= 97 && c <= 122) continue
    if (c === 32) spaces++
    else if (c >= 48 && c <= 57) digits++
    else if (
      (c >= 65 && c <= 90) ||
      (c >= 0xc0 && c <= 0xde && c !== 0xd7) ||
      (c >= 0x391 && c <= 0x3a9) ||
      (c >= 0x400 && c <= 0x42f)
    )
      uppers++
  }
  return { digits, uppers, spaces }
}
