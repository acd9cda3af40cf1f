import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'

const key = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A `<title>` without the name of the site at either end. */
export function titleWithoutSite(title: string, siteName?: string): string {
  const site = siteName ? key(siteName) : ''
  const parts = title.split(/(\s+[|–—·•»«›\\-]+\s+|\s*[|»›•]\s*|\s::\s)/)
  if (parts.length < 3) return title
  let start = 0
  let end = parts.length - 1
  const isSite = (part: string): boolean => {
    const k = key(part)
    return (
      site !== '' &&
      k !== '' &&
      (k === site || site.includes(k) || (k.includes(site) && k.length < site.length + 20))
    )
  }
  while (end > start && isSite(parts[end] ?? '')) end -= 2
  while (start < end && isSite(parts[start] ?? '')) start += 2
  if (start > 0 || end < parts.length - 1)
    return parts
      .slice(start, end + 1)
      .join('')
      .trim()
  // No known site name: the shorter end goes when it is short and the other long
  const last = parts[parts.length - 1] ?? ''
  const rest = parts.slice(0, -2).join('')
  if (key(last).split(' ').length <= 4 && key(rest).split(' ').length >= 4) return rest.trim()
  return title
}

export type TitleChoice = { title: string; block: number }

/**
 * The headline: the h1 (or other heading) that agrees with what the head declares, else what the head declares.
 * `block` is the place of the headline in the page, -1 when it doesn't stand there.
 */
export function chooseTitle(facts: PageFacts, head: PageHead, hint?: string): TitleChoice {
  const siteName = head.structured.siteName ?? head.meta.get('og:site_name')
  const clean = (t?: string): string => (t ? titleWithoutSite(t.replace(/\s+/g, ' ').trim(), siteName) : '')
  // A masthead in an h1 is a part of the <title> too: where more is declared, only that can vouch for a heading
  const certain = [
    head.structured.headline,
    clean(head.meta.get('og:title')),
    clean(head.meta.get('twitter:title')),
    hint,
  ].filter((t): t is string => !!t)
  const declared = certain.length > 0 ? certain : [clean(head.title)].filter((t) => t !== '')
  let best: { block: number; score: number; text: string } | undefined
  const { tree, blocks, hint: hints } = facts
  const keys = declared.map(key)
  const keyWords = keys.map((k) => new Set(k.split(' ')))
  const lengths = new Set(declared.map((t) => t.length))
  for (const [b, block] of blocks.entries()) {
    if (block.text.length > 300) continue
    const level = headingLevel(facts, b)
    if (level === 0 && !lengths.has(block.text.length)) continue
    const words = key(block.text)
    if (words === '') continue
    const same = keys.reduce((most, k) => {
      return Math.max(
        most,
        k === words
          ? 1
          : (k.startsWith(words) || words.startsWith(k)) && words.length > 12 && k.length > 12
            ? 0.9
            : 0,
      )
    }, 0)
    if (level === 0 && same < 1) continue
    const own = words.split(' ')
    const likeness =
      same ||
      Math.max(
        0,
        ...keyWords.map(
          (k) => own.filter((w) => k.has(w)).length / Math.max(1, Math.min(own.length, k.size)),
        ),
      ) * 0.8
    const named = /\b(?:headline|name)\b/.test(tree.attributes[block.node]?.itemprop ?? '') ? 0.3 : 0
    const furniture =
      hints[block.node] && !['post-meta', 'byline', 'hidden'].includes(hints[block.node] ?? '') ? 0.5 : 0
    const score = likeness + named + (level === 1 ? 0.5 : level === 2 ? 0.15 : 0) - furniture
    if (score > 0.6 && (!best || score > best.score + 1e-9)) best = { block: b, score, text: block.text }
  }
  // What stands on the page, the head and the structured data vote; equal wordings add up
  const votes = new Map<string, { text: string; weight: number }>()
  const vote = (text: string | undefined, weight: number): void => {
    const k = text ? key(text) : ''
    if (!text || k === '') return
    const known = votes.get(k) ?? { text: text.replace(/\s+/g, ' ').trim(), weight: 0 }
    known.weight += weight
    votes.set(k, known)
  }
  if (best && best.score >= 0.9) vote(withoutKicker(best.text, declared), 1.6)
  vote(clean(head.meta.get('og:title')), 1)
  vote(clean(head.structured.headline), 1)
  vote(hint, 0.6)
  vote(clean(head.title), 0.3)
  vote(clean(head.meta.get('twitter:title')), 0.1)
  let chosen: { text: string; weight: number } | undefined
  for (const v of votes.values()) if (!chosen || v.weight > chosen.weight) chosen = v
  return { title: chosen?.text ?? best?.text ?? '', block: best?.block ?? -1 }
}

/** A heading that holds a kicker before the headline, when the head declares the headline alone. */
function withoutKicker(text: string, declared: string[]): string {
  const k = key(text)
  return declared.find((d) => key(d).length > 15 && k.length > key(d).length && k.endsWith(key(d))) ?? text
}

/** 1 to 6 when the block stands in a heading (or is one by role), else 0. */
export function headingLevel(facts: PageFacts, block: number): number {
  let node = facts.blocks[block]?.node ?? 0
  for (let up = 0; up < 3 && node > 0; up++) {
    const m = /^h([1-6])$/.exec(facts.tree.name[node] ?? '')
    if (m) return Number(m[1])
    node = facts.tree.parent[node] ?? 0
  }
  return 0
}
