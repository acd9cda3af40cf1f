import type { PageFacts } from './page-facts.ts'
import { headingLevel } from './title.ts'

const ENOUGH_CHARS = 500

/** Pages that load the next article below the first: from another article's own first heading on, nothing belongs here. */
export function dropNextArticle(
  facts: PageFacts,
  kept: Uint8Array,
  reason: (string | undefined)[],
  titleBlock: number,
): void {
  if (titleBlock < 0) return
  const { blocks, mainNode, tree } = facts
  const own = mainNode[blocks[titleBlock]?.node ?? 0] ?? -1
  let before = 0
  for (let b = titleBlock + 1; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const main = mainNode[block.node] ?? -1
    const isElsewhere =
      main >= 0 &&
      main !== own &&
      !(own >= 0 && block.first < (tree.end[own] ?? 0) && tree.name[own] === 'article')
    if (
      before >= ENOUGH_CHARS &&
      isElsewhere &&
      tree.name[main] === 'article' &&
      headingLevel(facts, b) === 1
    ) {
      for (let k = b; k < blocks.length; k++)
        if (kept[k]) {
          kept[k] = 0
          reason[k] = 'next-article'
        }
      return
    }
    if (kept[b]) before += block.text.length
  }
}

/** Log odds up to which a paragraph that is one link to the same site counts as a related headline. */
export const LONE_LINK = 2

export function isLoneSiteLink(facts: PageFacts, b: number, url: string): boolean {
  const { tree, blocks } = facts
  const block = blocks[b]
  if (
    !block ||
    block.links > 1 ||
    block.linkChars < 0.95 * block.text.length ||
    block.text.length > 160 ||
    facts.sentence[b] ||
    headingLevel(facts, b) > 0
  )
    return false
  if (block.text.split(' ').length < 4 || tree.name[block.node] === 'li') return false
  let node = tree.parent[block.first] ?? 0
  while (node > 0 && tree.name[node] !== 'a') node = tree.parent[node] ?? 0
  const href = tree.attributes[node]?.href
  if (node === 0 || !href) return false
  try {
    return new URL(href, url).hostname.replace(/^www\./, '') === new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return false
  }
}
