import { countryOf, isCountry } from '../features/places.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'
import { Sum } from './sparse.ts'
import { Bag } from './surprise.ts'

/**
 * Places by the share of a cluster's articles that name them: towns, countries named themselves, and countries named or lain
 * in.
 */
export type Spoken = Record<'towns' | 'named' | 'countries', ReadonlyMap<string, number>>

/** Articles taken together, with what comparing needs of them summed up. */
export class Cluster {
  readonly members: Item[] = []
  readonly title = new Sum()
  readonly whole = new Sum()
  readonly names = new Sum()
  readonly pivots = new Sum()
  /** Words of the titles, and what the titles mean */
  readonly said = new Bag()
  readonly meant = new Bag()
  readonly languages = new Map<string, number>()
  readonly figures = new Map<string, number>()
  /** How many articles name a place, by `name` and by `@country` */
  readonly places = new Map<string, number>()
  /** Mean time of its articles */
  middle = 0
  first = Infinity
  last = -Infinity
  /** Characters of its longest text */
  longest = 0
  private spokenPlaces: Spoken | undefined

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
    this.said.count({ ids: item.title.ids })
    this.meant.count(item.meant)
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
    this.said.addAll(other.said)
    this.meant.addAll(other.meant)
  }

  get spoken(): Spoken {
    if (this.spokenPlaces) return this.spokenPlaces
    const towns = new Map<string, number>(),
      named = new Map<string, number>(),
      countries = new Map<string, number>()
    for (const [place, count] of this.places) {
      const share = count / this.members.length
      if (place.startsWith('@')) countries.set(place.slice(1), share)
      else if (isCountry(place)) named.set(countryOf(place), share)
      else towns.set(place, share)
    }
    return (this.spokenPlaces = { towns, named, countries })
  }

  private note({ features, figures }: Item): void {
    this.languages.set(features.lang, (this.languages.get(features.lang) ?? 0) + 1)
    for (const figure of figures) this.figures.set(figure, (this.figures.get(figure) ?? 0) + 1)
    for (const key of new Set(features.places.flatMap(([place, country]) => [place, `@${country}`])))
      this.places.set(key, (this.places.get(key) ?? 0) + 1)
    this.middle += (features.at - this.middle) / this.members.length
    this.longest = Math.max(this.longest, features.length)
    this.spokenPlaces = undefined
    this.first = Math.min(this.first, features.at)
    this.last = Math.max(this.last, features.at)
  }
}
