import type { ArticleFeatures } from '../features/article-features.ts'
import { type Edge, edgeOf } from './edge.ts'
import { Embeddings } from './embeddings.ts'
import { type Item, itemOf, weigh } from './item.ts'
import { compareItems } from './order.ts'
import { Postings } from './postings.ts'
import { dot } from './sparse.ts'
import { Vocabulary } from './vocabulary.ts'

/** How many neighbours are looked at: by words of the article's own language and names; by meanings in other languages; and by meanings in its own. */
type Neighbours = { own: number; across: number; otherwise: number }
/** A new article is weighed against many; among all, every article's nearest are enough, since neighbours find each other. */
const FOR_ONE: Neighbours = { own: 32, across: 30, otherwise: 4 }
export const AMONG_ALL: Neighbours = { own: 16, across: 12, otherwise: 4 }
/** Where there are very many, fewer each. */
export const AMONG_MANY: Neighbours = { own: 10, across: 8, otherwise: 2 }
/** In its own language an article must mean as much as this the same to be near one that shares no word with it. */
const ALIKE_ENOUGH = 0.3
const NEIGHBOURS_ALIKE = 16
const POOL = 200
const POOL_OTHERWISE = 60

/** Articles that share most rarity with one, best first: under words and names, and under meanings, most of them in other languages; and those most like it by their embeddings. */
export type Pool = { own: Item[]; meant: Item[]; alike: Item[] }

/** The live articles, and who is near whom. */
export class LiveIndex {
  readonly items = new Map<string, Item>()
  readonly vocabulary = new Vocabulary()
  private readonly postings = new Postings()
  private readonly embeddings = new Embeddings()

  add(features: ArticleFeatures): Item {
    const item = itemOf(features, this.vocabulary)
    this.items.set(features.id, item)
    this.postings.add(item)
    this.embeddings.add(item)
    return item
  }

  remove(item: Item): void {
    this.postings.remove(item)
    this.embeddings.remove(item)
    this.vocabulary.remove(item.features.lang, item.keys)
    this.items.delete(item.features.id)
  }

  /** Makes vectors anew from the rarities of now, so that they don't depend on when an article came. */
  reweigh(some: readonly Item[]): void {
    for (const item of some) {
      this.postings.remove(item)
      weigh(item, this.vocabulary)
      this.postings.add(item)
    }
  }

  /** The same for every article. */
  reweighAll(): void {
    this.postings.clear()
    this.embeddings.recentre()
    // In order of time each goes to the end of its lists
    for (const item of [...this.items.values()].sort(compareItems)) {
      weigh(item, this.vocabulary)
      this.postings.add(item)
    }
  }

  /** The nearest of a pool: by rarity shared in words and names, and in other languages by likeness of meaning. */
  near(
    item: Item,
    { own, meant, alike }: Pool,
    most = FOR_ONE,
    wanted: (other: Item) => boolean = () => true,
  ): [Item, Edge][] {
    const found = new Set(own.slice(0, most.own))
    const room = { own: most.otherwise, across: most.across }
    const likest = meant
      .map((other): [Item, number] => [other, dot(item.pivots, other.pivots)])
      .filter(([other, likeness]) => likeness > 0 && !found.has(other))
      .sort((a, b) => b[1] - a[1] || compareItems(a[0], b[0]))
    for (const [other, likeness] of likest) {
      const isOwn = other.features.lang === item.features.lang
      if (isOwn && likeness < ALIKE_ENOUGH) continue
      if (room[isOwn ? 'own' : 'across']-- > 0) found.add(other)
    }
    for (const other of alike) found.add(other)
    return [...found].filter(wanted).map((other) => [other, this.edge(item, other)])
  }

  /** Far more than are near it. */
  pool(item: Item, reachMs: number): Pool {
    const { lang, at } = item.features
    const inReach = (other: Item): boolean => Math.abs(other.features.at - at) <= reachMs
    const { vocabulary, postings } = this
    const isOwn = (other: Item): boolean => other.features.lang === lang
    const [own = []] = postings.find(item, item.finders, vocabulary, { only: inReach, most: POOL })
    const meant = postings.find(
      item,
      item.pivotFinders,
      vocabulary,
      { only: (other) => isOwn(other) && inReach(other), most: POOL_OTHERWISE },
      { only: (other) => !isOwn(other) && inReach(other), most: POOL },
    )
    return {
      own,
      meant: meant.flat(),
      alike: this.embeddings.nearest(item, NEIGHBOURS_ALIKE, inReach),
    }
  }

  /**
   * Each pair of neighbours once, whichever of the two found the other; `known` answers neighbours that need no search.
   * Pauses after every article.
   */
  *edgesAmong(
    items: readonly Item[],
    reachMs: number,
    most: Neighbours,
    known: (item: Item) => readonly Item[] | undefined = () => undefined,
  ): Generator<void, [Item, Item, Edge][]> {
    const met = new Map<Item, Set<Item>>()
    const edges: [Item, Item, Edge][] = []
    for (const item of items) {
      const own = new Set<Item>()
      met.set(item, own)
      const isNew = (other: Item): boolean => !met.get(other)?.has(item)
      const near =
        known(item)
          ?.filter((other) => this.isLive(other) && isNew(other))
          .map((other): [Item, Edge] => [other, this.edge(item, other)]) ??
        this.near(item, this.pool(item, reachMs), most, isNew)
      for (const [other, edge] of near) {
        own.add(other)
        edges.push([item, other, edge])
      }
      yield
    }
    return edges
  }

  isLive(item: Item): boolean {
    return this.items.get(item.features.id) === item
  }

  edge(a: Item, b: Item): Edge {
    return edgeOf(a, b, this.vocabulary, this.embeddings)
  }
}
