import { Cluster } from './cluster.ts'
import { type Edge, nearer } from './edge.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

/** How two clusters are judged: above 0 they become one. */
export type Judge = (a: Cluster, b: Cluster, edge: Edge) => number

/** `pairs` is how many pairs of articles there were when it was judged, 0 before. */
type Link = { edge: Edge; score: number; pairs: number; fresh: boolean }
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

const unjudged = { score: 0, pairs: 0 }

function connect(p: Node, q: Node, edge: Edge, judged: Pick<Link, 'score' | 'pairs'> = unjudged): void {
  const known = p.links.get(q)
  const { score, pairs } = known ?? judged
  const link = { edge: known ? nearer(known.edge, edge) : edge, score, pairs, fresh: false }
  p.links.set(q, link)
  q.links.set(p, link)
}

/** Two clusters judged below this are not looked at again, whatever they grow to: a fifth of all judging, for nothing lost. */
const HOPELESS = -5
/** One judged below this is judged again only when there are this many times as many pairs: of 230,000 such judgements six changed anything. */
const UNLIKELY = -2
const GROWN = 1.3

const isDue = (link: Link, pairs: number): boolean =>
  !link.fresh && (link.pairs === 0 || link.score > UNLIKELY || pairs > GROWN * link.pairs)

function bestOf(node: Node, judge: Judge): Node | undefined {
  let best: Node | undefined,
    most = 0
  for (const [other, link] of node.links) {
    const pairs = node.cluster.members.length * other.cluster.members.length
    if (isDue(link, pairs)) {
      link.score = judge(
        node.rank < other.rank ? node.cluster : other.cluster,
        node.rank < other.rank ? other.cluster : node.cluster,
        link.edge,
      )
      link.fresh = true
      link.pairs = pairs
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
    if (other !== into) connect(into, other, link.edge, link)
  }
  for (const link of into.links.values()) link.fresh = false
}
