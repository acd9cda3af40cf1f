import type { ArticleFeatures } from '../features/article-features.ts'
import { Cluster } from './cluster.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

/** Which event every live article stands in. */
export class Standing {
  private readonly events = new Map<string, Cluster>()
  private readonly eventOf = new Map<Item, string>()

  constructor(private readonly newId: (features: ArticleFeatures) => string) {}

  of(item: Item): string | undefined {
    return this.eventOf.get(item)
  }

  cluster(eventId: string): Cluster | undefined {
    return this.events.get(eventId)
  }

  members(eventId: string): readonly Item[] {
    return this.events.get(eventId)?.members ?? []
  }

  entries(): Iterable<[Item, string]> {
    return this.eventOf
  }

  /** The events that articles stand in. */
  eventsOf(items: Iterable<Item>): Set<string> {
    const found = new Set<string>()
    for (const item of items) {
      const eventId = this.eventOf.get(item)
      if (eventId !== undefined) found.add(eventId)
    }
    return found
  }

  put(item: Item, eventId: string): void {
    this.eventOf.set(item, eventId)
    const event = this.events.get(eventId)
    if (event) event.add(item)
    else this.events.set(eventId, Cluster.of([item]))
  }

  /** One event takes in another, which is no more. */
  absorb(into: string, from: string): void {
    const stays = this.events.get(into),
      goes = this.events.get(from)
    if (!stays || !goes) return
    for (const member of goes.members) this.eventOf.set(member, into)
    stays.absorb(goes)
    this.events.delete(from)
  }

  remove(gone: readonly Item[]): void {
    const touched = this.eventsOf(gone),
      left = new Set(gone)
    for (const item of gone) this.eventOf.delete(item)
    for (const eventId of touched) {
      const rest = this.members(eventId).filter((m) => !left.has(m))
      if (rest.length > 0) this.events.set(eventId, Cluster.of(rest))
      else this.events.delete(eventId)
    }
  }

  /**
   * Articles stand in these clusters from now on. Ids stay: an event keeps its id where its oldest article goes, and the
   * older event survives a merge. Answers where the articles stood before.
   */
  adopt(items: readonly Item[], clusters: readonly Cluster[]): Map<Item, string> {
    const before = new Map(items.map((item) => [item, this.eventOf.get(item) ?? '']))
    const sorted = clusters
      .map((cluster) => ({ cluster, members: [...cluster.members].sort(compareItems) }))
      .sort((a, b) => (a.members[0] && b.members[0] ? compareItems(a.members[0], b.members[0]) : 0))
    const taken = new Set<string>()
    for (const eventId of new Set(before.values())) this.events.delete(eventId)
    for (const { cluster, members } of sorted) {
      const free = members.map((m) => before.get(m)).find((id) => id !== undefined && !taken.has(id))
      const oldest = members[0]
      if (!oldest) continue
      const eventId = free ?? this.newId(oldest.features)
      taken.add(eventId)
      this.events.set(eventId, cluster)
      for (const member of members) this.eventOf.set(member, eventId)
    }
    return before
  }

  /** What changed since articles stood so, in that order. */
  movesSince(before: ReadonlyMap<Item, string>): Move[] {
    const left = new Map<string, { stays: boolean; to: Map<string, Item[]> }>()
    for (const [item, from] of before) {
      const to = this.eventOf.get(item) ?? from
      const record = left.get(from) ?? { stays: false, to: new Map<string, Item[]>() }
      left.set(from, record)
      if (to === from) record.stays = true
      else record.to.set(to, [...(record.to.get(to) ?? []), item])
    }
    return [...left].flatMap(([from, { stays, to }]) =>
      [...to].map(([into, members]) => ({ from, into, members, isWhole: !stays && to.size === 1 })),
    )
  }
}

/** Articles that went from one event to another together; `isWhole` when nothing stayed behind or went elsewhere. */
export type Move = { from: string; into: string; members: Item[]; isWhole: boolean }
