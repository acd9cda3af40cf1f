import { Cluster } from './cluster.ts'
import {
  type Backing,
  backingOf,
  BEYOND_BACKING,
  mostBacking,
  probabilityOf,
  type Reach,
  reachOf,
  type Tie,
} from './common-neighbours.ts'
import { type Edge, nearer } from './edge.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

/** How two clusters are judged by themselves: log-odds of their being one. */
export type Judge = (a: Cluster, b: Cluster, edge: Edge) => number

/** `pairs` is how many pairs of articles there were when it was judged, 0 before. */
type Link = Tie & { edge: Edge; pairs: number; fresh: boolean }
type Node = { cluster: Cluster; rank: number; links: Map<Node, Link>; alive: boolean; reach: Reach }
type Best = { node: Node; backing: Backing }

/**
 * Puts articles together bottom-up: in each round every pair of clusters that are each other's best, and above 0 with what
 * their neighbours say, becomes one. Ties go to the older, so the answer depends on the set of articles and edges, not on any
 * order. `onMerge` sees two before they become one. Pauses after every cluster that was weighed.
 */
export function* agglomerate(
  starts: readonly (readonly Item[])[],
  edges: Iterable<readonly [Item, Item, Edge]>,
  judge: Judge,
  onMerge?: (a: Cluster, b: Cluster, backing: Backing) => void,
): Generator<void, Cluster[]> {
  const nodeOf = new Map<Item, Node>()
  const ordered = starts
    .map((s) => [...s].sort(compareItems))
    .sort((a, b) => (a[0] && b[0] ? compareItems(a[0], b[0]) : 0))
  const nodes = ordered.map((members, rank): Node => {
    const node = {
      cluster: Cluster.of(members),
      rank,
      links: new Map<Node, Link>(),
      alive: true,
      reach: { clusters: 0, weight: 0 },
    }
    for (const member of members) nodeOf.set(member, node)
    return node
  })
  for (const [a, b, edge] of edges) {
    const p = nodeOf.get(a),
      q = nodeOf.get(b)
    if (p && q && p !== q) connect(p, q, edge)
  }
  let changed: Iterable<Node> = nodes
  const best = new Map<Node, Best | undefined>()
  for (;;) {
    for (const node of changed) {
      judgeLinks(node, judge)
      yield
    }
    for (const node of changed) node.reach = reachOf(node)
    for (const node of changed) {
      best.set(node, bestOf(node))
      yield
    }
    const merging: [Node, Best][] = []
    for (const [node, found] of best)
      if (found && best.get(found.node)?.node === node && node.rank < found.node.rank)
        merging.push([node, found])
    if (merging.length === 0) break
    const touched = new Set<Node>()
    for (const [a, { node: b, backing }] of merging.sort((x, y) => x[0].rank - y[0].rank)) {
      onMerge?.(a.cluster, b.cluster, backing)
      merge(a, b)
      best.delete(b)
      touched.add(a)
    }
    for (const node of [...touched]) for (const other of node.links.keys()) touched.add(other)
    changed = touched
  }
  return nodes.filter((node) => node.alive).map((node) => node.cluster)
}

const unjudged = { score: 0, probability: 0.5, pairs: 0 }

function connect(p: Node, q: Node, edge: Edge, judged: Omit<Link, 'edge' | 'fresh'> = unjudged): void {
  const known = p.links.get(q)
  const { score, probability, pairs } = known ?? judged
  const link = { edge: known ? nearer(known.edge, edge) : edge, score, probability, pairs, fresh: false }
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

function judgeLinks(node: Node, judge: Judge): void {
  for (const [other, link] of node.links) {
    const pairs = node.cluster.members.length * other.cluster.members.length
    if (isDue(link, pairs)) {
      const [older, younger] = node.rank < other.rank ? [node, other] : [other, node]
      link.score = judge(older.cluster, younger.cluster, link.edge)
      link.probability = probabilityOf(link.score)
      link.fresh = true
      link.pairs = pairs
    }
    if (link.score < HOPELESS) {
      node.links.delete(other)
      other.links.delete(node)
    }
  }
}

function bestOf(node: Node): Best | undefined {
  let best: Best | undefined,
    most = 0
  for (const [other, link] of node.links) {
    const { score } = link
    if (score < BEYOND_BACKING || score + mostBacking(link, node.reach, other.reach) < most) continue
    const backing = backingOf(node, other, link, node.reach, other.reach),
      all = score + backing.weight
    if (all > most || (best && all === most && other.rank < best.node.rank)) {
      best = { node: other, backing }
      most = all
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
