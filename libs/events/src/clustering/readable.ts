import { skeletonOfWord } from '../features/skeleton.ts'
import { termsOf, tokens } from '../features/terms.ts'
import type { Cluster } from './cluster.ts'

/** Of each side as many titles are looked into for the words behind keys. */
const TITLES = 8
const TOLD = 5
const regions = new Intl.DisplayNames(['en'], { type: 'region' })

/**
 * Reads keys of the vocabulary, most telling first, to a person: the five first in words, as the titles of the two clusters spell
 * them, otherwise as stems; a name that the two spell differently in both spellings. Keys of which nothing readable is known
 * (consonants of a name in a body) are only counted.
 */
export function readerOf(a: Cluster, b: Cluster): (keys: readonly string[]) => string {
  let sides: Map<string, string>[] | undefined
  return (keys) => {
    sides ??= [a, b].map(spellings)
    const told: string[] = [],
      known = new Set<string>()
    for (const key of keys) {
      const spelt = wordsOf(key, sides).filter((text) => {
        const isNew = !known.has(text.toLowerCase())
        known.add(text.toLowerCase())
        return isNew
      })
      if (spelt.length > 0) told.push(spelt.join(' / '))
      if (told.length === TOLD) break
    }
    return told.length === 0 && keys.length > 0 ? `${keys.length} in common` : told.join(', ')
  }
}

/** One key in words: in several when the sides spell a name differently, in none when nobody could read it. */
function wordsOf(key: string, sides: readonly ReadonlyMap<string, string>[]): string[] {
  const [, view, rest = ''] = /^([a-z]):(.*)$/s.exec(key) ?? []
  const spelt = (as: string): string[] => sides.flatMap((side) => side.get(as) ?? [])
  if (view === 'w') return [spelt(rest)[0] ?? rest.slice(rest.indexOf(':') + 1)]
  if (rest.startsWith('~')) return spelt(rest)
  if (rest.startsWith('=')) return [rest.slice(1).replace(/[-_]/g, ' ')]
  if (/^@[A-Z]{2}$/.test(rest)) return [regions.of(rest.slice(1)) ?? rest]
  const [, kind, name] = /^@(.*)[:/]([^:/]+)$/.exec(rest) ?? []
  if (name !== undefined)
    return [kind?.endsWith('=country') ? (regions.of(name) ?? name) : name.replace(/[-_]/g, ' ')]
  return [spelt(`en:${rest}`)[0] ?? rest]
}

/** How titles spell stems (`en:train`) and consonant skeletons (`~TRN`). */
function spellings({ members }: Cluster): Map<string, string> {
  const found = new Map<string, string>()
  const note = (key: string, surface: string): void => {
    if (!found.has(key)) found.set(key, surface)
  }
  for (const { features } of members.slice(0, TITLES))
    for (const token of tokens(features.title)) {
      const skeleton = skeletonOfWord(token.surface, token.folded, features.lang)
      if (skeleton) note(`~${skeleton}`, token.surface)
      for (const term of termsOf([token], features.lang)) note(`${features.lang}:${term}`, token.surface)
    }
  return found
}
