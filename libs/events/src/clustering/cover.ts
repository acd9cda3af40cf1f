import type { Cluster } from './cluster.ts'
import { walkBoth } from './sparse.ts'
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
  let left = 0,
    right = 0,
    met = 0,
    lackingThere = 0,
    lackingHere = 0
  const [only] = a.languages.keys()
  const isOne = a.languages.size === 1 && b.languages.size === 1
  let n = isOne ? a.languages.get(only ?? '') : undefined,
    m = isOne ? b.languages.get(only ?? '') : undefined
  walkBoth(a.said, b.said, (id, count, other) => {
    if (!isOne) {
      const lang = vocabulary.languageOf(id)
      n = a.languages.get(lang)
      m = b.languages.get(lang)
    }
    if (n === undefined || m === undefined) return
    const rarity = vocabulary.surprisal(id)
    const here = count / n,
      there = other / m
    left += rarity * here
    right += rarity * there
    met += rarity * Math.min(here, there)
    if (here >= MOST_TITLES && there <= HARDLY_ANY) lackingThere = Math.max(lackingThere, rarity - COMMON)
    if (there >= MOST_TITLES && here <= HARDLY_ANY) lackingHere = Math.max(lackingHere, rarity - COMMON)
  })
  return { ...sharesMet(met, left, right), lacking: Math.min(lackingThere, lackingHere) }
}

/** What both sides say as shares, 0 to 1, of what each says: the lesser and the greater. */
export function sharesMet(met: number, left: number, right: number): { least: number; most: number } {
  const one = left > 0 ? met / left : 0,
    two = right > 0 ? met / right : 0
  return { least: Math.min(one, two), most: Math.max(one, two) }
}
