import { type AddressShape, addressShape, bareAddress } from './address-shape.ts'
import { headlineScore, type LinkWords, linkWords } from './link-words.ts'
import type { PageLink } from './page-links.ts'
import type { StructuredLink } from './structured-list.ts'
import { ZONES } from './zones.ts'

/** All links of a page to one address. */
export type Candidate = {
  key: string
  url: string
  links: PageLink[]
  structured?: StructuredLink
  isElsewhere: boolean
}
export type Scored = Candidate & { words: LinkWords; shape: AddressShape; score: number }

/** Points from which a link is an article's; from the second on it may be one, if it turns out to be new. */
export const SURE = 5
export const PERHAPS = 3

const NOT_ARTICLES = new Set([
  'tag',
  'author',
  'prev',
  'next',
  'license',
  'search',
  'help',
  'sponsored',
  'home',
])
const isOutside = (link: PageLink): boolean =>
  (link.zones & (ZONES.nav | ZONES.footer | ZONES.side | ZONES.boxed)) !== 0

/**
 * Points for every address of a page: its shape, the words of its links, where they stand, and whether addresses of the
 * same shape carry headlines. The weights are set by hand; none of the signs decides alone.
 */
export function scoreLinks(candidates: readonly Candidate[], trustsClasses = true): Scored[] {
  const read = candidates.map((one) => ({
    ...one,
    words: linkWords(one.links),
    shape: addressShape(bareAddress(one.url) ?? one.url),
  }))
  const groups = new Map<string, { links: number; headlines: number }>()
  for (const { shape, words, links } of read) {
    const group = groups.get(shape.pattern) ?? { links: 0, headlines: 0 }
    groups.set(shape.pattern, group)
    group.links++
    if (headlineScore(words.title) >= 2 && !links.every(isOutside)) group.headlines++
  }
  return read.map((one) => ({
    ...one,
    score:
      one.shape.score +
      wordScore(one) +
      placeScore(one, trustsClasses) +
      groupScore(groups.get(one.shape.pattern)) +
      (one.structured ? 3 : 0) -
      (one.isElsewhere ? 1 : 0),
  }))
}

/** A title that is no link's text counts less: menus explain themselves at length. */
function wordScore({ words, links, structured }: Candidate & { words: LinkWords }): number {
  const score = headlineScore(words.title ?? structured?.title)
  if (words.isLabel) return Math.min(1, score)
  return links.length > 0 || score <= 0 ? score : score - 1
}

function groupScore(group: { links: number; headlines: number } | undefined): number {
  if (!group) return 0
  const share = group.headlines / group.links
  if (group.headlines >= 3 && share >= 0.5) return group.headlines >= 10 ? 3 : 2
  return group.links >= 3 && share < 0.2 ? -1 : 0
}

/** The best place any of its links has; a link that only stands in navigation has a bad one. */
function placeScore(
  { links, words, structured }: Candidate & { words: LinkWords },
  trustsClasses: boolean,
): number {
  if (links.length === 0) return structured ? 2 : 0
  let best = -9
  for (const { zones, rel } of links) {
    if (rel.split(/\s+/).some((word) => NOT_ARTICLES.has(word))) continue
    let score = 0
    if (zones & (ZONES.nav | ZONES.footer | ZONES.side)) score -= 4
    else if (trustsClasses && zones & ZONES.boxed) score -= 4
    if (zones & ZONES.header) score -= 2
    if (zones & ZONES.aside) score -= 1
    if (zones & ZONES.card) score += 1
    if (zones & ZONES.heading || words.isHeading) score += 2
    best = Math.max(best, score)
  }
  return best + (links.length > 1 && best >= 0 ? 0.5 : 0)
}
