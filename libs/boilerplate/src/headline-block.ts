import type { Hint } from './class-hints.ts'
import type { PageFacts } from './page-facts.ts'
import { isSiteName, type SiteNames, wordKey } from './site-names.ts'

/**
 * The headline as it stands on the page; `bare` is it without a kicker marked as such. A lower heading that nobody
 * declares may as well be a standfirst and isn't sure.
 */
export type HeadlineBlock = { block: number; text: string; bare: string; score: number; isSure: boolean }

const MAX_CHARS = 300
/** A heading longer than this that isn't declared anywhere is a paragraph in a heading's clothes */
const MAX_UNDECLARED = 180
/** Blocks after a heading in which the article's prose must begin */
const PROSE_WITHIN = 14
/** Headings that are looked at; pages with more are lists */
const MAX_HEADINGS = 500
/** Score of the one heading with the prose below it: less than a lower heading that is declared word for word */
const CROWNED = 0.95
/** Places where a heading repeats the headline or is another text */
const OFFSIDE = new Map<Hint, number>([
  ['breadcrumb', 0.8],
  ['navigation', 0.7],
  ['footer', 0.7],
  ['comments', 0.7],
  ['comment-form', 0.7],
  ['hidden', 0.4],
])
const UNHARMED = new Set<Hint>(['post-meta', 'byline', 'headline'])
const NAMED_HEADLINE =
  /(?:^|[\s_-])(?:head-?line|entry-title|post-title|article-title|single-title|story-title|news-title|page-title|titre|titel|titulo)(?:$|[\s_-])/i
const KICKER =
  /(?:^|[\s_-])(?:kicker|over-?line|top-?line|eyebrow|dach-?zeile|spitz-?marke|roof-?line|pre-?title|super-?title|sur-?titre|antetitulo|flag|badge|rubri[ck]|label|category|section|sr-only|screen-reader(?:-text)?|visually-?hidden|off-?screen)(?:$|[\s_-])/i

/** 1 to 6 when the block stands in a heading (or is one by role), else 0. */
export function headingLevel(facts: PageFacts, block: number): number {
  let node = facts.blocks[block]?.node ?? 0
  for (let up = 0; up < 3 && node > 0; up++) {
    const name = facts.tree.name[node] ?? ''
    const rank = name.length === 2 && name.startsWith('h') ? name.charCodeAt(1) - 48 : 0
    if (rank >= 1 && rank <= 6) return rank
    node = facts.tree.parent[node] ?? 0
  }
  return 0
}

/** The block that is the headline: a heading that agrees with what the head declares, outside of menus and trails. */
export function headlineBlock(
  facts: PageFacts,
  declared: readonly string[],
  site: SiteNames,
): HeadlineBlock | undefined {
  const { tree, blocks, hint: hints, proseOf } = facts
  const keys = declared.map(wordKey).filter((k) => k !== '')
  const keyWords = keys.map((k) => new Set(k.split(' ')))
  const lengths = new Set(declared.map((t) => t.length))
  let best: HeadlineBlock | undefined
  let isCrowned = false
  let above = 0
  let looked = 0
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    above += proseOf[b] ?? 0
    if (block.text.length > MAX_CHARS) continue
    const level = headingLevel(facts, b)
    if (level === 0 && !lengths.has(block.text.length)) continue
    if (++looked > MAX_HEADINGS) break
    const text = wordKey(block.text)
    if (text === '') continue
    const same = likenessOf(text, keys)
    if (level === 0 && same < 1) continue
    const own = text.split(' ')
    const likeness =
      same ||
      0.8 *
        Math.max(
          0,
          ...keyWords.map(
            (k) => own.filter((w) => k.has(w)).length / Math.max(1, Math.min(own.length, k.size)),
          ),
        )
    const attributes = tree.attributes[block.node]
    const named =
      (/\b(?:headline|name)\b/.test(attributes?.itemprop ?? '') ? 0.3 : 0) +
      (NAMED_HEADLINE.test(attributes?.class ?? '') ? 0.1 : 0)
    const hint = hints[block.node]
    const offside = hint === undefined || UNHARMED.has(hint) ? 0 : (OFFSIDE.get(hint) ?? 0.5)
    if (same < 1 && block.text.length > MAX_UNDECLARED) continue
    const isTrail = level === 1 && isInTrail(facts, block.node)
    // The one heading of the first rank with the prose below it is the headline whatever the head says
    let score =
      likeness +
      named +
      (level === 1 ? 0.5 : level === 2 ? 0.15 : 0) -
      (isTrail ? Math.max(0.8, offside) : offside)
    if (level === 1 && offside === 0 && !isTrail && !isCrowned && crownsProse(facts, b, above)) {
      isCrowned = true
      score = Math.max(score, CROWNED)
    }
    if (score > 0.6 && (!best || score > best.score + 1e-9) && (same === 1 || !isSiteName(block.text, site)))
      best = { block: b, score, isSure: level === 1 || same >= 0.9, text: block.text, bare: block.text }
  }
  if (best) best.bare = withoutMarkedKicker(facts, best.block) || best.text
  return best
}

function likenessOf(text: string, keys: readonly string[]): number {
  let most = 0
  for (const k of keys)
    if (k === text) return 1
    else if ((k.startsWith(text) || text.startsWith(k)) && text.length > 12 && k.length > 12) most = 0.9
  return most
}

/** Whether the heading stands at the end of a list of links, as the page's own place in a trail does. */
function isInTrail({ tree, chars, linkChars }: PageFacts, node: number): boolean {
  let item = node
  for (let up = 0; up < 3 && item > 0 && tree.name[item] !== 'li'; up++) item = tree.parent[item] ?? 0
  if (tree.name[item] !== 'li') return false
  const list = tree.parent[item] ?? 0
  const others = (chars[list] ?? 0) - (chars[item] ?? 0)
  return others > 2 && (linkChars[list] ?? 0) - (linkChars[item] ?? 0) >= 0.7 * others
}

function crownsProse({ blocks, proseOf, prose }: PageFacts, b: number, above: number): boolean {
  const block = blocks[b]
  if (
    !block ||
    above > 0.2 * (prose[0] ?? 0) ||
    block.text.split(' ').length < 3 ||
    block.linkChars > 0.5 * block.text.length
  )
    return false
  for (let i = b + 1; i <= b + PROSE_WITHIN && i < blocks.length; i++)
    if ((proseOf[i] ?? 0) > 100) return true
  return false
}

/** Text of a heading without the elements in it that are named as its kicker or as text for machines. */
function withoutMarkedKicker({ tree, blocks }: PageFacts, b: number): string {
  const block = blocks[b]
  if (!block) return ''
  let text = ''
  let isMarked = false
  for (let i = block.node + 1; i <= block.last; i++) {
    if (tree.attributes[i]?.class !== undefined && KICKER.test(tree.attributes[i]?.class ?? '')) {
      isMarked = true
      i = (tree.end[i] ?? i + 1) - 1
      continue
    }
    text += tree.text[i] ?? ''
  }
  if (!isMarked) return ''
  const bare = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s:|–—-]+/, '')
    .trim()
  return bare.split(' ').length >= 3 ? bare : ''
}
