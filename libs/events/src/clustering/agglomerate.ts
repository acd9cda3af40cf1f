import { Cluster } from './cluster.ts'
import { type Edge, nearer } from './edge.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

/** How two clusters are judged: above 0 they become one. */
export type Judge = (a: Cluster, b: Cluster, edge: Edge) => number

type Link = { edge: Edge; score: number; fresh: boolean }
type Node = { cluster: Cluster; rank: number; links: Map<Node, Link>; alive: boolean }

/**
 * Puts articles together bottom-up: in each round every pair of clusters that are each other's best, and judged above 0,
 * becomes one. Ties go to the older, so the answer depends on the set of articles and edges, not on any order. Pauses after
 * every cluster that was weighed.
 */
export function* agglomerate(
  starts: readonly (readonly Item[])[],
  edges: Iterable<readonly [Item, Item, Edge]>,
  judge: Judge,
  onMerge?: (a: Cluster, b: Cluster, score: number) => void,
): Generator<void, Cluster[]> {
  const nodeOf = new Map<Item, Node>()
  const ordered = starts
    .map((s) => [...s].sort(compareItems))
    .sort((a, b) => (a[0] && b[0] ? compareItems(a[0], b[0]) : 0))
  const nodes = ordered.map((members, rank): Node => {
    const node = { cluster: Cluster.of(members), rank, links: new Map<Node, Link>(), alive: true }
    for (const member of members) nodeOf.set(member, node)
    return node
  })
  for (const [a, b, edge] of edges) {
    const p = nodeOf.get(a),
      q = nodeOf.get(b)
    if (p && q && p !== q) connect(p, q, edge)
  }
  let changed: Iterable<Node> = nodes
  const best = new Map<Node, Node | undefined>()
  for (;;) {
    for (const node of changed) {
      best.set(node, bestOf(node, judge))
      yield
    }
    const merging: [Node, Node][] = []
    for (const [node, other] of best)
      if (other && best.get(other) === node && node.rank < other.rank) merging.push([node, other])
    if (merging.length === 0) break
    const touched = new Set<Node>()
    for (const [a, b] of merging.sort((x, y) => x[0].rank - y[0].rank)) {
      onMerge?.(a.cluster, b.cluster, a.links.get(b)?.score ?? 0)
      merge(a, b)
      best.delete(b)
      touched.add(a)
    }
    for (const node of [...touched]) for (const other of node.links.keys()) touched.add(other)
    changed = touched
  }
  return nodes.filter((node) => node.alive).map((node) => node.cluster)
}

function connect(p: Node, q: Node, edge: Edge): void {
  const known = p.links.get(q)
  const link = { edge: known ? nearer(known.edge, edge) : edge, score: 0, fresh: false }
  p.links.set(q, link)
  q.links.set(p, link)
}

/** Two clusters judged below this are not looked at again, whatever they grow to: a fifth of all judging, for nothing lost. */
const HOPELESS = -5

function bestOf(node: Node, judge: Judge): Node | undefined {
  let best: Node | undefined,
    most = 0
  for (const [other, link] of node.links) {
    if (!link.fresh) {
      link.score = judge(
        node.rank < other.rank ? node.cluster : other.cluster,
        node.rank < other.rank ? other.cluster : node.cluster,
        link.edge,
      )
      link.fresh = true
    }
    if (link.score < HOPELESS) {
      node.links.delete(other)
      other.links.delete(node)
      continue
    }
    if (link.score > most || (best && link.score === most && other.rank < best.rank)) {
      best = other
      most = link.score
    }
  }
  return best
}

function merge(into: Node, from: Node): void {
  into.cluster.absorb(from.cluster)
  from.alive = false
  into.links.delete(from)
  for (const [other, link] of from.links) {
    other.links.delete(from)
    if (other !== into) connect(into, other, link.edge)
  }
  for (const link of into.links.values()) link.fresh = false
}
