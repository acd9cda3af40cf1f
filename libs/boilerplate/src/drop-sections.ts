import { leadsToSite } from './drop-strays.ts'
import type { PageFacts } from './page-facts.ts'

/** Labels that rule over what follows them in their own element */
const LABELS = new Set(['related', 'author-box', 'comments', 'comment-form', 'tags', 'newsletter'])
const LABEL_WORDS = 7
/** "Three thoughts on …" holds the headline */
const COUNT_WORDS = 30
/** Kept characters that must stand above a section before anything is taken out of it */
const LEAST_BEFORE = 60
/** How much a section may hold, in kept characters before it: lists of comments and of teasers outgrow a short article */
const MOST = { answered: 25, cards: 1200, below: 1.5, between: 0.5 }
/** Share of the text above a section that may stand below it, lines nobody told apart, and it is the last all the same */
const REST = 0.15
const LEAD_IN_CHARS = 200
const FORM_BOX_CHARS = 500

/** Evidence for the name above a box about its bearer */
export const NAMED = 'the name in the byline'

type Drop = (b: number, reason: string, evidence: string) => void

/**
 * Takes out of the body what a label rules over: the rest of an element that opens with «عن الكاتب», "5 Comments" or
 * "Related", the links below such a label that has no element of its own, and the line that leads into a form.
 */
export function dropSections(
  facts: PageFacts,
  kept: Uint8Array,
  titleBlock: number,
  url: string,
  drop: Drop,
): void {
  const { blocks } = facts
  let after = 0
  for (const [b, block] of blocks.entries()) if (kept[b]) after += block.text.length
  let before = 0
  const names = linesAround(facts, kept, titleBlock)
  for (const [b, block] of blocks.entries()) {
    const isKept = kept[b] === 1
    const label = before >= LEAST_BEFORE && after > 0 ? labelOf(facts, b, names, isKept) : undefined
    if (isKept) after -= block.text.length
    if (!label) {
      if (isKept) before += block.text.length
      continue
    }
    const end = ownSection(facts, kept, b, titleBlock, before, after, label.reason)
    if (end > b + 1) drop(b, label.reason, label.evidence)
    else if (isKept) {
      before += block.text.length
      continue
    }
    for (let k = b + 1; k < end; k++)
      if (kept[k]) {
        after -= blocks[k]?.text.length ?? 0
        drop(k, label.reason, `below ${label.evidence}`)
      }
    if (end <= b + 1)
      for (let k = b + 1; k < blocks.length && isLinked(facts, k) && leadsToSite(facts, k, url); k++)
        if (kept[k]) {
          after -= blocks[k]?.text.length ?? 0
          drop(k, label.reason, `below ${label.evidence}`)
        }
  }
  dropLeadIns(facts, kept, titleBlock, drop)
}

/** The short lines between headline and body: a byline is among them. */
function linesAround({ blocks }: PageFacts, kept: Uint8Array, titleBlock: number): string {
  let lines = '\n'
  if (titleBlock < 0) return lines
  for (let b = titleBlock + 1; b < blocks.length && b <= titleBlock + 6 && !kept[b]; b++) {
    const text = blocks[b]?.text ?? ''
    if (text.length <= 160) lines += `${text}\n`
  }
  return lines
}

/** Words of a name that may head a box about its bearer */
const NAME = /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,3}$/u

function labelOf(
  facts: PageFacts,
  b: number,
  around: string,
  isKept: boolean,
): { reason: string; evidence: string } | undefined {
  const reading = facts.readings[b]
  const block = facts.blocks[b]
  if (block && block.text.length <= 40 && NAME.test(block.text) && isNamed(around, block.text))
    return { reason: 'author-box', evidence: NAMED }
  if (isKept) return undefined
  if (!block || !reading?.sure || !LABELS.has(reading.reason) || block.linkChars > 0) return undefined
  const words = block.text.split(' ').length
  const isCount = reading.reason === 'comments' || reading.reason === 'comment-form'
  if (words > (isCount ? COUNT_WORDS : LABEL_WORDS) || (words > LABEL_WORDS && facts.sentence[b]))
    return undefined
  return reading
}

/** Whether one of the lines opens with the name, at most a word for author before it. */
const isNamed = (lines: string, name: string): boolean => {
  const at = lines.indexOf(name)
  if (at < 1) return false
  const before = lines.slice(lines.lastIndexOf('\n', at) + 1, at)
  return (
    before.length <= 12 &&
    !/\d/.test(before) &&
    /^\s*(?:[\n|·•,–—-]|\d|$)/.test(lines.slice(at + name.length))
  )
}

/** The block behind the section that block b opens: the largest element that begins with it and isn't the article itself. */
function ownSection(
  { blocks, tree, bodyNode, readings }: PageFacts,
  kept: Uint8Array,
  b: number,
  titleBlock: number,
  before: number,
  after: number,
  reason: string,
): number {
  const first = blocks[b]?.first ?? 0
  const title = blocks[titleBlock]?.first ?? -1
  const previous = blocks[b - 1]?.last ?? -1
  let end = b + 1
  let inside = 0
  // Cards lead somewhere and comments can be answered: one such sign for every two parts
  let signs = 0
  let parts = 0
  for (let node = blocks[b]?.node ?? 0; node > 0; node = tree.parent[node] ?? 0) {
    const close = tree.end[node] ?? 0
    if (previous >= node || bodyNode[node] === node || (title >= node && title < close)) break
    let last = end
    let size = inside
    for (; last < blocks.length && (blocks[last]?.first ?? 0) < close; last++) {
      const { text, links } = blocks[last] ?? { text: '', links: 0 }
      if (kept[last]) {
        size += text.length
        parts++
      }
      const isSign = reason === 'related' ? links > 0 : readings[last]?.reason === 'comment-form'
      if (isSign) signs++
    }
    const rest = before + after - size
    const isLast = after - size <= REST * before
    const isSigned = 2 * signs >= parts
    const most = !isLast
      ? MOST.between * rest
      : Math.max(
          MOST.below * before,
          !isSigned ? 0 : reason === 'related' ? Math.min(MOST.cards, 8 * before) : MOST.answered * before,
        )
    if (size > most) break
    end = last
    inside = size
  }
  return first < (blocks[end - 1]?.last ?? 0) ? end : b + 1
}

/** Whether a block goes on with the links below a label: nearly all of it is one. */
const isLinked = ({ blocks, sentence }: PageFacts, k: number): boolean => {
  const block = blocks[k]
  return block !== undefined && block.linkChars >= 0.8 * block.text.length && !sentence[k]
}

/** Short lines alone with a form in a small box: what a newsletter asks, what a poll wants to know. */
function dropLeadIns(facts: PageFacts, kept: Uint8Array, titleBlock: number, drop: Drop): void {
  const { tree, blocks, chars, bodyNode } = facts
  let all = 0
  for (const [b, block] of blocks.entries()) if (kept[b]) all += block.text.length
  const title = blocks[titleBlock]?.first ?? -1
  for (let form = 1; form < tree.name.length; form++) {
    if (tree.name[form] !== 'form') continue
    const box = tree.parent[form] ?? 0
    const end = tree.end[box] ?? 0
    if ((chars[box] ?? 0) > FORM_BOX_CHARS || bodyNode[box] === box || (title >= box && title < end)) continue
    const lines: number[] = []
    let size = 0
    for (let b = firstFrom(blocks, box); b < blocks.length && (blocks[b]?.first ?? 0) < end; b++)
      if (kept[b]) {
        lines.push(b)
        size = Math.max(size, blocks[b]?.text.length ?? 0)
      }
    if (size > LEAD_IN_CHARS || size * lines.length > 0.3 * all) continue
    for (const b of lines) drop(b, 'form', 'leads into a form')
  }
}

/** The first block at or behind a node; blocks stand in the order of the page. */
function firstFrom(blocks: PageFacts['blocks'], node: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.first ?? 0) < node) low = middle + 1
    else high = middle
  }
  return low
}
