import { pathOf } from './footprint.ts'
import type { PageFacts } from './page-facts.ts'
import type { Site } from './site.ts'

/** Most of a body that repetition may take away; beyond it the page is a body seen before under another address. */
const MOST_DROPPED = 0.35
/** A block this long is agency copy or a standing introduction until it was seen on more pages. */
const LONG_CHARS = 400
const PATH_LEAN = 1.2
const MIN_HEADLINE_CHARS = 20

/** Leans the log odds towards what became of the same paths on other pages of the site. */
export function leanOnPaths(facts: PageFacts, odds: Float64Array, site: Site): void {
  if (site.size < 2) return
  const lean = new Map<number, number>()
  for (const [b, block] of facts.blocks.entries()) {
    if (facts.idle[b] === 1) continue
    let by = lean.get(block.node)
    if (by === undefined) {
      const memory = site.path(pathOf(facts, block.node))
      const isInBody = (facts.bodyNode[block.node] ?? -1) >= 0 && facts.hint[block.node] === undefined
      const all = memory ? memory.kept + memory.dropped : 0
      by =
        !memory || memory.pages < 2 || all === 0
          ? 0
          : memory.kept === 0
            ? // Inside a named body the same tags hold lists of the article and lists of links
              isInBody
              ? 0
              : -PATH_LEAN
            : memory.kept > 0.9 * all
              ? PATH_LEAN
              : 0
      lean.set(block.node, by)
    }
    odds[b] = (odds[b] ?? 0) + by
  }
}

export type SiteDrop = { reason: string; evidence: string }

/** Blocks of the body that the site knows better: repeated ones, other articles' headlines, and what a person marked. */
export function siteDrops(
  facts: PageFacts,
  kept: Uint8Array,
  site: Site,
  title: string,
  url: string,
): Map<number, SiteDrop> {
  const drops = new Map<number, SiteDrop>()
  let all = 0
  let dropped = 0
  for (const [b, block] of facts.blocks.entries()) {
    if (!kept[b]) continue
    all += block.text.length
    const seen = site.seen(block.text, url)
    const enough = Math.max(block.text.length > LONG_CHARS ? 3 : 2, 0.02 * site.size)
    if (seen >= enough)
      drops.set(b, { reason: 'repeated-on-site', evidence: `seen on ${seen} other pages of this site` })
    else if (block.text.length >= MIN_HEADLINE_CHARS && site.isOtherHeadline(block.text, title))
      drops.set(b, { reason: 'inline-related', evidence: 'the headline of another article of this site' })
    else continue
    dropped += block.text.length
  }
  if (dropped > MOST_DROPPED * all) drops.clear()
  return drops
}
