import { asciiDigits } from '@newsbraid/text'
import { leanOnPaths, siteDrops } from './apply-site.ts'
import { type BodyContext, bodyFeatures } from './body-features.ts'
import { featureNames } from './body-row.ts'
import { type BoostedTrees, logOdds } from './boosted-trees.ts'
import { completeBody } from './complete-body.ts'
import { dropSections } from './drop-sections.ts'
import {
  dropNextArticle,
  dropTagline,
  isFollowLink,
  isLabelledLink,
  isLoneSiteLink,
  LONE_LINK,
  loneHeadingLink,
} from './drop-strays.ts'
import { type PageFacts } from './page-facts.ts'
import type { Site } from './site.ts'
import { headingLevel } from './headline-block.ts'
import { sequenceFeatures, sequenceNames } from './sequence-features.ts'

export type BodyChoice = {
  /** Element that holds the body */
  container: number
  /** By block: 1 in the body */
  kept: Uint8Array
  /** By block: log odds of being body */
  odds: Float64Array
  /** By block: why it isn't in the body */
  reason: (string | undefined)[]
  evidence: (string | undefined)[]
}
const SOFT = new Set(['form', 'widget', 'caption', 'embed', 'byline', 'post-meta', 'headline'])

/** Picks the element whose blocks are worth most together, then the blocks inside it. */
export function firstContainer(facts: PageFacts): number {
  const { tree, blocks, hint, proseOf, readings } = facts
  const value = new Float64Array(tree.name.length)
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block) continue
    const size = block.text.length
    const h = hint[block.node]
    let v: number
    if (h && !SOFT.has(h)) v = -Math.min(size, 300)
    else if (readings[b]?.sure) v = -20
    else if ((proseOf[b] ?? 0) > 0) v = h ? size * 0.3 : size
    else if (block.linkChars > 0.5 * size) v = -size
    else v = -Math.min(40, size * 0.5)
    value[block.node] = (value[block.node] ?? 0) + v
  }
  for (let i = tree.name.length - 1; i > 0; i--) {
    const p = tree.parent[i] ?? 0
    value[p] = (value[p] ?? 0) + (value[i] ?? 0)
  }
  let container = 0
  let best = -Infinity
  for (let i = 1; i < tree.name.length; i++)
    if (tree.name[i] !== '' && (value[i] ?? 0) > best) {
      best = value[i] ?? 0
      container = i
    }
  return container
}

/** Log odds of blocks that need no look */
export const IDLE = -6

/** The two looks: at each block alone, then at each block among its neighbours. */
export type BodyModel = { first: BoostedTrees; second: BoostedTrees }

/** Log odds of each block being body, after the first and after the second look. */
export function bodyOdds(context: BodyContext, model: BodyModel): Float64Array {
  const { facts } = context
  const first = firstOdds(context, model.first)
  const rows = sequenceFeatures(facts, first, context.titleBlock)
  return oddsOf(facts, model.second, rows, sequenceNames.length)
}

export function firstOdds(context: BodyContext, model: BoostedTrees): Float64Array {
  const rows = bodyFeatures(context)
  return oddsOf(context.facts, model, rows, featureNames.length)
}

function oddsOf(
  { idle, blocks }: PageFacts,
  model: BoostedTrees,
  rows: Float32Array,
  width: number,
): Float64Array {
  const odds = new Float64Array(blocks.length)
  for (let b = 0; b < odds.length; b++) odds[b] = idle[b] === 1 ? IDLE : logOdds(model, rows, b * width)
  return odds
}

/** Judges every block with the model, under the rules that need no judgement. */
export function chooseBody(context: BodyContext, model: BodyModel, url = '', site?: Site): BodyChoice {
  const { facts, titleBlock, best: container } = context
  const { blocks, hint, proseOf, readings } = facts
  const kept = new Uint8Array(blocks.length)
  const odds = bodyOdds(context, model)
  if (site) leanOnPaths(facts, odds, site)
  const reason = new Array<string | undefined>(blocks.length).fill(undefined)
  const evidence = new Array<string | undefined>(blocks.length).fill(undefined)
  const isMeta = (b: number): boolean =>
    facts.hintEvidence[blocks[b]?.node ?? 0]?.startsWith('itemprop=') === true &&
    hint[blocks[b]?.node ?? 0] === 'post-meta'
  const isSure = (b: number): boolean => isMeta(b) || isWord(b)
  const isWord = (b: number): boolean => readings[b]?.sure === true && !isProbable(facts, b, odds[b] ?? 0)
  for (const [b] of blocks.entries()) if (b !== titleBlock && (odds[b] ?? 0) > 0 && !isSure(b)) kept[b] = 1
  completeBody(facts, kept, odds, titleBlock, (b) => isSure(b) || hint[blocks[b]?.node ?? 0] !== undefined)
  const drop = (b: number, why: string, seen: string): void => {
    kept[b] = 0
    reason[b] = why
    evidence[b] = seen
  }
  for (const [b, block] of blocks.entries()) {
    if (!kept[b] || block.links === 0) continue
    if ((odds[b] ?? 0) < LONE_LINK && isLoneSiteLink(facts, b, url))
      drop(b, 'inline-related', 'one link to this site fills the block')
    else if (isLabelledLink(facts, b)) drop(b, 'inline-related', 'a label and links')
    else if (isFollowLink(facts, b)) drop(b, 'subscribe', 'one link to a channel or an app')
  }
  const teaser = loneHeadingLink(facts, kept, titleBlock, url)
  if (teaser >= 0) drop(teaser, 'inline-related', 'the only heading that is a link, to this site')
  dropTagline(facts, kept, titleBlock, drop)
  dropSections(facts, kept, titleBlock, url, drop)
  dropNextArticle(facts, kept, reason, titleBlock)
  if (site) {
    for (const [b, drop] of siteDrops(facts, kept, site, context.title, url)) {
      kept[b] = 0
      reason[b] = drop.reason
      evidence[b] = drop.evidence
    }
    for (const [b, block] of blocks.entries()) {
      const mark = b === titleBlock ? undefined : site.marked(block.text)
      if (mark === 'keep') kept[b] = 1
      if (mark === 'drop')
        [kept[b], reason[b], evidence[b]] = [0, 'marked', 'a person marked it for this site']
    }
  }
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]
    if (!block || kept[b] || reason[b]) continue
    const h = hint[block.node]
    const reading = readings[b]
    if (b === titleBlock) reason[b] = 'title'
    else if (reading && isWord(b)) {
      reason[b] = reading.reason
      evidence[b] = reading.evidence
    } else if (h) {
      reason[b] = h
      evidence[b] = facts.hintEvidence[block.node]
    } else if (block.linkChars > 0.6 * block.text.length && (proseOf[b] ?? 0) === 0) {
      reason[b] = 'links'
      evidence[b] = 'nearly all of it is links'
    } else {
      reason[b] = titleBlock >= 0 && b < titleBlock ? 'before-title' : 'outside-body'
      evidence[b] = `body with ${percent(odds[b] ?? 0)} % probability`
    }
  }
  return { container, kept, odds, reason, evidence }
}

/** Wordings that a paragraph may well begin with, or be, where it stands among others as one and leads nowhere */
const SPOKEN = new Set(['related', 'newsletter', 'share-bar', 'page-tools', 'tags', 'author-box'])
const SPOKEN_ODDS = -0.3
const CLOCK_ODDS = -2.5

/** What its wording alone would condemn and its place speaks for. */
function isProbable(facts: PageFacts, b: number, odds: number): boolean {
  const { blocks, readings, sentence } = facts
  const reading = readings[b]
  const block = blocks[b]
  if (!reading || !block) return false
  // The hours of a live report stand as headings
  if (reading.reason === 'no-words')
    return (
      odds > -0.5 || (odds > CLOCK_ODDS && /\d/.test(asciiDigits(block.text)) && headingLevel(facts, b) > 1)
    )
  return (
    odds > SPOKEN_ODDS &&
    SPOKEN.has(reading.reason) &&
    block.links === 0 &&
    sentence[b] === true &&
    /\.\s*$/.test(block.text)
  )
}

const percent = (odds: number): number => Math.round(100 / (1 + Math.exp(-odds)))
