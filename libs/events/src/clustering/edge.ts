import { copyBetween } from '../near-duplicates.ts'
import type { Embeddings } from './embeddings.ts'
import type { Item } from './item.ts'
import { dot, type Sparse } from './sparse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How near the nearest articles of two clusters are, view by view. */
export type Edge = {
  title: number
  whole: number
  names: number
  pivots: number
  /** Pairs of articles found near each other, one of each cluster */
  pairs: number
  /** Rarity that these share in words (in pivots when their languages differ) and in names, summed over the pairs */
  rareWords: number
  rareNames: number
  /** As `rareWords`, of the pair that shares most, without the words that are names; across languages as `rareWords` */
  plainWords: number
  /** 1 when all that a title shares with any article of the other side, in words and in concepts, is one name, else 0 */
  oneName: number
  /** Words that two titles share, and uncommon concepts whatever the language, up to four, as a share of four */
  wordsShared: number
  actsShared: number
  /** How much two titles look like one form filled in twice: alike, and yet each with a rare word the other article lacks */
  swapped: number
  /** Share of the shorter text that stands in the longer, when one is a copy of the other; else 0 */
  copy: number
  /** Log-odds that the embeddings of the nearest two speak for; 0 without them */
  embedded: number
}

/** Embeddings say nothing at this cosine around the mean, and so much for each step away from it; they never decide alone. */
const EMBEDDED = { even: 0.5, slope: 8, least: -2, most: 3 }

export function edgeOf(a: Item, b: Item, vocabulary: Vocabulary, embeddings: Embeddings): Edge {
  const cosine = embeddings.likeness(a, b)
  const sameLanguage = a.features.lang === b.features.lang
  const rareWords = sameLanguage
    ? sharedRarity(a.whole, b.whole, a, vocabulary)
    : sharedRarity(a.pivots, b.pivots, a, vocabulary)
  const title = sameLanguage ? dot(a.title, b.title) : 0
  const acts = uncommonShared(a, b, vocabulary)
  return {
    title,
    whole: sameLanguage ? dot(a.whole, b.whole) : 0,
    names: dot(a.names, b.names),
    pivots: dot(a.pivots, b.pivots),
    pairs: 1,
    rareWords,
    plainWords: sameLanguage ? sharedRarity(a.whole, b.whole, a, vocabulary, b) : rareWords,
    rareNames: sharedRarity(a.names, b.names, a, vocabulary),
    oneName: sameLanguage && acts === 0 && sharesOneName(a, b) ? 1 : 0,
    wordsShared: sameLanguage ? Math.min(1, countShared(a.title.ids, b.title.ids) / ENOUGH_SHARED) : 0,
    actsShared: Math.min(1, acts / ENOUGH_SHARED),
    swapped: title > 0.2 ? (title * Math.min(lacking(a, b, vocabulary), lacking(b, a, vocabulary))) / 5 : 0,
    copy: copyBetween(a.features, b.features)?.containment ?? 0,
    embedded:
      cosine === undefined
        ? 0
        : Math.max(EMBEDDED.least, Math.min(EMBEDDED.most, EMBEDDED.slope * (cosine - EMBEDDED.even))),
  }
}

/** What a shared text adds to the log-odds. */
const COPY = 8

export const copyOdds = ({ copy }: Edge): number => COPY * copy

/** Log-odds that a shared text and embeddings speak for, beside what the merge model makes of signals. */
export const beyondSignals = (edge: Edge): number => copyOdds(edge) + edge.embedded

const ENOUGH_SHARED = 4
/** A concept that more articles than this tell says too little. */
const UNCOMMON = 0.03

function uncommonShared(a: Item, b: Item, vocabulary: Vocabulary): number {
  let count = 0
  for (const id of a.acts) if (b.acts.includes(id) && vocabulary.share(id) < UNCOMMON) count++
  return count
}

function countShared(p: Int32Array, q: Int32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < p.length && j < q.length;) {
    const x = p[i]!,
      y = q[j]!
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}

/** A key that one article in ten has is worth nothing, however many are shared. */
const COMMON = 2.3

/** With `other` given, words that are names to either article don't count. */
function sharedRarity(p: Sparse, q: Sparse, a: Item, vocabulary: Vocabulary, other?: Item): number {
  let total = 0
  for (let i = 0, j = 0; i < p.ids.length && j < q.ids.length;) {
    const x = p.ids[i]!,
      y = q.ids[j]!
    if (x === y) {
      if (!other || !(a.nameWords.has(x) || other.nameWords.has(x)))
        total += Math.max(0, vocabulary.rarity(x) - COMMON)
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return Math.log1p(total) / 3
}

/** Rarity, above the common, of the rarest word in the title of `a` that `b` has nowhere. */
function lacking(a: Item, b: Item, vocabulary: Vocabulary): number {
  let rarest = 0
  for (const id of a.title.ids)
    if (b.whole.ids.indexOf(id) < 0) rarest = Math.max(rarest, vocabulary.rarity(id) - COMMON)
  return rarest
}

/** Whether the words that the title of `a` shares with `b` stand side by side and are a name, as far as capitals tell. */
function sharesOneName(a: Item, b: Item): boolean {
  let runs = 0,
    inside = false
  for (const id of a.titleOrder) {
    const isShared = b.whole.ids.includes(id)
    if (isShared && !(a.nameWords.has(id) || b.nameWords.has(id))) return false
    if (isShared && !inside) runs++
    inside = isShared
  }
  return runs === 1
}

export const noEdge: Edge = {
  title: 0,
  whole: 0,
  names: 0,
  pivots: 0,
  pairs: 0,
  rareWords: 0,
  rareNames: 0,
  plainWords: 0,
  oneName: 1,
  wordsShared: 0,
  actsShared: 0,
  swapped: 0,
  copy: 0,
  embedded: 0,
}

/** Both together: the nearest of each view, the sums of what is summed. Each pair of articles must come in once. */
export function nearer(a: Edge, b: Edge): Edge {
  return {
    title: Math.max(a.title, b.title),
    whole: Math.max(a.whole, b.whole),
    names: Math.max(a.names, b.names),
    pivots: Math.max(a.pivots, b.pivots),
    pairs: a.pairs + b.pairs,
    rareWords: a.rareWords + b.rareWords,
    rareNames: a.rareNames + b.rareNames,
    plainWords: Math.max(a.plainWords, b.plainWords),
    oneName: Math.min(a.oneName, b.oneName),
    wordsShared: Math.max(a.wordsShared, b.wordsShared),
    actsShared: Math.max(a.actsShared, b.actsShared),
    swapped: a.title >= b.title ? a.swapped : b.swapped,
    copy: Math.max(a.copy, b.copy),
    embedded: a.pairs === 0 ? b.embedded : b.pairs === 0 ? a.embedded : Math.max(a.embedded, b.embedded),
  }
}

const LOOKED_AT = 8

/** The edge between two groups of articles; of large ones the first eight each are looked at. */
export function bestEdge(a: readonly Item[], b: readonly Item[], edge: (a: Item, b: Item) => Edge): Edge {
  let best = noEdge
  for (const x of a.slice(0, LOOKED_AT))
    for (const y of b.slice(0, LOOKED_AT)) best = nearer(best, edge(x, y))
  return best
}
