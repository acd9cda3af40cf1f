import { BYLINE_PREFIX, isBylineLabel, isImpersonal, isOccupation, namesOf } from './author-names.ts'
import { nameBesideDate, namesWithin, readsAsByline } from './byline-line.ts'
import type { Hint } from './class-hints.ts'
import type { Block } from './page-blocks.ts'
import type { PageFacts } from './page-facts.ts'
import { subtreeText } from './subtree-text.ts'

/** Names a reader sees near the headline; `isMarked` when the page's markup says that they are the authors. */
export type Byline = { names: string[]; isMarked: boolean }

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author(?:[-_]*name|[-_]*link)?|authorname|byline(?:[-_]*name|[-_]*link)|vcard|fn|type-author|writer(?:[-_]*name)?|contributor(?:[-_]*name)?|journalist|reporter|autor|auteur|verfasser)(?:$|\s)/i
const AUTHOR_HREF =
  /\/(?:author|authors|auteur|autor|profile|people|staff|by|writer|columnist|journalist|redakteur)\//
const INLINE = new Set([
  'span',
  'a',
  'strong',
  'b',
  'em',
  'cite',
  'address',
  'li',
  'p',
  'h3',
  'h4',
  'h5',
  'div',
])
/** Where names of other people stand */
export const ELSEWHERE = new Set<Hint>([
  'comments',
  'comment-form',
  'form',
  'search',
  'related',
  'share-bar',
  'footer',
  'navigation',
  'breadcrumb',
])
/** An aside may hold the byline where its markup says so, close below the headline */
const ASIDE = new Set<Hint>(['sidebar', 'widget'])
/** Blocks below the body in which a byline is looked for, and a box about the author */
const REACH = { below: 12, box: 50 }
/** Most that distance takes off the score of a byline; a box about the author is one wherever it stands */
const MOST_FAR = { line: 1.5, box: 0.5 }
const MAX_CHARS = 160
const MAX_MARKED = 90

type Found = { block: number; score: number; names: string[]; mark: string }

/** The byline near the headline: never out of a share bar, a comment or the card of another article. */
export function bylineNear(facts: PageFacts, titleBlock: number, bodyEnd: number): Byline | undefined {
  const { blocks, hint } = facts
  const found: Found[] = []
  for (let b = Math.max(0, titleBlock - 6); b < Math.min(blocks.length, bodyEnd + REACH.box); b++) {
    const block = blocks[b]
    const where = block && hint[block.node]
    // Share bars and related links may part a box about the author from the last line
    if (b >= bodyEnd + REACH.below && where !== 'author-box' && where !== 'byline') continue
    if (!block || block.text.length > MAX_CHARS || (where && ELSEWHERE.has(where))) continue
    const marked = markedNames(facts, b)
    const isClose = titleBlock >= 0 && b >= titleBlock - 3 && b <= titleBlock + 10
    if (where && ASIDE.has(where) && !(marked && isClose)) continue
    let score = marked ? 3 : where === 'byline' ? 2 : 0
    let names = marked?.names ?? []
    const { text } = block
    if (score < 2 && text.length < 90 && BYLINE_PREFIX.test(text) && readsAsByline(text, b - titleBlock))
      score = text.split(' ').length <= 8 ? 2 : 1
    if (score < 1.5 && titleBlock >= 0 && b >= titleBlock && b <= titleBlock + 4 && text.length < 110) {
      const behind = namesWithin(text, piecesOf(facts, block))
      if (behind.length > 0) {
        score = 1.5
        names = behind
      }
    }
    if (score < 2 && isBylineLabel(text)) {
      const next = blocks[b + 1]?.text ?? ''
      names = next.length <= 60 && !/[.!?]$/.test(next) ? namesOf(next) : []
      score = names.length > 0 ? 2 : 0
    }
    if (score < 1.2 && titleBlock >= 0 && b > titleBlock && b <= titleBlock + 5 && text.length < 90) {
      const beside = nameBesideDate(text)
      if (beside) {
        score = 1.2
        names = [beside]
      }
    }
    if (score === 0) continue
    if (titleBlock >= 0)
      score -= Math.min(
        b > bodyEnd && (where === 'author-box' || where === 'byline') ? MOST_FAR.box : MOST_FAR.line,
        Math.min(Math.abs(b - titleBlock), 10 + Math.abs(b - bodyEnd)) / 20,
      )
    if (where === 'author-box') score -= 0.8
    if (names.length === 0) names = namesOf(text)
    // A desk or an account beside the headline gives way to a person a line below
    if (names.length > 0 && names.every(isImpersonal)) score -= 0.7
    if (names.length > 0) found.push({ block: b, score, names, mark: marked?.mark ?? '' })
  }
  let best: Found | undefined
  for (const f of found) if (!best || f.score > best.score) best = f
  if (!best || best.score <= 0.6) return undefined
  const names = [...best.names]
  // Names of the same mark that follow one another are one byline
  if (best.mark !== '') {
    let last = best.block
    for (const f of found)
      if (f.block > last && f.block <= last + 4 && f.mark === best.mark) {
        for (const n of f.names) addName(names, n)
        last = f.block
      }
  }
  return { names: names.slice(0, 12), isMarked: best.mark !== '' }
}

/** The texts of a block's elements, one by one. */
function piecesOf({ tree }: PageFacts, { first, last }: Block): string[] {
  const pieces: string[] = []
  for (let i = first; i <= last; i++) {
    const piece = tree.text[i]?.trim()
    if (piece) pieces.push(piece)
  }
  return pieces
}

/** Names in the elements of a block, or around it, that are marked as an author's. */
function markedNames(facts: PageFacts, b: number): { names: string[]; mark: string } | undefined {
  const { tree, blocks } = facts
  const block = blocks[b]
  if (!block) return undefined
  const seen = new Set<number>()
  const names: string[] = []
  let mark = ''
  for (let i = block.first; i <= block.last; i++) {
    let node = tree.parent[i] ?? 0
    for (let up = 0; up < 3 && node > 0; up++, node = tree.parent[node] ?? 0) {
      if (seen.has(node)) break
      seen.add(node)
      const a = tree.attributes[node]
      if (!a || !INLINE.has(tree.name[node] ?? '')) continue
      const kind = /\bauthor\b/.test(a.rel ?? '')
        ? 'rel'
        : /\b(?:author|creator)\b/.test(a.itemprop ?? '')
          ? 'itemprop'
          : AUTHOR_HREF.test(a.href ?? '')
            ? 'href'
            : AUTHOR_CLASS.test(a.class ?? '')
              ? 'class'
              : ''
      // A sentence that links to somebody's page tells of that person
      if (kind === '' || (kind === 'href' && (facts.proseOf[b] ?? 0) > 0)) continue
      const text = nameText(facts, node)
      if (text.length > MAX_MARKED) continue
      const own = namesOf(text)
      if (own.length === 0) continue
      if (mark === '') mark = kind
      for (const n of own) addName(names, n)
      break
    }
  }
  return names.length > 0 ? { names, mark } : undefined
}

/** Adds a name unless it is there, is an occupation, or holds one that is there and a word about it. */
function addName(names: string[], name: string): void {
  if (names.length > 0 && isOccupation(name)) return
  if (names.some((m) => name.toLowerCase().includes(m.toLowerCase()))) return
  const longer = names.findIndex((m) => m.toLowerCase().includes(name.toLowerCase()))
  if (longer >= 0) names[longer] = name
  else names.push(name)
}

/** Text of an author's element; of `itemprop=name` alone where it has one. */
function nameText({ tree }: PageFacts, node: number): string {
  const end = tree.end[node] ?? node
  let text = ''
  for (let i = node; i < end && text.length <= 2 * MAX_MARKED; i++) {
    if (/\bname\b/.test(tree.attributes[i]?.itemprop ?? '') && i > node) return subtreeText(tree, i)
    text += tree.text[i] ?? ''
  }
  return text.replace(/\s+/g, ' ').trim()
}
