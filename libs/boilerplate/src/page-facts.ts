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

const TAG_HINTS: Record<string, Hint> = {
  nav: 'navigation',
  aside: 'sidebar',
  footer: 'footer',
  form: 'form',
  figcaption: 'caption',
  menu: 'navigation',
  dialog: 'widget',
}
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

const NO_HINT = { body: false }

function ownHint(
  name: string,
  attributes: Attributes,
  read: ReturnType<typeof classReader>,
): { hint?: Hint; evidence?: string; body: boolean } {
  // Most elements have none: nothing to look up
  if (attributes === NONE) {
    const byTag = TAG_HINTS[name]
    return byTag ? { hint: byTag, evidence: `<${name}>`, body: false } : NO_HINT
  }
  if (
    attributes.hidden !== undefined ||
    (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style))
  )
    return { hint: 'hidden', evidence: 'hidden', body: false }
  if (attributes.itemprop !== undefined && BODY_ITEMPROP.test(attributes.itemprop))
    return { body: true, evidence: `itemprop=${attributes.itemprop}` }
  if (name === 'body' || name === 'html' || name === 'main') return { body: false }
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
  const reading = read(attributes)
  if (reading.body || reading.hint) return reading
  const role = attributes.role
  if (role !== undefined && ROLE_HINTS[role])
    return { hint: ROLE_HINTS[role], evidence: `role=${role}`, body: false }
  const byTag = TAG_HINTS[name]
  return byTag ? { hint: byTag, evidence: `<${name}>`, body: false } : reading
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

/** Reads the tree once downwards and once upwards. */
export function factsOf(tree: PageTree): PageFacts {
  const total = tree.name.length
  const blocks = blocksOf(tree)
  const chars = new Float64Array(total)
  const linkChars = new Float64Array(total)
  const prose = new Float64Array(total)
  const proseOf = new Float64Array(blocks.length)
  const sentence: boolean[] = []
  const idle = new Uint8Array(blocks.length)
  const marks: number[] = []
  const readings: (LineReading | undefined)[] = []
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const size = block.text.length
    const ends = endsLikeSentence(block.text)
    const clauses = size > 2000 ? 20 : clauseMarks(block.text)
    sentence.push(ends)
    marks.push(clauses)
    const isLink = size < 120 && block.linkChars >= 0.8 * size
    idle[b] = isLink ? 1 : 0
    readings.push(isLink ? undefined : readLine(block.text))
    const isProse = block.linkChars < 0.5 * size && ((size >= 60 && (ends || clauses >= 2)) || size >= 140)
    proseOf[b] = isProse && !readings[b]?.sure ? size : 0
    chars[block.node] = (chars[block.node] ?? 0) + size
    linkChars[block.node] = (linkChars[block.node] ?? 0) + block.linkChars
    prose[block.node] = (prose[block.node] ?? 0) + (proseOf[b] ?? 0)
  }
  for (let i = total - 1; i > 0; i--) {
    const p = tree.parent[i] ?? 0
    chars[p] = (chars[p] ?? 0) + (chars[i] ?? 0)
    linkChars[p] = (linkChars[p] ?? 0) + (linkChars[i] ?? 0)
    prose[p] = (prose[p] ?? 0) + (prose[i] ?? 0)
  }

  const hint: (Hint | undefined)[] = new Array<Hint | undefined>(total).fill(undefined)
  const hintEvidence: (string | undefined)[] = new Array<string | undefined>(total).fill(undefined)
  const hintNode = new Int32Array(total).fill(-1)
  const bodyNode = new Int32Array(total).fill(-1)
  const mainNode = new Int32Array(total).fill(-1)
  const depth = new Int32Array(total)
  const read = classReader()
  const allProse = Math.max(1, prose[0] ?? 0)
  // A body may be cut into many small elements of one class: the guard below counts them together
  const owns: (ReturnType<typeof ownHint> | undefined)[] = []
  const together = new Map<string, number>()
  const within = new Map<string, number>()
  for (let i = 0; i < total; i++) {
    const attributes = tree.attributes[i]
    // A leaf that holds no block names nothing but itself: only of pictures and dates is that asked
    const isLeaf =
      (chars[i] ?? 0) === 0 &&
      (tree.end[i] ?? 0) - i <= 2 &&
      tree.name[i] !== 'img' &&
      tree.name[i] !== 'time' &&
      attributes?.itemprop === undefined
    const own = isLeaf ? undefined : attributes && ownHint(tree.name[i] ?? '', attributes, read)
    owns.push(own)
    if (!own?.hint || (prose[i] ?? 0) === 0) continue
    const name = `${own.hint} ${own.evidence}`
    if (i < (within.get(name) ?? 0)) continue
    within.set(name, tree.end[i] ?? i)
    together.set(name, (together.get(name) ?? 0) + (prose[i] ?? 0))
  }
  for (let i = 1; i < total; i++) {
    const p = tree.parent[i] ?? 0
    depth[i] = (depth[p] ?? 0) + 1
    hint[i] = hint[p]
    hintEvidence[i] = hintEvidence[p]
    hintNode[i] = hintNode[p] ?? -1
    bodyNode[i] = bodyNode[p] ?? -1
    mainNode[i] = mainNode[p] ?? -1
    const attributes = tree.attributes[i]
    const name = tree.name[i] ?? ''
    if (!attributes) continue
    if (name === 'article' || name === 'main' || attributes.role === 'main') mainNode[i] = i
    const own = owns[i]
    if (!own) continue
    if (own.body) {
      // A body name lifts the hint above it, unless what is above is another text: a comment, a related item
      if (hint[i] === undefined || !STUBBORN.has(hint[i] ?? 'widget')) {
        if ((prose[i] ?? 0) > 0.15 * allProse) {
          hint[i] = undefined
          hintNode[i] = -1
          hintEvidence[i] = undefined
        }
        bodyNode[i] = i
      }
    } else if (own.hint) {
      // A name is a hint, not a verdict: what holds most of the page's prose isn't furniture
      const share = (together.get(`${own.hint} ${own.evidence}`) ?? 0) / allProse
      const most =
        own.hint === 'comments'
          ? COMMENT_NAMES.test(own.evidence ?? '')
            ? 0.99
            : 0.85
          : own.hint === 'hidden'
            ? 0.75
            : own.hint === 'related'
              ? RELATED_NAMES.test(own.evidence ?? '')
                ? 0.99
                : 0.6
              : 0.4
      if (share <= most || (prose[i] ?? 0) < 200) {
        hint[i] = own.hint
        hintEvidence[i] = own.evidence
        hintNode[i] = i
      }
    }
  }
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const h = hint[block.node]
    const isBare = idle[b] === 1 || (h !== undefined && HARD.has(h) && (proseOf[b] ?? 0) === 0)
    const nearProse =
      (proseOf[b - 2] ?? 0) + (proseOf[b - 1] ?? 0) + (proseOf[b + 1] ?? 0) + (proseOf[b + 2] ?? 0) > 0
    idle[b] = isBare && !nearProse ? 1 : 0
    if (idle[b] === 0 && readings[b] === undefined && block.linkChars >= 0.8 * block.text.length)
      readings[b] = readLine(block.text)
  }
  return {
    tree,
    blocks,
    hint,
    hintEvidence,
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
    cluster: clustersOf(tree, blocks),
  }
}
