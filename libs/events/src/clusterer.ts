import type { ArticleRole, Evidence, LineageKind } from '@newsbraid/model'
import type { ArticleFeatures } from './features/article-features.ts'
import { agglomerate } from './clustering/agglomerate.ts'
import { type Arrival, arrivalOf, surePairs } from './clustering/arrival.ts'
import { type Change, movesBetween } from './clustering/changes.ts'
import { Cluster } from './clustering/cluster.ts'
import { bestEdge, beyondSignals, type Edge, nearer, noEdge } from './clustering/edge.ts'
import { type Constraint, Constraints } from './clustering/constraints.ts'
import { evidenceOf } from './clustering/evidence.ts'
import { isFollowup } from './clustering/followup.ts'
import { idsOf, type Item } from './clustering/item.ts'
import { areAcross, likeness } from './clustering/likeness.ts'
import { AMONG_ALL, AMONG_MANY, LiveIndex } from './clustering/live-index.ts'
import { defaultModel, logOdds, type MergeModel } from './clustering/merge-model.ts'
import { compareItems } from './clustering/order.ts'
import { startsOf } from './clustering/starts.ts'
import { widerEvents } from './clustering/wider.ts'
import type { ClustererOptions, Placement } from './clustering/placement.ts'
import { copyBetween } from './near-duplicates.ts'

const EVENTS_CONSIDERED = 40
/** Two events that already stand are joined on arrival of a third article only when this sure; `settle` does the rest. */
const SURE = 1

/**
 * Groups articles by the happening they report, one after another: `place` decides at once, `settle` takes the recent
 * ones apart and groups them anew, whatever order they came in. No I/O; one writer.
 */
export class Clusterer {
  private readonly index = new LiveIndex()
  private readonly constraints = new Constraints()
  private readonly events = new Map<string, Cluster>()
  private readonly eventOf = new Map<Item, string>()
  private readonly rootOf = new Map<string, string>()
  private readonly model: MergeModel
  private readonly keepMs: number
  private readonly settleMs: number
  private readonly settleWhole: number
  /** Articles placed since events settled last, and those that a person spoke of */
  private readonly fresh = new Map<Item, Arrival>()
  private readonly spokenOf = new Set<Item>()
  private isSettling = false
  private newest = -Infinity
  private settledAt = -Infinity
  private sweptAt = -Infinity

  constructor(private readonly options: ClustererOptions) {
    this.model = options.model ?? defaultModel
    this.keepMs = (options.keepHours ?? 14 * 24) * 36e5
    this.settleMs = (options.settleHours ?? 5 * 24) * 36e5
    this.settleWhole = options.settleWhole ?? 4000
  }

  /** Places an article; one placed before is placed anew. `changes` says what this did to others. */
  place(features: ArticleFeatures): Placement {
    if (this.isSettling) throw new Error(`Cannot place article "${features.id}" while events settle`)
    const known = this.index.items.get(features.id)
    if (known) this.forget([known])
    const changes = this.pass(features.at)
    const item = this.index.add(features)
    const { near, wider } = this.around(item)
    const single = Cluster.of([item])
    const candidates = this.weighEvents(single, [...near, ...wider])
    const arrival = arrivalOf(
      item,
      near.map(([other]) => other),
      candidates,
      (other) => this.eventOf.get(other),
    )
    const best = candidates.find((c) => c.score > 0 || c.bound)
    const eventId = best?.eventId ?? this.options.newId(features)
    const why = best ? this.explain(best.cluster, single, best.edge) : []
    const copy = this.copyAmong(item, near, eventId)
    const role: ArticleRole = copy ? 'copy' : best && isFollowup(item, best.cluster) ? 'followup' : 'report'
    this.fresh.set(item, arrival)
    this.put(item, eventId)
    if (copy) this.rootOf.set(features.id, copy.root)
    for (const other of candidates)
      if (other !== best && best && other.score > 0)
        changes.push(...this.joinEvents(eventId, other.eventId, other.edge))
    return {
      articleId: features.id,
      eventId: this.eventOf.get(item) ?? eventId,
      isNew: !best,
      role,
      ...(copy ? { copyOf: copy.root, copyKind: copy.kind } : {}),
      why,
      considered: candidates.map(({ eventId: id, score }) => ({
        eventId: id,
        score: Math.round(score * 100) / 100,
      })),
      changes,
    }
  }

  /** Events an article would be weighed against, best first, without placing it. */
  candidatesOf(features: ArticleFeatures): { eventId: string; score: number }[] {
    if (this.index.items.has(features.id))
      throw new Error(`Cannot weigh article "${features.id}": it is placed already`)
    const item = this.index.add(features)
    const { near, wider } = this.around(item)
    const found = this.weighEvents(Cluster.of([item]), [...near, ...wider])
    this.index.remove(item)
    return found.map(({ eventId, score }) => ({ eventId, score }))
  }

  /** Puts an article where it stood before, deciding nothing: rebuilds the index at start. */
  restore(features: ArticleFeatures, eventId: string, _role?: ArticleRole, copyOf?: string): void {
    const known = this.index.items.get(features.id)
    if (known) this.forget([known])
    this.newest = Math.max(this.newest, features.at)
    if (this.settledAt === -Infinity) this.settledAt = features.at
    this.put(this.index.add(features), eventId)
    if (copyOf) this.rootOf.set(features.id, copyOf)
  }

  /** Takes a person's word on two articles. Obeyed by every later `place` and `settle`; call `settle` to see it at once. */
  constrain(constraint: Constraint): void {
    this.constraints.set(constraint)
    this.touch(constraint.a, constraint.b)
  }

  /** Takes a constraint back; answers whether there was one. */
  unconstrain(a: string, b: string): boolean {
    this.touch(a, b)
    return this.constraints.unset(a, b)
  }

  /** Live articles and their events. */
  assignments(): Map<string, string> {
    return new Map([...this.eventOf].map(([item, eventId]) => [item.features.id, eventId]))
  }

  /** Article ids of an event that are still live. */
  membersOf(eventId: string): string[] {
    return this.events.get(eventId)?.members.map((m) => m.features.id) ?? []
  }

  /**
   * Groups the recent articles anew and answers what changed. Ids stay: an event keeps its id where its oldest article goes,
   * and the older event survives a merge. Up to `settleWhole` recent articles the answer depends on the set of them alone.
   */
  settle(): Change[] {
    return finish(this.settling())
  }

  /** `settle` with pauses of a few milliseconds at most between them. Until it has ended nothing can be placed. */
  *settling(): Generator<void, Change[]> {
    this.isSettling = true
    try {
      return yield* this.settleUpTo(this.newest)
    } finally {
      this.isSettling = false
    }
  }

  private *settleUpTo(now: number): Generator<void, Change[]> {
    this.settledAt = now
    const live = [...this.index.items.values()].sort(compareItems)
    const young = live.filter((item) => item.features.at >= now - this.settleMs)
    const isWhole = young.length <= this.settleWhole
    const spokenOf = this.eventsOf(this.spokenOf)
    const apart = isWhole
      ? young
      : young.filter((item) => this.fresh.has(item) || spokenOf.has(this.eventOf.get(item) ?? ''))
    const arrivals = new Map(isWhole ? [] : this.fresh)
    this.fresh.clear()
    this.spokenOf.clear()
    this.index.vocabulary.refresh()
    if (isWhole) this.index.reweighAll()
    else this.index.reweigh(apart)
    yield
    const most = isWhole ? AMONG_ALL : AMONG_MANY
    const edges = yield* this.index.edgesAmong(apart, this.keepMs, most, (item) => arrivals.get(item)?.ties)
    const inPlay = isWhole ? live : this.reachedFrom(apart, edges)
    const sure = surePairs(
      arrivals,
      (item, surest) => this.index.isLive(surest) && !spokenOf.has(this.eventOf.get(item) ?? ''),
    )
    const starts = startsOf(inPlay, new Set(apart), this.eventOf, this.constraints, sure)
    const clusters = yield* agglomerate(starts, edges, (a, b, edge) => this.judge(a, b, edge))
    return this.adopt(inPlay, clusters)
  }

  private touch(...articleIds: string[]): void {
    for (const id of articleIds) {
      const item = this.index.items.get(id)
      if (item) this.spokenOf.add(item)
    }
  }

  private eventsOf(items: Iterable<Item>): Set<string> {
    const found = new Set<string>()
    for (const item of items) {
      const eventId = this.eventOf.get(item)
      if (eventId !== undefined) found.add(eventId)
    }
    return found
  }

  /** The articles given and all those of every event that an edge or a person's word leads to, oldest first. */
  private reachedFrom(apart: readonly Item[], edges: readonly [Item, Item, Edge][]): Item[] {
    const bound = apart
      .flatMap((item) => this.constraints.others(item.features.id, 'same'))
      .flatMap((id) => this.index.items.get(id) ?? [])
    const events = this.eventsOf([...apart, ...bound, ...edges.map(([, other]) => other)])
    return [...events].flatMap((eventId) => this.events.get(eventId)?.members ?? []).sort(compareItems)
  }

  private adopt(items: readonly Item[], clusters: readonly Cluster[]): Change[] {
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
      const eventId = free ?? this.options.newId(oldest.features)
      taken.add(eventId)
      this.events.set(eventId, cluster)
      for (const member of members) this.eventOf.set(member, eventId)
    }
    return this.changesSince(before)
  }

  private changesSince(before: ReadonlyMap<Item, string>): Change[] {
    return movesBetween(before, this.eventOf).flatMap(({ from, into, members, isWhole }): Change[] => {
      const why = this.explainMove(members, into)
      if (isWhole) return [{ kind: 'merge', from, into, why }]
      return members.map(({ features }) => ({ kind: 'move', articleId: features.id, from, to: into, why }))
    })
  }

  private explainMove(members: readonly Item[], into: string): Evidence[] {
    const rest = this.events.get(into)?.members.filter((m) => !members.includes(m)) ?? []
    if (rest.length === 0) return []
    return this.explain(
      Cluster.of(rest.slice(0, 50)),
      Cluster.of(members.slice(0, 50)),
      bestEdge(members, rest, (a, b) => this.index.edge(a, b)),
    )
  }

  /** Log-odds that two clusters are one happening; minus infinity when a person said otherwise. */
  private judge(a: Cluster, b: Cluster, edge: Edge): number {
    if (this.constraints.forbid(idsOf(a.members), idsOf(b.members))) return -Infinity
    const signals = likeness(a, b, edge, this.index.vocabulary),
      across = areAcross(a, b)
    if (this.options.witness)
      this.options.witness(signals, across, [...idsOf(a.members)], [...idsOf(b.members)])
    return logOdds(signals, across, this.model) + beyondSignals(edge)
  }

  private explain(event: Cluster, article: Cluster, edge: Edge): Evidence[] {
    return evidenceOf(event, article, edge, this.index.vocabulary, this.model)
  }

  /** The neighbours of an article, and one article each of events that are like it as a whole. */
  private around(item: Item): { near: [Item, Edge][]; wider: [Item, Edge][] } {
    const pool = this.index.pool(item, this.keepMs)
    const near = this.index.near(item, pool)
    const taken = new Set(near.map(([other]) => this.eventOf.get(other)))
    const wider = widerEvents(item, [...pool.own, ...pool.meant], (other) => {
      const eventId = this.eventOf.get(other)
      return eventId === undefined || taken.has(eventId) ? undefined : this.events.get(eventId)
    })
    return { near, wider: wider.map((other) => [other, this.index.edge(item, other)]) }
  }

  private weighEvents(single: Cluster, near: readonly [Item, Edge][]): Candidate[] {
    const edges = new Map<string, Edge>()
    for (const [other, edge] of near) {
      const eventId = this.eventOf.get(other)
      if (eventId === undefined) continue
      const known = edges.get(eventId)
      edges.set(eventId, known ? nearer(known, edge) : edge)
    }
    const [article] = single.members
    const bound = new Set(
      article
        ? this.constraints.others(article.features.id, 'same').flatMap((id) => this.eventIdOf(id) ?? [])
        : [],
    )
    for (const eventId of bound) if (!edges.has(eventId)) edges.set(eventId, noEdge)
    return [...edges]
      .flatMap(([eventId, edge]) => {
        const cluster = this.events.get(eventId)
        return cluster
          ? [{ eventId, cluster, edge, score: this.judge(cluster, single, edge), bound: bound.has(eventId) }]
          : []
      })
      .sort(
        (a, b) => Number(b.bound) - Number(a.bound) || b.score - a.score || (a.eventId < b.eventId ? -1 : 1),
      )
      .slice(0, EVENTS_CONSIDERED)
  }

  private joinEvents(a: string, b: string, edge: Edge): Change[] {
    const left = this.events.get(a),
      right = this.events.get(b)
    if (!left || !right || left === right || this.judge(left, right, edge) <= SURE) return []
    const [oldA, oldB] = [left.oldest, right.oldest]
    const keepA = !oldB || (oldA !== undefined && compareItems(oldA, oldB) <= 0)
    const [into, from] = keepA ? [a, b] : [b, a]
    const [stays, goes] = keepA ? [left, right] : [right, left]
    const why = this.explain(stays, goes, edge)
    for (const member of goes.members) this.eventOf.set(member, into)
    stays.absorb(goes)
    this.events.delete(from)
    return [{ kind: 'merge', from, into, why }]
  }

  private copyAmong(
    item: Item,
    near: readonly [Item, Edge][],
    eventId: string,
  ): { root: string; kind: LineageKind } | undefined {
    let best: { other: Item; copy: number } | undefined
    for (const [other, edge] of near)
      if (edge.copy > 0 && compareItems(other, item) < 0 && this.eventOf.get(other) === eventId)
        if (
          !best ||
          edge.copy > best.copy ||
          (edge.copy === best.copy && compareItems(other, best.other) < 0)
        )
          best = { other, copy: edge.copy }
    const copy = best && copyBetween(best.other.features, item.features)
    if (!best || !copy) return undefined
    const { id } = best.other.features
    return { root: this.rootOf.get(id) ?? id, kind: copy.kind }
  }

  private put(item: Item, eventId: string): void {
    this.eventOf.set(item, eventId)
    const event = this.events.get(eventId)
    if (event) event.add(item)
    else this.events.set(eventId, Cluster.of([item]))
  }

  private eventIdOf(articleId: string): string | undefined {
    const item = this.index.items.get(articleId)
    return item && this.eventOf.get(item)
  }

  /** Lets time pass: settles when due, drops what is too old. */
  private pass(at: number): Change[] {
    if (at <= this.newest) return []
    this.newest = at
    const every = (this.options.settleEveryHours ?? 24) * 36e5
    if (this.settledAt === -Infinity) this.settledAt = at
    // at fixed hours, whichever article comes first after them, so that order within the hour leaves no trace
    const due = every > 0 ? Math.floor(at / every) * every : -Infinity
    const changes = due > this.settledAt ? finish(this.settleUpTo(due)) : []
    const sweep = Math.floor(at / (this.keepMs / 24)) * (this.keepMs / 24)
    if (sweep > this.sweptAt) {
      this.sweptAt = sweep
      this.forget([...this.index.items.values()].filter((item) => item.features.at < sweep - this.keepMs))
    }
    return changes
  }

  private forget(gone: readonly Item[]): void {
    const touched = new Set<string>()
    for (const item of gone) {
      const eventId = this.eventOf.get(item)
      if (eventId !== undefined) touched.add(eventId)
      this.eventOf.delete(item)
      this.rootOf.delete(item.features.id)
      this.fresh.delete(item)
      this.spokenOf.delete(item)
      this.index.remove(item)
    }
    const left = new Set(gone)
    for (const eventId of touched) {
      const rest = this.events.get(eventId)?.members.filter((m) => !left.has(m)) ?? []
      if (rest[0]) this.events.set(eventId, Cluster.of(rest))
      else this.events.delete(eventId)
    }
  }
}

/** A clusterer with nothing in it. */
export const createClusterer = (options: ClustererOptions): Clusterer => new Clusterer(options)

type Candidate = { eventId: string; cluster: Cluster; edge: Edge; score: number; bound: boolean }

/** Runs steps to their end and answers what they return. */
function finish<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
