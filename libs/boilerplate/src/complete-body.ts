import type { PageFacts } from './page-facts.ts'
import { headingLevel } from './title.ts'

/** Weakest log odds at which a block is still taken in by its surroundings */
const BRIDGE = -2.5
const INSIDE = -2.2
const TAIL = -0.7
/** A quotation right below the last paragraph */
const TAIL_QUOTE = -1.5
const REACH = 3

/**
 * Takes in what a judgement block by block leaves out: subheadings between kept paragraphs, and short paragraphs inside
 * an element that a theme names the body and that is body for the most part. Never blocks that carry a hint, a certain
 * wording, or are mostly links.
 */
export function completeBody(
  facts: PageFacts,
  kept: Uint8Array,
  odds: Float64Array,
  titleBlock: number,
  settled: (b: number) => boolean,
): void {
  const { blocks, tree } = facts
  const isFree = (b: number): boolean => {
    const block = blocks[b]
    return (
      block !== undefined && b !== titleBlock && !settled(b) && block.linkChars <= 0.6 * block.text.length
    )
  }
  const trusted = trustedBody(facts, kept, titleBlock, isFree)
  if (trusted < 0) keepShortBody(facts, kept, titleBlock, isFree)
  if (trusted > 0) {
    const end = tree.end[trusted] ?? 0
    const inside = (b: number): boolean => (blocks[b]?.first ?? 0) > trusted && (blocks[b]?.first ?? 0) < end
    let last = -1
    for (const [b] of blocks.entries()) if (kept[b] && inside(b)) last = b
    for (const [b] of blocks.entries())
      if (
        !kept[b] &&
        inside(b) &&
        isFree(b) &&
        (odds[b] ?? -9) > (b < last ? INSIDE : isQuoteBelow(facts, b, last) ? TAIL_QUOTE : TAIL)
      )
        kept[b] = 1
  }
  keepTables(facts, kept, odds, titleBlock)
  keepLists(facts, kept, odds, isFree)
  for (let b = blocks.length - 2; b > 0; b--) {
    if (kept[b] || !isFree(b) || (odds[b] ?? -9) <= BRIDGE) continue
    const block = blocks[b]
    if (!block || block.text.length > 160) continue
    const level = headingLevel(facts, b)
    const bold = block.boldChars > 0.9 * block.text.length
    if (level === 1 || (level === 0 && !bold)) continue
    if (near(facts, kept, b, 1) && near(facts, kept, b, -1)) kept[b] = 1
  }
}

const isQuoteBelow = ({ blocks, tree }: PageFacts, b: number, last: number): boolean => {
  if (b > last + 2 || (blocks[b]?.links ?? 0) > 0) return false
  const node = blocks[b]?.node ?? 0
  return tree.name[node] === 'blockquote' || tree.name[tree.parent[node] ?? 0] === 'blockquote'
}

/** Whether a kept block stands within reach in one direction, under the same or the next element up. */
function near(facts: PageFacts, kept: Uint8Array, b: number, step: number): boolean {
  const { blocks, tree } = facts
  const up = tree.parent[tree.parent[blocks[b]?.node ?? 0] ?? 0] ?? 0
  for (let k = 1; k <= REACH; k++) {
    const other = blocks[b + k * step]
    if (other && kept[b + k * step]) return other.first > up && other.first < (tree.end[up] ?? 0)
  }
  return false
}

/** The element named body that holds most kept text, if it is body for the most part and the headline is outside. */
function trustedBody(
  facts: PageFacts,
  kept: Uint8Array,
  titleBlock: number,
  isFree: (b: number) => boolean,
): number {
  const { blocks, tree, bodyNode } = facts
  const sums = new Map<number, { kept: number; free: number }>()
  let all = 0
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const size = block.text.length
    if (kept[b]) all += size
    for (let body = bodyNode[block.node] ?? -1; body > 0; body = bodyNode[tree.parent[body] ?? 0] ?? -1) {
      const s = sums.get(body) ?? { kept: 0, free: 0 }
      if (kept[b]) s.kept += size
      else if (isFree(b)) s.free += size
      sums.set(body, s)
    }
  }
  const title = blocks[titleBlock]?.first ?? -1
  let best = -1
  let most = 0
  for (const [body, s] of sums) {
    if (title > body && title < (tree.end[body] ?? 0)) continue
    if (s.kept > 0.8 * all && s.kept > 1.5 * s.free && s.kept >= most) [best, most] = [body, s.kept]
  }
  return best
}

/** A table is kept or dropped as one: figures belong to the cells that name them. */
function keepTables(facts: PageFacts, kept: Uint8Array, odds: Float64Array, titleBlock: number): void {
  const { blocks, tree, hint } = facts
  const tables = new Map<number, { cells: number[]; kept: number; worded: number }>()
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const name = tree.name[block.node]
    if ((name !== 'td' && name !== 'th') || block.text.length > 100 || hint[block.node]) continue
    let table = tree.parent[block.node] ?? 0
    while (table > 0 && tree.name[table] !== 'table') table = tree.parent[table] ?? 0
    const t = tables.get(table) ?? { cells: [], kept: 0, worded: 0 }
    t.cells.push(b)
    if (/\p{L}/u.test(block.text)) {
      t.worded++
      if (kept[b]) t.kept++
    }
    tables.set(table, t)
  }
  for (const t of tables.values()) {
    if (t.cells.length < 4) continue
    const isMostlyKept = t.kept > 0 && t.kept >= 0.6 * t.worded
    if (isMostlyKept || isFigureTable(facts, kept, odds, t.cells))
      for (const b of t.cells) if (b !== titleBlock) kept[b] = 1
  }
}

/** A table of words and figures without a link, with kept paragraphs beside it above and below. */
function isFigureTable(
  facts: PageFacts,
  kept: Uint8Array,
  odds: Float64Array,
  cells: readonly number[],
): boolean {
  const { blocks } = facts
  const first = cells[0] ?? 0
  const last = cells[cells.length - 1] ?? 0
  if (!kept[first - 1] || !kept[last + 1] || last - first + 1 !== cells.length) return false
  const isPlain = cells.every((b) => (blocks[b]?.links ?? 0) === 0 && (odds[b] ?? -9) > BRIDGE)
  const figures = cells.filter((b) => /\p{N}/u.test(blocks[b]?.text ?? '')).length
  return isPlain && 3 * figures >= cells.length
}

/** Longest list that is taken in as one */
const MAX_ITEMS = 40

/** A list without links is kept as one where half of it is kept, or where it stands between kept blocks. */
function keepLists(
  facts: PageFacts,
  kept: Uint8Array,
  odds: Float64Array,
  isFree: (b: number) => boolean,
): void {
  const { blocks, tree } = facts
  for (let b = 0; b < blocks.length; b++) {
    const list = listOf(facts, b)
    if (list === 0) continue
    const end = tree.end[list] ?? 0
    let next = b
    let known = 0
    let isPlain = true
    for (; next < blocks.length && (blocks[next]?.first ?? 0) < end; next++) {
      if (kept[next]) known++
      else if (!isFree(next) || (blocks[next]?.links ?? 0) > 0 || (odds[next] ?? -9) <= BRIDGE)
        isPlain = false
    }
    const size = next - b
    const isBetween = near(facts, kept, b, -1) && near(facts, kept, next - 1, 1)
    if (isPlain && known < size && size <= MAX_ITEMS && (2 * known >= size || isBetween))
      kept.fill(1, b, next)
    b = next - 1
  }
}

/** The list that a block is an item of, 0 for none. */
function listOf({ blocks, tree }: PageFacts, b: number): number {
  const item = blocks[b]?.node ?? 0
  const list = tree.name[item] === 'li' ? (tree.parent[item] ?? 0) : 0
  return tree.name[list] === 'ul' || tree.name[list] === 'ol' ? list : 0
}

const SHORT_BODY = { least: 60, most: 2500, already: 400 }

/** A few short sentences look like nothing: where little was found, the one element named body is taken at its word. */
function keepShortBody(
  facts: PageFacts,
  kept: Uint8Array,
  titleBlock: number,
  isFree: (b: number) => boolean,
): void {
  const { blocks, bodyNode, tree } = facts
  let already = 0
  const inside = new Map<number, { chars: number; links: number; blocks: number[] }>()
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    if (kept[b]) already += block.text.length
    const body = bodyNode[block.node] ?? -1
    if (body < 0 || b < titleBlock) continue
    const s = inside.get(body) ?? { chars: 0, links: 0, blocks: [] }
    s.chars += block.text.length
    s.links += block.linkChars
    if (isFree(b)) s.blocks.push(b)
    inside.set(body, s)
  }
  if (already > SHORT_BODY.already) return
  const title = blocks[titleBlock]?.first ?? -1
  for (const [body, s] of inside) {
    const holdsTitle = title > body && title < (tree.end[body] ?? 0)
    if (
      holdsTitle ||
      s.chars < SHORT_BODY.least ||
      s.chars > SHORT_BODY.most ||
      s.links > 0.3 * s.chars ||
      s.chars < already
    )
      continue
    for (const b of s.blocks) kept[b] = 1
    return
  }
}
