import type { ArticleFeatures } from '../features/article-features.ts'
import { type Edge, edgeOf } from './cluster.ts'
import { type Item, itemOf, weigh } from './item.ts'
import { compareItems } from './order.ts'
import { Postings } from './postings.ts'
import { dot } from './sparse.ts'
import { Vocabulary } from './vocabulary.ts'

/** Neighbours found by words of the article's own language and names; and, in slots of their own, by pivots in others. */
const NEIGHBOURS = 32
const NEIGHBOURS_ACROSS = 30
const WEIGHED_ACROSS = 200

/** The live articles, and who is near whom. */
export class LiveIndex {
  readonly items = new Map<string, Item>()
  readonly vocabulary = new Vocabulary()
  private readonly postings = new Postings()

  add(features: ArticleFeatures): Item {
    const item = itemOf(features, this.vocabulary)
    this.items.set(features.id, item)
    this.postings.add(item)
    return item
  }

  remove(item: Item): void {
    this.postings.remove(item)
    this.vocabulary.remove(item.features.lang, item.keys)
    this.items.delete(item.features.id)
  }

  /** Makes every vector anew from the rarities of now, so that they don't depend on when an article came. */
  reweigh(): void {
    for (const item of this.items.values()) {
      this.postings.remove(item)
      weigh(item, this.vocabulary)
    }
    for (const item of this.items.values()) this.postings.add(item)
  }

  /** Neighbours of other languages: the best by shared rarity, then by likeness of all their pivots. */
  private across(item: Item, wanted: (other: Item) => boolean): Item[] {
    const found = this.postings
      .scored(item, item.pivotFinders, this.vocabulary, wanted)
      .slice(0, WEIGHED_ACROSS)
      .map(([other]): [Item, number] => [other, dot(item.pivots, other.pivots)])
      .sort((a, b) => b[1] - a[1] || compareItems(a[0], b[0]))
    return found
      .filter(([, likeness]) => likeness > 0)
      .slice(0, NEIGHBOURS_ACROSS)
      .map(([other]) => other)
  }

  near(item: Item, reachMs: number, wanted: (other: Item) => boolean = () => true): [Item, Edge][] {
    const { lang, at } = item.features
    const inReach = (other: Item): boolean => Math.abs(other.features.at - at) <= reachMs
    const own = this.postings.find(item, item.finders, this.vocabulary, NEIGHBOURS, inReach)
    const across = this.across(item, (other) => other.features.lang !== lang && inReach(other))
    return [...new Set([...own, ...across])]
      .filter(wanted)
      .map((other) => [other, edgeOf(item, other, this.vocabulary)])
  }
}
