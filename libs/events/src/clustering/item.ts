import type { ArticleFeatures } from '../features/article-features.ts'
import { type Sparse, unit } from './sparse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An article in the index: its keys as numbers, and its four views as unit vectors under the rarities of the moment. */
export type Item = {
  features: ArticleFeatures
  /** Every key counted for it, each once */
  keys: Int32Array
  title: Sparse
  whole: Sparse
  names: Sparse
  pivots: Sparse
  /** Keys under which it can be found, rarest first: of its own language, and over languages */
  finders: Int32Array
  pivotFinders: Int32Array
  figures: ReadonlySet<string>
  /** What the title means, concepts and English stems, with how surely; no unit vector */
  meant: Sparse
  /** Of these the concepts that are no places, ascending */
  acts: Int32Array
  /** Numbers of the title's words, in its order */
  titleOrder: Int32Array
  /** Numbers of the words that are names */
  nameWords: ReadonlySet<number>
  /** Rarity shared with the article whose neighbours are being looked for; 0 between searches */
  shared: number
}

const FINDERS = 26
const PIVOT_FINDERS = 26
const SKETCH_KEYS = 6
/** A meaning this sure stands in the title, or is one of the lead's plainest. */
const SURE_MEANING = 0.5

/** All keys of an article; prefixes keep its views apart. */
function keysOf(f: ArticleFeatures): string[] {
  const all = new Set<string>()
  for (const term of f.titleTerms) all.add(`w:${f.lang}:${term}`)
  for (const [term] of f.bodyTerms) all.add(`w:${f.lang}:${term}`)
  for (const [name] of f.names) all.add(`n:${name}`)
  for (const [pivot] of f.pivots) all.add(`p:${pivot}`)
  for (const figure of f.figures) all.add(`f:${figure}`)
  for (const link of f.links) all.add(`l:${link}`)
  if (f.length > 200) for (const hash of f.sketch.slice(0, SKETCH_KEYS)) all.add(`s:${hash}`)
  return [...all]
}

/** Enters an article into the vocabulary. Its vectors are made by `weigh`. */
export function itemOf(features: ArticleFeatures, vocabulary: Vocabulary): Item {
  const none: Sparse = { ids: new Int32Array(), weights: new Float32Array() }
  const item: Item = {
    features,
    keys: vocabulary.add(features.lang, keysOf(features)),
    title: none,
    whole: none,
    names: none,
    pivots: none,
    finders: new Int32Array(),
    pivotFinders: new Int32Array(),
    figures: new Set(features.figures),
    meant: none,
    acts: new Int32Array(),
    titleOrder: new Int32Array(),
    nameWords: new Set(),
    shared: 0,
  }
  weigh(item, vocabulary)
  return item
}

/** Makes the vectors anew from the rarities as they stand now. */
export function weigh(item: Item, vocabulary: Vocabulary): void {
  const { features: f, keys } = item
  const idOf = new Map<string, number>()
  for (const id of keys) idOf.set(vocabulary.keyOf(id), id)
  const rare = (key: string): readonly [number, number] => {
    const id = idOf.get(key) ?? -1
    return [id, id < 0 ? 0 : vocabulary.rarity(id)]
  }
  const title = new Map<number, number>(),
    whole = new Map<number, number>()
  for (const term of f.titleTerms) {
    const [id, rarity] = rare(`w:${f.lang}:${term}`)
    title.set(id, rarity)
    whole.set(id, 2 * rarity)
  }
  for (const [term, weight] of f.bodyTerms) {
    const [id, rarity] = rare(`w:${f.lang}:${term}`)
    whole.set(id, Math.max(whole.get(id) ?? 0, 0) + weight * rarity)
  }
  const weighted = (prefix: string, list: readonly [string, number][]): (readonly [number, number])[] =>
    list.map(([key, weight]) => {
      const [id, rarity] = rare(prefix + key)
      return [id, weight * rarity] as const
    })
  const names = weighted('n:', f.names),
    pivots = weighted('p:', f.pivots)
  item.title = unit([...title])
  item.whole = unit([...whole])
  item.names = unit(names)
  item.pivots = unit(pivots)
  const meant = f.pivots
    .flatMap(([key, weight]) =>
      weight >= SURE_MEANING && !key.startsWith('~') ? [[idOf.get(`p:${key}`) ?? -1, weight] as const] : [],
    )
    .sort((a, b) => a[0] - b[0])
  item.meant = {
    ids: Int32Array.from(meant, ([id]) => id),
    weights: Float32Array.from(meant, ([, weight]) => weight),
  }
  item.acts = item.meant.ids.filter((id) => vocabulary.isAct(id))
  item.titleOrder = Int32Array.from(f.titleTerms, (term) => idOf.get(`w:${f.lang}:${term}`) ?? -1)
  item.nameWords = new Set(f.nameTerms.flatMap((term) => idOf.get(`w:${f.lang}:${term}`) ?? []))
  item.finders = findersOf(item, vocabulary, title, whole, names)
  item.pivotFinders = Int32Array.from(
    [...pivots]
      .sort((a, b) => b[1] - a[1] || byKey(a[0], b[0], vocabulary))
      .slice(0, PIVOT_FINDERS)
      .map(([id]) => id),
  )
}

function findersOf(
  item: Item,
  vocabulary: Vocabulary,
  title: Map<number, number>,
  whole: Map<number, number>,
  names: readonly (readonly [number, number])[],
): Int32Array {
  const scored = new Map<number, number>()
  for (const [id, weight] of whole) scored.set(id, weight * 0.5)
  for (const [id, weight] of title) scored.set(id, Math.max(scored.get(id) ?? 0, weight * 1.2))
  for (const [id, weight] of names) scored.set(id, weight)
  for (const id of item.keys) {
    const key = vocabulary.keyOf(id)
    if (key.startsWith('l:') || key.startsWith('s:')) scored.set(id, 1.2 * vocabulary.rarity(id))
    else if (key.startsWith('f:') && !key.startsWith('f:count')) scored.set(id, 0.6 * vocabulary.rarity(id))
  }
  return Int32Array.from(
    [...scored]
      .sort((a, b) => b[1] - a[1] || byKey(a[0], b[0], vocabulary))
      .slice(0, FINDERS)
      .map(([id]) => id),
  )
}

/** Numbers are given in order of arrival; ties must not be decided by it. */
const byKey = (a: number, b: number, vocabulary: Vocabulary): number =>
  vocabulary.keyOf(a) < vocabulary.keyOf(b) ? -1 : 1

export function* idsOf(items: Iterable<Item>): Generator<string> {
  for (const item of items) yield item.features.id
}
