import { type Block, blocksOf } from './page-blocks.ts'
import { clustersOf } from './block-clusters.ts'
import { type Hint, classReader } from './class-hints.ts'
import { clauseMarks, endsLikeSentence } from './closing-marks.ts'
import { type LineReading, readLine } from './furniture-line.ts'
import { type Attributes, NONE, type PageTree } from './parse-page.ts'

/** Everything cheap that is known of a page before its body is chosen; arrays by node or by block. */
export type PageFacts = {
  tree: PageTree
  blocks: Block[]
  /** By node: the hint that rules there (nearest ancestor's, guarded), its evidence, and the node that carries it */
  hint: (Hint | undefined)[]
  hintEvidence: (string | undefined)[]
  hintNode: Int32Array
  /** By node: nearest ancestor or self named as the body of an article, -1 if none */
  bodyNode: Int32Array
  /** By node: nearest ancestor or self that is `article`, `main` or role=main */
  mainNode: Int32Array
  depth: Int32Array
  /** By node: text of the subtree, of its links, and of its blocks that read like prose */
  chars: Float64Array
  linkChars: Float64Array
  prose: Float64Array
  /** By block: prose characters (0 when it doesn't read like prose), sentence end, clause marks, reading of its words */
  proseOf: Float64Array
  sentence: boolean[]
  marks: number[]
  readings: (LineReading | undefined)[]
  /** By block: 1 for what needs no second look, short links and bare furniture far from any prose */
  idle: Uint8Array
  /** By block: number of its path, tags and classes of its owner and of the element above that */
  cluster: Int32Array
}

/** What an element tells of itself */
type OwnHint = { hint?: Hint; evidence?: string; body: boolean }
const TAG_HINTS = new Map<string, OwnHint>([
  ['nav', { hint: 'navigation', evidence: '<nav>', body: false }],
  ['aside', { hint: 'sidebar', evidence: '<aside>', body: false }],
  ['footer', { hint: 'footer', evidence: '<footer>', body: false }],
  ['form', { hint: 'form', evidence: '<form>', body: false }],
  ['figcaption', { hint: 'caption', evidence: '<figcaption>', body: false }],
  ['menu', { hint: 'navigation', evidence: '<menu>', body: false }],
  ['dialog', { hint: 'widget', evidence: '<dialog>', body: false }],
])
const ROLE_HINTS: Record<string, Hint> = {
  navigation: 'navigation',
  complementary: 'sidebar',
  contentinfo: 'footer',
  search: 'search',
  dialog: 'widget',
  alertdialog: 'widget',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'page-tools',
  tablist: 'navigation',
  banner: 'navigation',
  alert: 'widget',
}
const BODY_ITEMPROP = /\b(?:articleBody|text)\b/
const COMMENT_ITEMPROP = /\bcomment\b/
/** Values for machines that some pages print as text */
const META_ITEMPROP =
  /^(?:publisher|logo|keywords|mainEntityOfPage|datePublished|dateModified|dateCreated|width|height|articleSection|wordCount|inLanguage)$/
const COMMENT_TYPE = /schema\.org\/(?:Comment|UserComments)\b/
/** Class names that only ever name a reader's comment */
const COMMENT_NAMES = /^(?:comment|comment-?(?:body|content|text|list|item|entry)|commentlist)$/i
/** Names that common plugins give to nothing but other articles */
const RELATED_NAMES =
  /^(?:jp-?relatedposts|yarpp|crp_related|rp4wp|wp_rp|zem_rp|outbrain|taboola|td_block_related|jeg_related)/i
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** Hints that a nested "body" name doesn't lift: a comment has a content too. */
const STUBBORN = new Set<Hint>([
  'comments',
  'related',
  'comment-form',
  'sidebar',
  'footer',
  'author-box',
  'hidden',
  'navigation',
  'ticker',
  'newsletter',
  'advertisement',
  'cookie-notice',
])

const NO_HINT: OwnHint = { body: false }

function ownHint(
  name: string,
  attributes: Attributes,
  isTelling: boolean,
  read: ReturnType<typeof classReader>,
): OwnHint {
  // Most elements have none: nothing to look up
  if (attributes === NONE) return TAG_HINTS.get(name) ?? NO_HINT
  const told = isTelling ? toldHint(name, attributes) : undefined
  if (told) return told
  if (name === 'body' || name === 'html' || name === 'main') return NO_HINT
  const reading = read(attributes)
  if (reading.body || reading.hint) return reading
  const role = isTelling ? attributes.role : undefined
  if (role !== undefined && ROLE_HINTS[role])
    return { hint: ROLE_HINTS[role], evidence: `role=${role}`, body: false }
  return TAG_HINTS.get(name) ?? reading
}

/** What attributes beside class and id say; they outweigh these. */
function toldHint(name: string, attributes: Attributes): OwnHint | undefined {
  if (
    attributes.hidden !== undefined ||
    (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style))
  )
    return { hint: 'hidden', evidence: 'hidden', body: false }
  if (attributes.itemprop !== undefined && BODY_ITEMPROP.test(attributes.itemprop))
    return { body: true, evidence: `itemprop=${attributes.itemprop}` }
  if (name === 'body' || name === 'html' || name === 'main') return undefined
  if (
    (attributes.itemprop !== undefined && COMMENT_ITEMPROP.test(attributes.itemprop)) ||
    (attributes.itemtype !== undefined && COMMENT_TYPE.test(attributes.itemtype))
  )
    return { hint: 'comments', evidence: attributes.itemprop ?? attributes.itemtype, body: false }
  if (
    attributes.itemprop !== undefined &&
    META_ITEMPROP.test(attributes.itemprop) &&
    name !== 'article' &&
    name !== 'section'
  )
    return { hint: 'post-meta', evidence: `itemprop=${attributes.itemprop}`, body: false }
  return undefined
}

const HARD = new Set<Hint>([
  'navigation',
  'footer',
  'hidden',
  'share-bar',
  'related',
  'comments',
  'comment-form',
  'cookie-notice',
  'search',
  'breadcrumb',
  'tags',
  'sidebar',
  'advertisement',
  'newsletter',
  'ticker',
])

/** Reads the tree once downwards and once upwards. In parts, each small enough to be compiled soon. */
export function factsOf(tree: PageTree): PageFacts {
  const blocks = blocksOf(tree)
  const lines = readBlocks(blocks)
  const sums = sumsOf(tree, blocks, lines.proseOf)
  const places = placesOf(tree, sums, ownHints(tree, sums))
  const facts = { tree, blocks, ...lines, ...sums, ...places, cluster: clustersOf(tree, blocks) }
  settleIdle(facts)
  return facts
}

type Lines = Pick<PageFacts, 'proseOf' | 'sentence' | 'marks' | 'readings' | 'idle'>

function readBlocks(blocks: readonly Block[]): Lines {
  const proseOf = new Float64Array(blocks.length)
  const sentence: boolean[] = []
  const idle = new Uint8Array(blocks.length)
  const marks: number[] = []
  const readings: (LineReading | undefined)[] = []
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const { text, linkChars } = block
    const size = text.length
    const ends = endsLikeSentence(text)
    const clauses = size > 2000 ? 20 : clauseMarks(text)
    sentence.push(ends)
    marks.push(clauses)
    const isLink = size < 120 && linkChars >= 0.8 * size
    idle[b] = isLink ? 1 : 0
    const reading = isLink ? undefined : readLine(text)
    readings.push(reading)
    const isProse = linkChars < 0.5 * size && ((size >= 60 && (ends || clauses >= 2)) || size >= 140)
    proseOf[b] = isProse && !reading?.sure ? size : 0
  }
  return { proseOf, sentence, marks, readings, idle }
}

type Sums = Pick<PageFacts, 'chars' | 'linkChars' | 'prose'>

function sumsOf(tree: PageTree, blocks: readonly Block[], proseOf: Float64Array): Sums {
  const { parent } = tree
  const total = tree.name.length
  const chars = new Float64Array(total)
  const linkChars = new Float64Array(total)
  const prose = new Float64Array(total)
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const { node } = block
    chars[node] = (chars[node] ?? 0) + block.text.length
    linkChars[node] = (linkChars[node] ?? 0) + block.linkChars
    prose[node] = (prose[node] ?? 0) + (proseOf[b] ?? 0)
  }
  for (let i = total - 1; i > 0; i--) {
    const size = chars[i] ?? 0
    if (size === 0) continue
    const p = parent[i] ?? 0
    chars[p] = (chars[p] ?? 0) + size
    linkChars[p] = (linkChars[p] ?? 0) + (linkChars[i] ?? 0)
    prose[p] = (prose[p] ?? 0) + (prose[i] ?? 0)
  }
  return { chars, linkChars, prose }
}

/** What elements tell of themselves: places ascending, and by hint and evidence the prose within. */
type OwnHints = { at: number[]; own: OwnHint[]; together: Map<string, number> }
const keyOf = ({ hint, evidence }: OwnHint): string => `${hint} ${evidence}`

function ownHints(tree: PageTree, { chars, prose }: Sums): OwnHints {
  const { name, attributes, end, telling } = tree
  const read = classReader()
  let told = 0
  const hints: OwnHints = { at: [], own: [], together: new Map() }
  // A body may be cut into many small elements of one class: the guard counts them together
  const within = new Map<string, number>()
  for (let i = 0; i < name.length; i++) {
    const given = attributes[i]
    if (given === undefined) continue
    const isTelling = telling[told] === i
    if (isTelling) told++
    if ((chars[i] ?? 0) === 0 && isLeaf(tree, i) && !(isTelling && given.itemprop !== undefined)) continue
    const own = ownHint(name[i] ?? '', given, isTelling, read)
    if (!own.body && own.hint === undefined) continue
    hints.own.push(own)
    hints.at.push(i)
    const mass = prose[i] ?? 0
    if (own.hint === undefined || mass === 0) continue
    const key = keyOf(own)
    if (i < (within.get(key) ?? 0)) continue
    within.set(key, end[i] ?? i)
    hints.together.set(key, (hints.together.get(key) ?? 0) + mass)
  }
  return hints
}

/** A leaf that holds no block names nothing but itself: only of pictures and dates is that asked. */
const isLeaf = ({ name, end }: PageTree, i: number): boolean =>
  (end[i] ?? 0) - i <= 2 && name[i] !== 'img' && name[i] !== 'time'

type Places = Pick<PageFacts, 'hint' | 'hintEvidence' | 'hintNode' | 'bodyNode' | 'mainNode' | 'depth'>

function placesOf(tree: PageTree, { prose }: Sums, { at, own, together }: OwnHints): Places {
  const { name, attributes, parent, telling } = tree
  const total = name.length
  const places: Places = {
    hint: new Array<Hint | undefined>(total).fill(undefined),
    hintEvidence: new Array<string | undefined>(total).fill(undefined),
    hintNode: new Int32Array(total).fill(-1),
    bodyNode: new Int32Array(total).fill(-1),
    mainNode: new Int32Array(total).fill(-1),
    depth: new Int32Array(total),
  }
  const { hint, hintEvidence, hintNode, bodyNode, mainNode, depth } = places
  const allProse = Math.max(1, prose[0] ?? 0)
  let next = 0
  let told = 0
  for (let i = 1; i < total; i++) {
    // Texts are asked for nothing
    const given = attributes[i]
    if (given === undefined) continue
    const p = parent[i] ?? 0
    const tag = name[i]
    depth[i] = (depth[p] ?? 0) + 1
    const isTelling = telling[told] === i
    if (isTelling) told++
    const isMain = tag === 'article' || tag === 'main' || (isTelling && given.role === 'main')
    mainNode[i] = isMain ? i : (mainNode[p] ?? -1)
    bodyNode[i] = bodyNode[p] ?? -1
    const above = hintNode[p] ?? -1
    hintNode[i] = above
    if (above >= 0) {
      hint[i] = hint[p]
      hintEvidence[i] = hintEvidence[p]
    }
    if (at[next] !== i) continue
    const said = own[next++]
    if (said !== undefined) settle(places, i, said, prose[i] ?? 0, allProse, together)
  }
  return places
}

function settle(
  { hint, hintEvidence, hintNode, bodyNode }: Places,
  i: number,
  said: OwnHint,
  mass: number,
  allProse: number,
  together: Map<string, number>,
): void {
  if (said.body) {
    // A body name lifts the hint above it, unless what is above is another text: a comment, a related item
    if (hint[i] !== undefined && STUBBORN.has(hint[i] ?? 'widget')) return
    if (mass > 0.15 * allProse) {
      hint[i] = undefined
      hintNode[i] = -1
      hintEvidence[i] = undefined
    }
    bodyNode[i] = i
  } else if (mass < 200 || isSmall(said, (together.get(keyOf(said)) ?? 0) / allProse)) {
    hint[i] = said.hint
    hintEvidence[i] = said.evidence
    hintNode[i] = i
  }
}

/** A name is a hint, not a verdict: what holds most of the page's prose isn't furniture. */
function isSmall({ hint, evidence }: OwnHint, share: number): boolean {
  if (hint === 'comments') return share <= (COMMENT_NAMES.test(evidence ?? '') ? 0.99 : 0.85)
  if (hint === 'related') return share <= (RELATED_NAMES.test(evidence ?? '') ? 0.99 : 0.6)
  return share <= (hint === 'hidden' ? 0.75 : 0.4)
}

/** Leaves idle what is bare and far from any prose, and reads the wording of what no longer is. */
function settleIdle({ blocks, hint, proseOf, readings, idle }: PageFacts): void {
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const h = hint[block.node]
    const isBare = idle[b] === 1 || (h !== undefined && (proseOf[b] ?? 0) === 0 && HARD.has(h))
    const nearProse =
      (proseOf[b - 2] ?? 0) + (proseOf[b - 1] ?? 0) + (proseOf[b + 1] ?? 0) + (proseOf[b + 2] ?? 0) > 0
    idle[b] = isBare && !nearProse ? 1 : 0
    if (idle[b] === 0 && readings[b] === undefined && block.linkChars >= 0.8 * block.text.length)
      readings[b] = readLine(block.text)
  }
}
