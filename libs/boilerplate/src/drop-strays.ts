import type { PageFacts } from './page-facts.ts'
import { namesNetwork, readLine } from './furniture-line.ts'
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

const MAX_TAGLINE = 100
const MENU = 3

/** The site's own motto: a short line without a full stop, with a menu between it and the headline. */
export function dropTagline(
  { blocks, hint, sentence }: PageFacts,
  kept: Uint8Array,
  titleBlock: number,
  drop: (b: number, reason: string, evidence: string) => void,
): void {
  let menu = 0
  for (let b = titleBlock - 1; b >= 0; b--) {
    const block = blocks[b]
    if (!block) continue
    if (!kept[b]) {
      if (block.linkChars >= 0.8 * block.text.length || hint[block.node] === 'navigation') menu++
    } else if (menu >= MENU && block.text.length <= MAX_TAGLINE && !sentence[b])
      drop(b, 'before-title', 'a menu stands between it and the headline')
  }
}

/** The one heading of a body that is a link to the site: a teaser. Where there are more, they head the parts of a list. */
export function loneHeadingLink(facts: PageFacts, kept: Uint8Array, titleBlock: number, url: string): number {
  let found = -1
  for (const [b, block] of facts.blocks.entries()) {
    if (!kept[b] || b === titleBlock || block.links !== 1 || headingLevel(facts, b) < 2) continue
    if (block.linkChars < 0.95 * block.text.length) continue
    if (found >= 0) return -1
    found = b
  }
  const isTeaser =
    found >= 0 && (facts.blocks[found]?.text.split(' ').length ?? 0) >= 4 && leadsToSite(facts, found, url)
  return isTeaser ? found : -1
}

/** Log odds up to which a paragraph that is one link to the same site counts as a related headline. */
export const LONE_LINK = 2

const MARKS_FIRST = /^[^\p{L}\p{N}]{1,6}/u

export function isLoneSiteLink(facts: PageFacts, b: number, url: string): boolean {
  const { tree, blocks } = facts
  const block = blocks[b]
  if (
    !block ||
    block.links > 1 ||
    block.linkChars < 0.95 * block.text.replace(MARKS_FIRST, '').length ||
    block.text.length > 160 ||
    facts.sentence[b] ||
    headingLevel(facts, b) > 0
  )
    return false
  if (block.text.split(' ').length < 4 || tree.name[block.node] === 'li') return false
  return leadsToSite(facts, b, url)
}

/** Whether the first link of a block stays on the host. */
export function leadsToSite(facts: PageFacts, b: number, url: string): boolean {
  const { first, last } = facts.blocks[b] ?? { first: 0, last: -1 }
  let href: string | undefined
  // A mark may stand before the link
  for (let i = first; i <= last && href === undefined; i++)
    if (facts.tree.name[i] === '') href = facts.tree.attributes[linkAround(facts, i)]?.href
  if (!href) return false
  try {
    return new URL(href, url).hostname.replace(/^www\./, '') === new URL(url).hostname.replace(/^www\./, '')
  } catch {
    return false
  }
}

/** Networks and shops where sites keep channels, pages and apps; a word more may stand before the name, as a country does */
const CHANNEL =
  /^https?:\/\/(?:[\w-]+\.)?(?:t\.me|telegram\.me|whatsapp\.com|wa\.me|facebook\.com|fb\.com|fb\.me|twitter\.com|x\.com|instagram\.com|youtube\.com|tiktok\.com|threads\.net|linkedin\.com|viber\.com|snapchat\.com|nabd\.com|eitaa\.com|rubika\.ir|ble\.ir|sapp\.ir|apps\.apple\.com|play\.google\.com|news\.google\.com)(?:[/?#]|$)/i
/** One post, one film: something shown, not somebody to follow */
const SHOWN =
  /\/(?:status(?:es)?|posts?|p|reels?|videos?|watch|photos?|events?|groups)(?:[/?.]|$)|[?&](?:v|story_fbid)=/i
const MAX_FOLLOW = 160

/** A line that is a link to a channel or an app of the site and nothing else. */
export function isFollowLink(facts: PageFacts, b: number): boolean {
  const { tree, blocks } = facts
  const block = blocks[b]
  if (!block || block.links === 0 || block.linkChars < 0.9 * block.text.length) return false
  if (block.text.length > MAX_FOLLOW || facts.hint[block.node] === 'embed') return false
  const href = tree.attributes[linkAround(facts, block.first)]?.href ?? ''
  return CHANNEL.test(href) && !SHOWN.test(href) && namesNetwork(block.text)
}

const linkAround = ({ tree }: PageFacts, text: number): number => {
  let node = tree.parent[text] ?? 0
  while (node > 0 && tree.name[node] !== 'a') node = tree.parent[node] ?? 0
  return node
}

const MAX_LABELLED = 300

/** A line of links with nothing before them but a label: "Read also", «اقرأ أيضاً». */
export function isLabelledLink(facts: PageFacts, b: number): boolean {
  const { tree, blocks } = facts
  const block = blocks[b]
  if (!block || block.links === 0 || block.linkChars < 0.4 * block.text.length) return false
  if (block.text.length > MAX_LABELLED) return false
  let label = ''
  for (let i = block.first; i <= block.last; i++)
    if (tree.name[i] === '' && linkAround(facts, i) === 0) label += tree.text[i] ?? ''
  if (label.trim() === '' || label.length > 60) return false
  const reading = readLine(label.replace(/\s+/g, ' ').trim())
  return reading?.reason === 'related' && reading.sure
}
