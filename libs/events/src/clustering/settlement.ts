import type { Evidence } from '@newsbraid/model'
import { agglomerate } from './agglomerate.ts'
import { type Arrival, surePairs } from './arrival.ts'
import type { Change } from './changes.ts'
import { Cluster } from './cluster.ts'
import type { Backing } from './common-neighbours.ts'
import type { Constraints } from './constraints.ts'
import { bestEdge, type Edge } from './edge.ts'
import { evidenceOfBacking } from './evidence.ts'
import type { Item } from './item.ts'
import type { Judge } from './judge.ts'
import { AMONG_ALL, AMONG_MANY, type LiveIndex } from './live-index.ts'
import { compareItems } from './order.ts'
import type { Standing } from './standing.ts'
import { startsOf } from './starts.ts'

/** Of a large event as many articles speak for a move. */
const TOLD_OF = 50

/** Takes recent events apart and groups their articles anew. */
export class Settlement {
  /** Articles placed since events settled last, and those that a person spoke of */
  private readonly fresh = new Map<Item, Arrival>()
  private readonly spokenOf = new Set<Item>()

  constructor(
    private readonly index: LiveIndex,
    private readonly standing: Standing,
    private readonly constraints: Constraints,
    private readonly judge: Judge,
    /** Milliseconds within which articles are neighbours, and are taken apart; up to how many recent ones all are */
    private readonly reach: { keepMs: number; settleMs: number; settleWhole: number },
  ) {}

  note(item: Item, arrival: Arrival): void {
    this.fresh.set(item, arrival)
  }

  touch(...articleIds: string[]): void {
    for (const id of articleIds) {
      const item = this.index.items.get(id)
      if (item) this.spokenOf.add(item)
    }
  }

  forget(item: Item): void {
    this.fresh.delete(item)
    this.spokenOf.delete(item)
  }

  /** Groups what is recent at `now`, with pauses of a few milliseconds at most between them. */
  *upTo(now: number): Generator<void, Change[]> {
    const { keepMs, settleMs, settleWhole } = this.reach
    const live = [...this.index.items.values()].sort(compareItems)
    const young = live.filter((item) => item.features.at >= now - settleMs)
    const isWhole = young.length <= settleWhole
    const spokenOf = this.standing.eventsOf(this.spokenOf)
    const isSpokenOf = (item: Item): boolean => spokenOf.has(this.standing.of(item) ?? '')
    const apart = isWhole ? young : young.filter((item) => this.fresh.has(item) || isSpokenOf(item))
    const arrivals = new Map(isWhole ? [] : this.fresh)
    this.fresh.clear()
    this.spokenOf.clear()
    this.index.vocabulary.refresh()
    if (isWhole) this.index.reweighAll()
    else this.index.reweigh(apart)
    yield
    const most = isWhole ? AMONG_ALL : AMONG_MANY
    const edges = yield* this.index.edgesAmong(apart, keepMs, most, (item) => arrivals.get(item)?.ties)
    const inPlay = isWhole ? live : this.reachedFrom(apart, edges)
    const sure = surePairs(arrivals, (item, surest) => this.index.isLive(surest) && !isSpokenOf(item))
    const eventOf = (item: Item): string | undefined => this.standing.of(item)
    const starts = startsOf(inPlay, new Set(apart), eventOf, this.constraints, sure)
    const backings = new Map<Item, Backing>()
    const clusters = yield* agglomerate(
      starts,
      edges,
      (a, b, edge) => this.judge.score(a, b, edge),
      (a, b, backing) => {
        const joining = a.members.length < b.members.length ? a : b
        for (const member of joining.members) backings.set(member, backing)
      },
    )
    return this.changesSince(this.standing.adopt(inPlay, clusters), backings)
  }

  /** The articles given and all those of every event that an edge or a person's word leads to, oldest first. */
  private reachedFrom(apart: readonly Item[], edges: readonly [Item, Item, Edge][]): Item[] {
    const bound = apart
      .flatMap((item) => this.constraints.others(item.features.id, 'same'))
      .flatMap((id) => this.index.items.get(id) ?? [])
    const events = this.standing.eventsOf([...apart, ...bound, ...edges.map(([, other]) => other)])
    return [...events].flatMap((eventId) => this.standing.members(eventId)).sort(compareItems)
  }

  private changesSince(before: ReadonlyMap<Item, string>, backings: ReadonlyMap<Item, Backing>): Change[] {
    return this.standing.movesSince(before).flatMap(({ from, into, members, isWhole }): Change[] => {
      const backing = members.flatMap((m) => backings.get(m) ?? [])
      const why = [...this.explain(members, into), ...evidenceOfBacking(backing)]
      if (isWhole) return [{ kind: 'merge', from, into, why }]
      return members.map(({ features }) => ({ kind: 'move', articleId: features.id, from, to: into, why }))
    })
  }

  private explain(members: readonly Item[], into: string): Evidence[] {
    const rest = this.standing.members(into).filter((m) => !members.includes(m))
    if (rest.length === 0) return []
    return this.judge.explain(
      Cluster.of(rest.slice(0, TOLD_OF)),
      Cluster.of(members.slice(0, TOLD_OF)),
      bestEdge(members, rest, (a, b) => this.index.edge(a, b)),
    )
  }
}
