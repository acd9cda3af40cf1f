import type { LineageKind } from '@newsbraid/model'
import type { ArticleFeatures } from './features/article-features.ts'
import { overlapOf } from './features/shingles.ts'

/** Shared shingles without which nothing is a copy, however short the texts. */
const LEAST_SHARED = 5
/** Share of the shorter text that stands in the longer from which one is a copy of the other. */
const CONTAINED = 0.5
/** A text this short must be contained nearly whole: a sentence may be quoted in two reports of one happening. */
const SHORT = 25
const CONTAINED_SHORT = 0.75
/** Shorter than this two texts may be one form of words filled in twice: the same accident, another town. */
const FORM = 60
/** Copies further apart in time are archive pieces, not republication. */
const DAYS = 10

export type Copy = { kind: LineageKind; containment: number; resemblance: number }

/**
 * Whether two articles are the same text published twice: how, and how much of the shorter stands in the longer.
 * Texts without body are copies only when their titles are the same words.
 */
export function copyBetween(a: ArticleFeatures, b: ArticleFeatures): Copy | undefined {
  if (Math.abs(a.at - b.at) > DAYS * 864e5) return undefined
  const isBare = a.length <= 80 || b.length <= 80
  if (isBare && !haveOneTitle(a, b)) return undefined
  const { containment, resemblance, shared } = overlapOf(a, b)
  if (isBare) return resemblance >= 0.8 ? { kind: 'verbatim', containment, resemblance } : undefined
  const shorter = Math.min(a.shingles, b.shingles)
  const needed = shorter < SHORT ? CONTAINED_SHORT : CONTAINED
  if (shared < LEAST_SHARED || containment < needed) return undefined
  if (shorter < FORM && tellOfOtherPlaces(a, b)) return undefined
  const kind =
    (a.agency && (!b.agency || a.agency === b.agency)) || (b.agency && !a.agency)
      ? 'agency'
      : resemblance > 0.9
        ? 'verbatim'
        : 'edited'
  return { kind, containment, resemblance }
}

const haveOneTitle = (a: ArticleFeatures, b: ArticleFeatures): boolean =>
  a.lang === b.lang &&
  a.titleTerms.length > 2 &&
  a.titleTerms.length === b.titleTerms.length &&
  a.titleTerms.every((term, i) => term === b.titleTerms[i])

const tellOfOtherPlaces = (a: ArticleFeatures, b: ArticleFeatures): boolean =>
  a.places.length > 0 &&
  b.places.length > 0 &&
  !a.places.some(([place]) => b.places.some(([other]) => other === place))

/**
 * Groups copies: each article is compared with those that share one of the smallest hashes of its text, and joins their
 * group when one of the two contains the other. `add` answers the group's root, the earliest article seen of it.
 */
export class NearDuplicates {
  private readonly byHash = new Map<number, ArticleFeatures[]>()
  private readonly root = new Map<string, string>()

  add(features: ArticleFeatures): string {
    const near = new Map<ArticleFeatures, number>()
    for (const hash of features.sketch)
      for (const other of this.byHash.get(hash) ?? []) near.set(other, (near.get(other) ?? 0) + 1)
    let best: ArticleFeatures | undefined,
      most = 0
    for (const [other, shared] of near) {
      if (shared < LEAST_SHARED && features.length > 80) continue
      const copy = copyBetween(other, features)
      if (copy && copy.containment > most) {
        best = other
        most = copy.containment
      }
    }
    const root = best ? this.find(best.id) : features.id
    this.root.set(features.id, root)
    for (const hash of features.sketch) {
      const list = this.byHash.get(hash)
      if (!list) this.byHash.set(hash, [features])
      else if (list.length < 50) list.push(features)
    }
    return root
  }

  groups(): Map<string, string> {
    return new Map([...this.root.keys()].map((id) => [id, this.find(id)]))
  }

  private find(id: string): string {
    let at = id
    for (let up = this.root.get(at); up !== undefined && up !== at; up = this.root.get(at)) at = up
    return at
  }
}
