import { copyBetween } from '../near-duplicates.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'
import { dot, Sum } from './sparse.ts'

/** Articles taken together, with what comparing needs of them summed up. */
export class Cluster {
  readonly members: Item[] = []
  readonly title = new Sum()
  readonly whole = new Sum()
  readonly names = new Sum()
  readonly pivots = new Sum()
  readonly languages = new Map<string, number>()
  readonly figures = new Map<string, number>()
  readonly places = new Map<string, string>()
  first = Infinity
  last = -Infinity

  static of(members: readonly Item[]): Cluster {
    const cluster = new Cluster()
    for (const member of members) cluster.add(member)
    return cluster
  }

  get oldest(): Item | undefined {
    let oldest: Item | undefined
    for (const member of this.members) if (!oldest || compareItems(member, oldest) < 0) oldest = member
    return oldest
  }

  add(item: Item): void {
    this.members.push(item)
    this.title.add(item.title)
    this.whole.add(item.whole)
    this.names.add(item.names)
    this.pivots.add(item.pivots)
    this.note(item)
  }

  /** Takes the members of another in; the other is not to be used again. */
  absorb(other: Cluster): void {
    for (const member of other.members) {
      this.members.push(member)
      this.note(member)
    }
    this.title.addAll(other.title)
    this.whole.addAll(other.whole)
    this.names.addAll(other.names)
    this.pivots.addAll(other.pivots)
  }

  private note({ features, figures }: Item): void {
    this.languages.set(features.lang, (this.languages.get(features.lang) ?? 0) + 1)
    for (const figure of figures) this.figures.set(figure, (this.figures.get(figure) ?? 0) + 1)
    for (const [place, country] of features.places) this.places.set(place, country)
    this.first = Math.min(this.first, features.at)
    this.last = Math.max(this.last, features.at)
  }
}

/** How near the nearest articles of two clusters are, view by view. */
export type Edge = {
  title: number
  whole: number
  names: number
  pivots: number
  /** Share of the shorter text that stands in the longer, when one is a copy of the other; else 0 */
  copy: number
}

export const edgeOf = (a: Item, b: Item): Edge => ({
  title: a.features.lang === b.features.lang ? dot(a.title, b.title) : 0,
  whole: a.features.lang === b.features.lang ? dot(a.whole, b.whole) : 0,
  names: dot(a.names, b.names),
  pivots: dot(a.pivots, b.pivots),
  copy: copyBetween(a.features, b.features)?.containment ?? 0,
})

export function nearer(a: Edge, b: Edge): Edge {
  return {
    title: Math.max(a.title, b.title),
    whole: Math.max(a.whole, b.whole),
    names: Math.max(a.names, b.names),
    pivots: Math.max(a.pivots, b.pivots),
    copy: Math.max(a.copy, b.copy),
  }
}
