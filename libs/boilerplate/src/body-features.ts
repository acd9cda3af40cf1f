import type { Hint } from './class-hints.ts'
import { bare } from './furniture-line.ts'
import { furnitureShare } from './furniture-words.ts'
import { type PageFacts } from './page-facts.ts'
import { type TextOverlap, wordHashes } from './text-overlap.ts'
import { headingLevel } from './title.ts'

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
const COUNT = featureNames.length

const SOFT = new Set<Hint>(['caption', 'byline', 'post-meta', 'embed', 'widget', 'form', 'headline'])
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
  const { facts, best, titleBlock, structured, description } = context
  const {
    tree,
    blocks,
    hint,
    hintNode,
    bodyNode,
    mainNode,
    depth,
    chars,
    linkChars,
    prose,
    proseOf,
    sentence,
    marks,
    readings,
    idle,
    cluster,
  } = facts
  const n = blocks.length
  const rows = new Float32Array(n * COUNT)
  const allProse = Math.max(1, prose[0] ?? 0)
  const allChars = Math.max(1, chars[0] ?? 0)
  const bestEnd = tree.end[best] ?? 0
  const bare_ = blocks.map((b, i) => (idle[i] === 0 && b.text.length <= 200 ? bare(b.text) : b.text))
  const repeats = new Map<string, number>()
  for (const t of bare_) repeats.set(t, (repeats.get(t) ?? 0) + 1)
  // Blocks on the same path (tags and classes of owner and its parent) make a cluster
  const clusters: { prose: number; count: number; links: number; chars: number }[] = []
  const levels: number[] = []
  let firstInBest = -1
  let lastInBest = -1
  let lastProse = -1
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    levels.push(headingLevel(facts, b))
    const c = (clusters[cluster[b] ?? 0] ??= { prose: 0, count: 0, links: 0, chars: 0 })
    c.prose += proseOf[b] ?? 0
    c.count++
    c.links += block.linkChars
    c.chars += block.text.length
    if (block.first > best && block.first < bestEnd) {
      if (firstInBest < 0) firstInBest = b
      lastInBest = b
      if ((proseOf[b] ?? 0) > 0) lastProse = b
    }
  }
  const titleWords = new Set(
    bare(context.title)
      .split(' ')
      .filter((w) => w.length > 2),
  )
  const titleNode = blocks[titleBlock]?.node ?? 0
  const titleMain = titleBlock >= 0 ? (mainNode[titleNode] ?? -1) : -1
  let h1Since = 0
  let articlesSince = 0
  let lastMain = titleMain
  let before = 0
  let beforeChars = 0
  let tail = 0
  let sinceProse = 30
  const toProse = new Float64Array(n)
  for (let b = n - 1, d = 30; b >= 0; b--) {
    toProse[b] = d
    d = (proseOf[b] ?? 0) > 0 ? 0 : Math.min(30, d + 1)
  }
  const share = (b: number): number => {
    const block = blocks[b]
    return block ? block.linkChars / block.text.length : 0
  }
  for (let b = 0; b < n; b++) {
    const block = blocks[b]
    if (!block) continue
    const { text, node } = block
    const size = text.length
    const h = hint[node]
    const hn = hintNode[node] ?? -1
    const up = tree.parent[node] ?? 0
    const up2 = tree.parent[up] ?? 0
    const own = clusters[cluster[b] ?? 0]
    const head = text.slice(0, 300)
    const { digits, uppers, spaces } = signsOf(head)
    const inBest = block.first > best && block.first < bestEnd
    const name = tree.name[node] ?? ''
    const reading = readings[b]
    if (h && TAIL_HINTS.has(h) && before > 0.4 * allProse) tail++
    else if (reading?.sure && reading.tail) tail++
    if (b > titleBlock && levels[b] === 1) h1Since++
    if (b > titleBlock && (mainNode[node] ?? -1) !== lastMain) {
      lastMain = mainNode[node] ?? -1
      articlesSince++
    }
    if (idle[b] === 1) {
      beforeChars += size
      sinceProse = Math.min(30, sinceProse + 1)
      continue
    }
    const words = structured || description ? wordHashes(text) : []
    let window = 0
    for (let k = b - 3; k <= b + 3; k++) if (k !== b) window += proseOf[k] ?? 0
    let at = b * COUNT
    rows[at++] = Math.log2(size)
    rows[at++] = block.linkChars / size
    rows[at++] = block.boldChars / size
    rows[at++] = sentence[b] ? 1 : 0
    rows[at++] = marks[b] ?? 0
    rows[at++] = ((marks[b] ?? 0) / size) * 100
    rows[at++] = digits / head.length
    rows[at++] = size < 200 ? uppers / head.length : 0
    rows[at++] = head.length / (spaces + 1)
    rows[at++] = levels[b] ?? 0
    rows[at++] = name === 'p' ? 1 : 0
    rows[at++] = name === 'li' || tree.name[up] === 'li' ? 1 : 0
    rows[at++] = name === 'td' || name === 'th' ? 1 : 0
    rows[at++] = name === 'blockquote' || tree.name[up] === 'blockquote' ? 1 : 0
    rows[at++] = name === 'div' ? 1 : 0
    rows[at++] = name === 'section' || name === 'article' || name === 'body' ? 1 : 0
    rows[at++] = block.byBreak ? 1 : 0
    rows[at++] = Math.min(20, block.links)
    rows[at++] = h ? (SOFT.has(h) ? 1 : 2) : 0
    rows[at++] = hn < 0 ? -1 : Math.min(20, (depth[node] ?? 0) - (depth[hn] ?? 0))
    rows[at++] = hn < 0 ? 0 : (prose[hn] ?? 0) / allProse
    rows[at++] = h === 'caption' ? 1 : 0
    rows[at++] = h === 'comments' || h === 'comment-form' ? 1 : 0
    rows[at++] = h === 'related' ? 1 : 0
    rows[at++] = h === 'byline' || h === 'author-box' ? 1 : 0
    rows[at++] = h === 'post-meta' || h === 'tags' ? 1 : 0
    rows[at++] = h === 'hidden' ? 1 : 0
    rows[at++] = h === 'widget' || h === 'form' ? 1 : 0
    rows[at++] = reading ? (reading.sure ? 2 : 1) : 0
    rows[at++] = reading?.tail ? 1 : 0
    rows[at++] = (bodyNode[node] ?? -1) >= 0 ? 1 : 0
    rows[at++] = (bodyNode[node] ?? -1) >= 0 ? (prose[bodyNode[node] ?? 0] ?? 0) / allProse : 0
    rows[at++] = (mainNode[node] ?? -1) >= 0 ? 1 : 0
    rows[at++] = (mainNode[node] ?? -1) >= 0 ? (prose[mainNode[node] ?? 0] ?? 0) / allProse : 0
    rows[at++] = inBest ? 1 : 0
    rows[at++] = (linkChars[best] ?? 0) / Math.max(1, chars[best] ?? 0)
    rows[at++] =
      firstInBest < 0
        ? 0
        : Math.max(-1, Math.min(2, (b - firstInBest) / Math.max(1, lastInBest - firstInBest)))
    rows[at++] = Math.max(-30, Math.min(30, lastProse - b))
    rows[at++] = beforeChars / allChars
    rows[at++] = titleBlock < 0 ? -60 : Math.max(-50, Math.min(50, b - titleBlock))
    rows[at++] = titleWords.size === 0 || size > 300 ? 0 : titleShare(head, titleWords)
    rows[at++] = (prose[node] ?? 0) / allProse
    rows[at++] = (linkChars[node] ?? 0) / Math.max(1, chars[node] ?? 0)
    rows[at++] = (prose[up2] ?? 0) / allProse
    rows[at++] = (linkChars[up2] ?? 0) / Math.max(1, chars[up2] ?? 0)
    rows[at++] = (own?.prose ?? 0) / allProse
    rows[at++] = Math.min(60, own?.count ?? 0)
    rows[at++] = (own?.links ?? 0) / Math.max(1, own?.chars ?? 0)
    rows[at++] = inBest ? Math.min(12, (depth[node] ?? 0) - (depth[best] ?? 0)) : -1
    rows[at++] = Math.min(600, proseOf[b - 1] ?? 0)
    rows[at++] = share(b - 1)
    rows[at++] = Math.log2(blocks[b - 1]?.text.length ?? 1)
    rows[at++] = Math.min(600, proseOf[b - 2] ?? 0)
    rows[at++] = Math.min(600, proseOf[b + 1] ?? 0)
    rows[at++] = share(b + 1)
    rows[at++] = Math.log2(blocks[b + 1]?.text.length ?? 1)
    rows[at++] = Math.min(600, proseOf[b + 2] ?? 0)
    rows[at++] = Math.min(2500, window)
    rows[at++] = structured ? 1 : 0
    rows[at++] = structured ? structured.share(words) : -1
    rows[at++] = description ? description.share(words) : -1
    rows[at++] = Math.min(6, repeats.get(bare_[b] ?? '') ?? 1)
    rows[at++] = Math.min(10, tail)
    rows[at++] = before / allProse
    rows[at++] = (allProse - before - (proseOf[b] ?? 0)) / allProse
    rows[at++] = /^[^\p{L}\p{N}"“«'‘„(\[]/u.test(text) ? 1 : 0
    rows[at++] = digits >= 4 && /\b(?:19|20)\d\d\b/.test(head) ? 1 : 0
    rows[at++] = /[:：]$/.test(text) ? 1 : 0
    rows[at++] = /(?:\.\.\.|…)$/.test(text) ? 1 : 0
    rows[at++] = text.includes('|') ? 1 : 0
    rows[at++] = /@\w|https?:|www\./.test(head) ? 1 : 0
    rows[at++] = levels[b - 1] ?? 0
    rows[at++] = levels[b + 1] ?? 0
    rows[at++] = blocks[b - 1]?.node === node || tree.parent[blocks[b - 1]?.node ?? 0] === up ? 1 : 0
    rows[at++] = blocks[b + 1]?.node === node || tree.parent[blocks[b + 1]?.node ?? 0] === up ? 1 : 0
    rows[at++] = sinceProse
    rows[at++] = toProse[b] ?? 0
    rows[at++] = hintRank(hint[blocks[b - 1]?.node ?? 0])
    rows[at++] = hintRank(hint[blocks[b + 1]?.node ?? 0])
    rows[at++] = Math.min(6, h1Since)
    rows[at++] = Math.min(10, articlesSince)
    rows[at++] = titleMain >= 0 && block.first > titleMain && block.first < (tree.end[titleMain] ?? 0) ? 1 : 0
    rows[at++] = (share(b + 1) + share(b + 2) + share(b + 3)) / 3
    rows[at++] = size < 400 ? furnitureShare(size <= 200 ? (bare_[b] ?? '') : bare(text)) : 0
    before += proseOf[b] ?? 0
    beforeChars += size
    sinceProse = (proseOf[b] ?? 0) > 0 ? 0 : Math.min(30, sinceProse + 1)
  }
  return rows
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

/** Digits, capitals (Latin, Greek, Cyrillic) and spaces in one walk. */
function signsOf(text: string): { digits: number; uppers: number; spaces: number } {
  let digits = 0
  let uppers = 0
  let spaces = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
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
