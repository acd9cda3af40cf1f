import { common, entries, pivotWords, places } from '../../models/xling/lexicon.js'

/** English stems that a word of another language may stand for, with probabilities of 0 to 1. */
export type Translation = readonly (readonly [pivot: string, probability: number])[]

type Table = { exact: Map<string, Translation>; stems: string[] }

const pivots = pivotWords.split(' ')
const tables = new Map<string, Table>()

/** Placenames of the lexicon by English stem, with the country they lie in. */
const countryOf = new Map<string, string>(
  places
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', country = ''] = line.split('\t')
      return [name, country]
    }),
)

const countries = new Set([...countryOf].filter(([, country]) => country.endsWith('*')).map(([name]) => name))
for (const name of countries) countryOf.set(name, (countryOf.get(name) ?? '').slice(0, 2))

/**
 * Share of articles, 0 to 1, that a stem is expected in before any article was seen; rank in the shipped frequency list
 * stands for it (Zipf). Words off the list answer 0.
 */
export function expectedShare(word: string, lang: string): number {
  const rank = commonRanks(lang).get(word)
  return rank === undefined ? 0 : Math.min(0.3, 1.2 / (rank + 4))
}

const ranks = new Map<string, Map<string, number>>()
function commonRanks(lang: string): Map<string, number> {
  let known = ranks.get(lang)
  if (!known) {
    known = new Map((common[lang] ?? '').split(' ').map((word, rank) => [word, rank]))
    ranks.set(lang, known)
  }
  return known
}

/** The country (ISO code or its English stem) of a place known by its English stem. */
export const countryOfPlace = (pivot: string): string | undefined => countryOf.get(pivot)

/** Whether a place known by its English stem is a country itself: the first named of each. */
export const isCountry = (pivot: string): boolean => countries.has(pivot)

/** Whether a bilingual table exists for `lang`. */
export const hasLexicon = (lang: string): boolean => entries[lang] !== undefined

/** Whether the bilingual table or the frequency list of `lang` has this stem. */
export const isKnownStem = (stem: string, lang: string): boolean =>
  commonRanks(lang).has(stem) || tableOf(lang)?.exact.has(stem) === true

/** What `stem` may mean in English; words the table lacks fall back to few entries that share their first six letters. */
export function translationsOf(stem: string, lang: string): Translation {
  const table = tableOf(lang)
  if (!table) return []
  const exact = table.exact.get(stem)
  if (exact) return exact
  if (stem.length < 6) return []
  const prefix = stem.slice(0, 6)
  const near: (readonly [string, number])[] = []
  let siblings = 0
  for (let i = lowerBound(table.stems, prefix); i < table.stems.length; i++) {
    const other = table.stems[i] ?? ''
    if (!other.startsWith(prefix)) break
    if (++siblings > 5) return []
    near.push(...(table.exact.get(other) ?? []))
  }
  return near.map(([pivot, p]) => [pivot, (0.6 * p) / Math.sqrt(siblings)] as const)
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0,
    high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sorted[mid] ?? '') < wanted) low = mid + 1
    else high = mid
  }
  return low
}

/** Lines are `<shared prefix length, base 36><rest> <pivot index, base 36><probability, one sign a..z>…`, sorted by stem. */
function tableOf(lang: string): Table | undefined {
  const known = tables.get(lang)
  if (known) return known
  const packed = entries[lang]
  if (packed === undefined) return undefined
  const exact = new Map<string, Translation>()
  let previous = ''
  for (const line of packed.split('\n')) {
    const [head = '', ...coded] = line.split(' ')
    if (!head) continue
    previous = previous.slice(0, parseInt(head.charAt(0), 36)) + head.slice(1)
    exact.set(
      previous,
      coded.map(
        (one) =>
          [pivots[parseInt(one.slice(0, -1), 36)] ?? '', (parseInt(one.slice(-1), 36) + 1) / 36] as const,
      ),
    )
  }
  const table = { exact, stems: [...exact.keys()].sort((a, b) => (a < b ? -1 : 1)) }
  tables.set(lang, table)
  return table
}
