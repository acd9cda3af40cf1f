import type { Cluster } from './cluster.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How two clusters of a shared language cover each other's words. */
export type Cover = {
  /** Rarity of the words of one that the other says as often, as a share: of the side covered least and most */
  least: number
  most: number
  /** Rarity, above the common, of the rarest word that most titles of one hold and hardly any of the other: the lesser of both sides */
  lacking: number
}

const COMMON = 2.3
const MOST_TITLES = 0.5
const HARDLY_ANY = 0.1

/** Compares the words of titles in the languages that both sides have. */
export function coverOf(a: Cluster, b: Cluster, vocabulary: Vocabulary): Cover {
  const one = half(a, b, vocabulary),
    two = half(b, a, vocabulary)
  return {
    least: Math.min(one.covered, two.covered),
    most: Math.max(one.covered, two.covered),
    lacking: Math.min(one.lacking, two.lacking),
  }
}

function half(a: Cluster, b: Cluster, vocabulary: Vocabulary): { covered: number; lacking: number } {
  let all = 0,
    met = 0,
    lacking = 0
  for (const [id, count] of a.said.counts) {
    const lang = vocabulary.languageOf(id)
    const others = b.languages.get(lang)
    if (others === undefined) continue
    const rarity = vocabulary.surprisal(id)
    const share = count / (a.languages.get(lang) ?? 1),
      shareThere = (b.said.counts.get(id) ?? 0) / others
    all += rarity * share
    met += rarity * Math.min(share, shareThere)
    if (share >= MOST_TITLES && shareThere <= HARDLY_ANY) lacking = Math.max(lacking, rarity - COMMON)
  }
  return { covered: all > 0 ? met / all : 0, lacking }
}
