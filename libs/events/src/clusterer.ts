import type { ArticleRole, LineageKind } from '@newsbraid/model'
import type { ArticleFeatures } from './features/article-features.ts'
import { arrivalOf } from './clustering/arrival.ts'
import type { Change } from './clustering/changes.ts'
import { Cluster } from './clustering/cluster.ts'
import { type Edge, nearer, noEdge } from './clustering/edge.ts'
import { type Constraint, Constraints } from './clustering/constraints.ts'
import { isFollowup } from './clustering/followup.ts'
import type { Item } from './clustering/item.ts'
import { Judge } from './clustering/judge.ts'
import { LiveIndex } from './clustering/live-index.ts'
import { defaultModel } from './clustering/merge-model.ts'
import { compareItems } from './clustering/order.ts'
import type { ClustererOptions, Placement } from './clustering/placement.ts'
import { Settlement } from './clustering/settlement.ts'
import { Standing } from './clustering/standing.ts'
import { widerEvents } from './clustering/wider.ts'
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
  private readonly rootOf = new Map<string, string>()
  private readonly standing: Standing
  private readonly judge: Judge
  private readonly settlement: Settlement
  private readonly keepMs: number
  private readonly settleEveryMs: number
  private isSettling = false
  private newest = -Infinity
  private settledAt = -Infinity
  private sweptAt = -Infinity

  constructor(private readonly options: ClustererOptions) {
    const { newId, model = defaultModel, witness } = options
    this.keepMs = (options.keepHours ?? 14 * 24) * 36e5
    this.settleEveryMs = (options.settleEveryHours ?? 24) * 36e5
    this.standing = new Standing(newId)
    this.judge = new Judge(this.index.vocabulary, this.constraints, model, witness)
    this.settlement = new Settlement(this.index, this.standing, this.constraints, this.judge, {
      keepMs: this.keepMs,
      settleMs: (options.settleHours ?? 5 * 24) * 36e5,
      settleWhole: options.settleWhole ?? 4000,
    })
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
      (other) => this.standing.of(other),
    )
    const best = candidates.find((c) => c.score > 0 || c.bound)
    const eventId = best?.eventId ?? this.options.newId(features)
    const why = best ? this.judge.explain(best.cluster, single, best.edge) : []
    const copy = this.copyAmong(item, near, eventId)
    const role: ArticleRole = copy ? 'copy' : best && isFollowup(item, best.cluster) ? 'followup' : 'report'
    this.settlement.note(item, arrival)
    this.standing.put(item, eventId)
    if (copy) this.rootOf.set(features.id, copy.root)
    for (const other of candidates)
      if (other !== best && best && other.score > 0)
        changes.push(...this.joinEvents(eventId, other.eventId, other.edge))
    return {
      articleId: features.id,
      eventId: this.standing.of(item) ?? eventId,
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
    this.standing.put(this.index.add(features), eventId)
    if (copyOf) this.rootOf.set(features.id, copyOf)
  }

  /** Takes a person's word on two articles. Obeyed by every later `place` and `settle`; call `settle` to see it at once. */
  constrain(constraint: Constraint): void {
    this.constraints.set(constraint)
    this.settlement.touch(constraint.a, constraint.b)
  }

  /** Takes a constraint back; answers whether there was one. */
  unconstrain(a: string, b: string): boolean {
    this.settlement.touch(a, b)
    return this.constraints.unset(a, b)
  }

  /** Live articles and their events. */
  assignments(): Map<string, string> {
    return new Map([...this.standing.entries()].map(([item, eventId]) => [item.features.id, eventId]))
  }

  /** Article ids of an event that are still live. */
  membersOf(eventId: string): string[] {
    return this.standing.members(eventId).map((m) => m.features.id)
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

  private settleUpTo(now: number): Generator<void, Change[]> {
    this.settledAt = now
    return this.settlement.upTo(now)
  }

  /** The neighbours of an article, and one article each of events that are like it as a whole. */
  private around(item: Item): { near: [Item, Edge][]; wider: [Item, Edge][] } {
    const pool = this.index.pool(item, this.keepMs)
    const near = this.index.near(item, pool)
    const taken = new Set(near.map(([other]) => this.standing.of(other)))
    const wider = widerEvents(item, [...pool.own, ...pool.meant], (other) => {
      const eventId = this.standing.of(other)
      return eventId === undefined || taken.has(eventId) ? undefined : this.standing.cluster(eventId)
    })
    return { near, wider: wider.map((other) => [other, this.index.edge(item, other)]) }
  }

  private weighEvents(single: Cluster, near: readonly [Item, Edge][]): Candidate[] {
    const edges = new Map<string, Edge>()
    for (const [other, edge] of near) {
      const eventId = this.standing.of(other)
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
        const cluster = this.standing.cluster(eventId)
        return cluster
          ? [
              {
                eventId,
                cluster,
                edge,
                score: this.judge.score(cluster, single, edge),
                bound: bound.has(eventId),
              },
            ]
          : []
      })
      .sort(
        (a, b) => Number(b.bound) - Number(a.bound) || b.score - a.score || (a.eventId < b.eventId ? -1 : 1),
      )
      .slice(0, EVENTS_CONSIDERED)
  }

  private joinEvents(a: string, b: string, edge: Edge): Change[] {
    const left = this.standing.cluster(a),
      right = this.standing.cluster(b)
    if (!left || !right || left === right || this.judge.score(left, right, edge) <= SURE) return []
    const [oldA, oldB] = [left.oldest, right.oldest]
    const keepA = !oldB || (oldA !== undefined && compareItems(oldA, oldB) <= 0)
    const [into, from] = keepA ? [a, b] : [b, a]
    const why = keepA ? this.judge.explain(left, right, edge) : this.judge.explain(right, left, edge)
    this.standing.absorb(into, from)
    return [{ kind: 'merge', from, into, why }]
  }

  private copyAmong(
    item: Item,
    near: readonly [Item, Edge][],
    eventId: string,
  ): { root: string; kind: LineageKind } | undefined {
    let best: { other: Item; copy: number } | undefined
    for (const [other, edge] of near)
      if (edge.copy > 0 && compareItems(other, item) < 0 && this.standing.of(other) === eventId)
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

  private eventIdOf(articleId: string): string | undefined {
    const item = this.index.items.get(articleId)
    return item && this.standing.of(item)
  }

  /** Lets time pass: settles when due, drops what is too old. */
  private pass(at: number): Change[] {
    if (at <= this.newest) return []
    this.newest = at
    const every = this.settleEveryMs
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
    this.standing.remove(gone)
    for (const item of gone) {
      this.rootOf.delete(item.features.id)
      this.settlement.forget(item)
      this.index.remove(item)
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
