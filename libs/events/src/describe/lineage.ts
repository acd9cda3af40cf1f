import type { LineageKind } from '@newsbraid/model'
import type { ArticleFeatures } from '../features/article-features.ts'
import { overlapOf } from '../features/shingles.ts'
import { copyBetween } from '../near-duplicates.ts'

/** A text and those that repeat it. */
export type Lineage = { root: string; copies: string[]; kind: LineageKind }

export type Lineages = { lineage: Lineage[]; rootOf: Map<string, string> }

/** Two texts that credit one agency are one report already at this much shared text. */
const AGENCY_SHARE = 0.3
/** A translation is provable when it credits the same agency within a day and tells the same figures. */
const TRANSLATION_HOURS = 24
const TRANSLATION_FIGURES = 3

/**
 * Who copied whom: each article's root is the earliest article whose text it repeats. `articles` in order of time.
 */
export function lineageOf(articles: readonly ArticleFeatures[]): Lineages {
  const rootOf = new Map<string, string>()
  const kinds = new Map<string, LineageKind[]>()
  const copies = new Map<string, string[]>()
  articles.forEach((article, i) => {
    rootOf.set(article.id, article.id)
    for (const earlier of articles.slice(0, i)) {
      const kind = copyKind(earlier, article)
      if (!kind) continue
      const root = rootOf.get(earlier.id) ?? earlier.id
      rootOf.set(article.id, root)
      kinds.set(root, [...(kinds.get(root) ?? []), kind])
      copies.set(root, [...(copies.get(root) ?? []), article.id])
      break
    }
  })
  const lineage = [...copies].map(([root, ids]): Lineage => ({
    root,
    copies: ids,
    kind: strongest(kinds.get(root) ?? []),
  }))
  return { lineage, rootOf }
}

function copyKind(earlier: ArticleFeatures, later: ArticleFeatures): LineageKind | undefined {
  const copy = copyBetween(earlier, later)
  if (copy) return copy.kind
  if (!earlier.agency || earlier.agency !== later.agency) return undefined
  if (earlier.lang === later.lang)
    return overlapOf(earlier, later).containment >= AGENCY_SHARE ? 'agency' : undefined
  const shared = earlier.figures.filter((figure) => later.figures.includes(figure)).length
  const close = Math.abs(later.at - earlier.at) <= TRANSLATION_HOURS * 36e5
  return close && shared >= TRANSLATION_FIGURES ? 'translation' : undefined
}

const ORDER: readonly LineageKind[] = ['agency', 'translation', 'edited', 'verbatim']
const strongest = (kinds: readonly LineageKind[]): LineageKind =>
  ORDER.find((kind) => kinds.includes(kind)) ?? 'edited'
