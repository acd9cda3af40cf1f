import type { Hint } from './class-hints.ts'
import { writtenDate } from './iso-date.ts'
import type { PageFacts } from './page-facts.ts'
import { subtreeText } from './subtree-text.ts'

/** Where another text's date stands */
const ELSEWHERE = new Set<Hint>([
  'comments',
  'comment-form',
  'related',
  'footer',
  'navigation',
  'ticker',
  'advertisement',
  'newsletter',
])
const PUBLISHED_PROP = /\bdate(?:Published|Created)\b/
const MODIFIED_PROP = /\bdateModified\b/
const MODIFIED_CLASS = /(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])/
/** Themes name the one date of a post both: "entry-date published updated" */
const PUBLISHED_CLASS = /(?:^|[\s_-])(?:published|entry-date|post-date)(?:$|[\s_-])/

/** Dates of the page's `<time>` and microdata elements; `isMarked` when microdata names the first as the publication. */
export type TimeElements = { published?: string; isMarked: boolean; modified?: string }

/** Reads the elements near the headline first, then any that doesn't stand in a card, a comment or the footer. */
export function timeElements(
  { tree, blocks, hint }: PageFacts,
  titleBlock: number,
  bodyStart: number,
): TimeElements {
  const title = blocks[titleBlock]?.first ?? 0
  const from = blocks[Math.max(0, titleBlock - 8)]?.first ?? 0
  const to = blocks[Math.max(bodyStart, titleBlock) + 8]?.first ?? tree.name.length
  let above: string | undefined
  let anywhere: string | undefined
  let modified: string | undefined
  /** Dates beside the article */
  const aside = new Set<string>()
  let markedUntil = 0
  let markedText: string | undefined
  for (const i of tree.dated) {
    const a = tree.attributes[i]
    if (!a) continue
    const prop = a.itemprop ?? ''
    const isNamed = prop !== '' && PUBLISHED_PROP.test(prop)
    if (tree.name[i] !== 'time' && !isNamed) continue
    const where = hint[i]
    const isNear = i >= from && i <= to
    const isAside = where === 'sidebar' && !isNamed
    if (where && ELSEWHERE.has(where) && !(isNamed && isNear)) continue
    const exact = a.datetime ?? a.content
    const date = writtenDate(exact ?? subtreeText(tree, i, 130))
    if (!date) continue
    const className = a.class ?? ''
    if (MODIFIED_PROP.test(prop) || (MODIFIED_CLASS.test(className) && !PUBLISHED_CLASS.test(className))) {
      if (isNear) modified ??= date
      continue
    }
    if (isAside) {
      aside.add(date)
      continue
    }
    if (isNamed && exact === undefined && tree.name[i] !== 'time') {
      // A <time> inside may tell it exactly
      markedUntil = tree.end[i] ?? i
      markedText ??= date
      continue
    }
    const isMarked = isNamed || i < markedUntil
    if (isMarked || (i >= title && i <= to))
      return { published: date, isMarked, modified: modified ?? later(tree, i, to) }
    if (isNear) above ??= date
    anywhere ??= date
  }
  // Beside the article stands the page's own date only where there is no other
  const published = markedText ?? above ?? anywhere ?? (aside.size === 1 ? [...aside][0] : undefined)
  return { published, isMarked: markedText !== undefined, modified }
}

/** A date of change that stands behind the one of publication. */
function later(tree: PageFacts['tree'], after: number, to: number): string | undefined {
  for (const i of tree.dated) {
    if (i <= after) continue
    if (i > to) break
    const a = tree.attributes[i]
    if (!a || (tree.name[i] !== 'time' && a.itemprop === undefined)) continue
    if (
      MODIFIED_PROP.test(a.itemprop ?? '') ||
      (tree.name[i] === 'time' && MODIFIED_CLASS.test(a.class ?? ''))
    )
      return writtenDate(a.datetime ?? a.content)
  }
  return undefined
}
