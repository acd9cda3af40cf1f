import { bareText } from './bare-text.ts'
import { headingLevel, headlineBlock, type HeadlineBlock } from './headline-block.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { isSiteName, type SiteNames, siteNamesOf, wordKey } from './site-names.ts'
import { cutToWording, isCutFrom, partsOf, titleWithoutSite } from './title-parts.ts'

export { headingLevel }

export type TitleChoice = { title: string; block: number }

/** What a page says its headline is, and where it says so */
export type TitleSource =
  'headline' | 'subheading' | 'kicked' | 'og' | 'structured' | 'meta' | 'feed' | 'title' | 'twitter'
export type Wording = { source: TitleSource; text: string }

/**
 * Weight of each source when wordings are counted; equal wordings add up. What stands on the page outweighs any one
 * declaration and gives way to two; set on a grid, flat around these values in both halves of the hosts measured.
 */
export const WEIGHTS: Record<TitleSource, number> = {
  headline: 1.75,
  subheading: 0.9,
  kicked: 0.3,
  og: 1,
  structured: 1.5,
  meta: 0.3,
  feed: 0.6,
  title: 0.35,
  twitter: 0.1,
}
/** Characters of a declared headline that are read */
const MAX_HEADLINE = 1_000
const META = [
  'headline',
  'sailthru.title',
  'parsely-title',
  'dc.title',
  'dcterms.title',
  'hdl',
  'fulltitle',
  'title',
]

/**
 * The headline: what stands on the page, what the head declares and what structured data says vote for it, without the
 * name of the site. `block` is the place of the headline in the page, -1 when it doesn't stand there.
 */
export function chooseTitle(
  facts: PageFacts,
  head: PageHead,
  hint?: string,
  site: SiteNames = siteNamesOf(head),
): TitleChoice {
  const { wordings, block } = wordingsOf(facts, head, site, hint)
  return { title: elect(wordings), block }
}

export function wordingsOf(
  facts: PageFacts,
  head: PageHead,
  site: SiteNames,
  hint?: string,
): { wordings: Wording[]; block: number } {
  const structured = head.structured.headline
    ? titleWithoutSite(bareText(head.structured.headline.slice(0, MAX_HEADLINE)), site)
    : ''
  const clean = (text?: string): string => {
    if (!text) return ''
    const bare = bareText(text)
    // What structured data says too, to the last word, holds no name of a site
    if (structured !== '' && wordKey(bare) === wordKey(structured)) return bare
    return titleWithoutSite(bare, site, structured === '' && site.names.length === 0)
  }
  const og = clean(head.meta.get('og:title'))
  const twitter = clean(head.meta.get('twitter:title'))
  const fed = hint ? bareText(hint) : ''
  const metas = META.map((n) => clean(head.meta.get(n))).filter((t) => t !== '')
  // A masthead in an h1 is a part of the <title> too: where more is declared, only that can vouch for a heading
  const certain = [structured, og, twitter, fed].filter((t) => t !== '' && !isSiteName(t, site))
  const whole = bareText(head.title)
  const title =
    (certain.length === 0 && behindMasthead(facts, whole)) ||
    titleWithoutSite(whole, site, certain.length === 0)
  const declared = certain.length > 0 ? certain : title === '' ? [] : [title]
  const sought = certain.length > 0 ? [...certain, ...metas] : declared
  const found = headlineBlock(facts, sought, site)
  const wordings: Wording[] = []
  const add = (source: TitleSource, text: string): void => {
    if (text !== '' && wordKey(text) !== '') wordings.push({ source, text })
  }
  if (found && found.score >= 0.9) {
    // The one line made for other pages tells whether a kicker belongs to the headline
    const isWhole = squeezedKey(og) === squeezedKey(found.text)
    const alone = isWhole ? og : withoutKicker(facts, found, declared)
    // A marked kicker stays where the head declares the headline with it
    const bare =
      alone !== found.text || declared.some((d) => wordKey(d) === wordKey(found.text)) ? alone : found.bare
    add(found.isSure ? 'headline' : 'subheading', bareText(bare))
    if (bare !== found.text && !isWhole) add('kicked', bareText(found.text))
  }
  const anchors = [wordings[0]?.text ?? '', structured, metas[0] ?? ''].filter((t) => t !== '')
  const cut = (text: string): string =>
    anchors.reduce((t, a) => (wordKey(t) === wordKey(structured) ? t : cutToWording(t, a)), text)
  add('structured', structured)
  add('og', cut(og))
  add('feed', fed)
  add('title', cut(title))
  add('twitter', cut(twitter))
  for (const meta of metas.slice(0, 1)) add('meta', cut(meta))
  if (wordings.length === 0 && found) add('headline', found.text)
  return { wordings, block: found?.block ?? -1 }
}

/** The wording with the most weight behind it; a wording that was cut off gives its weight to the whole one. */
export function elect(wordings: readonly Wording[], weights: Record<TitleSource, number> = WEIGHTS): string {
  const votes = new Map<string, { text: string; weight: number }>()
  for (const { source, text } of wordings) {
    const whole = wordings.find((w) => isCutFrom(text, w.text))?.text ?? text
    const k = wordKey(whole)
    const known = votes.get(k) ?? { text: whole, weight: 0 }
    known.weight += weights[source]
    // Of equal wordings the one with the most marks: parts set apart by the layout alone run together elsewhere
    if (whole.length > known.text.length) known.text = whole
    votes.set(k, known)
  }
  let chosen: { text: string; weight: number } | undefined
  for (const v of votes.values()) if (!chosen || v.weight > chosen.weight + 1e-9) chosen = v
  return chosen?.text ?? ''
}

const HEADINGS_READ = 60
const BEHIND_NAME = /^\s*(?:[:|»·•–—-]+|::)\s*/

/**
 * The rest of a `<title>` that opens with the name in the page's first heading, where that rest is a heading itself; on
 * a page without headings the rest behind any first part, where it stands there as a line.
 */
function behindMasthead(facts: PageFacts, title: string): string | undefined {
  const headings: { text: string; level: number }[] = []
  for (const [b, block] of facts.blocks.entries()) {
    const level = headingLevel(facts, b)
    if (level > 0) headings.push({ text: block.text, level })
    if (headings.length > HEADINGS_READ) return undefined
  }
  if (headings.length === 0) {
    const rest = partsOf(title).slice(2).join('').trim()
    const isLine = rest.split(' ').length >= 3 && facts.blocks.some((block) => block.text === rest)
    return isLine ? rest : undefined
  }
  for (const [h, { text, level }] of headings.entries()) {
    if (level > 1 || !title.startsWith(text)) continue
    const rest = title.slice(text.length).replace(BEHIND_NAME, '')
    const key = rest.length < title.length - text.length ? wordKey(rest) : ''
    if (key !== '' && headings.slice(h + 1).some((other) => wordKey(other.text) === key)) return rest.trim()
  }
  return undefined
}

/** Parts that only the layout sets apart stand without a blank between them in one place and with it in another */
const squeezedKey = (text: string): string => wordKey(text).replaceAll(' ', '')

const COUNTER = /^[\s\d()[\].,:-]{0,12}$|^\s*\([^()]{1,40}\)[\s\d]*$/
const KICKER_END = /[:|–—/•.!?…-]\s*$/

/** A heading that holds a kicker before the headline or a counter behind it, when the head declares the headline alone. */
function withoutKicker(
  facts: PageFacts,
  { text, block }: HeadlineBlock,
  declared: readonly string[],
): string {
  const startsNode = (wording: string): boolean => {
    const { first, last } = facts.blocks[block] ?? { first: 0, last: -1 }
    const opening = wording.slice(0, 12)
    for (let i = first; i <= last; i++) if (facts.tree.text[i]?.trimStart().startsWith(opening)) return true
    return false
  }
  return (
    declared.find((d) => {
      if (wordKey(d).length <= 15 || text.length <= d.length) return false
      if (text.startsWith(d)) return COUNTER.test(text.slice(d.length))
      return text.endsWith(d) && (KICKER_END.test(text.slice(0, -d.length)) || startsNode(d))
    }) ?? text
  )
}
