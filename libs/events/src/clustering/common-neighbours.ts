import type { Cluster } from './cluster.ts'

/** Two clusters that may be one: the log-odds of it, by themselves, and the probability that these are. */
export type Tie = { score: number; probability: number }

/** A cluster among those it may be one with. */
export type Neighbour<N> = { cluster: Cluster; links: ReadonlyMap<N, Tie> }

/** How many clusters one is likely to be of one happening with, by probability; and the same by the weight each has as a third. */
export type Reach = { clusters: number; weight: number }

/** What the neighbours of two clusters say of them. */
export type Backing = {
  /** Log-odds to add to those of the two themselves */
  weight: number
  /** How many articles outside them are, as far as their links tell, of one happening with both */
  articles: number
}

/** Set by hand; from 1.5 to 2.5, with the next from 0.7 to 1.8, events come out much alike. */
const FOR_SHARED = 2
/** Who has many likely neighbours of its own and shares few of them is another happening. */
const AGAINST_OWN = 1.3
/** Two with no neighbours at all have a little less behind them than the model supposes. */
const ALONE = 0.2
/** Two that are less likely to be one than this, by themselves, are not: whatever others say. */
export const BEYOND_BACKING = -3

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

const weightOf = ({ members }: Cluster): number => Math.log2(1 + members.length)

export function reachOf<N extends Neighbour<N>>({ links }: N): Reach {
  let clusters = 0,
    weight = 0
  for (const [other, { probability }] of links) {
    clusters += probability
    weight += probability * weightOf(other.cluster)
  }
  return { clusters, weight }
}

/** The weight of neighbours that two share, in nats, from how much they share and how many each has beside the other. */
const weigh = (shared: number, a: Reach, b: Reach, { probability }: Tie): number =>
  FOR_SHARED * Math.log1p(shared) -
  AGAINST_OWN * Math.log1p(Math.max(0, Math.min(a.clusters, b.clusters) - probability)) -
  ALONE

/** The most that `backingOf` can answer, without going through the neighbours. */
export const mostBacking = (tie: Tie, a: Reach, b: Reach): number =>
  weigh(Math.min(a.weight, b.weight), a, b, tie)

/**
 * Sameness is transitive: clusters like both of two speak for their being one, even where those two share little; every one
 * counts by the weaker of its two probabilities and the doublings of its size. After shared nearest neighbours (R. A. Jarvis
 * and E. A. Patrick, 1973) and the links of ROCK (S. Guha, R. Rastogi and K. Shim, 1999), with probabilities for yes and no.
 */
export function backingOf<N extends Neighbour<N>>(
  a: N,
  b: N,
  tie: Tie,
  reachA: Reach,
  reachB: Reach,
): Backing {
  const [fewer, more] = a.links.size <= b.links.size ? [a, b] : [b, a]
  let shared = 0,
    articles = 0
  for (const [other, { probability }] of fewer.links) {
    const also = more.links.get(other)
    if (!also) continue
    const both = Math.min(probability, also.probability)
    shared += both * weightOf(other.cluster)
    articles += both * other.cluster.members.length
  }
  return { weight: weigh(shared, reachA, reachB, tie), articles }
}
