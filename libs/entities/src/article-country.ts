import type { Found } from './found.ts'
import { aliasKey } from './names/aliases.ts'
import { countryOfCity, isSharedName, namesakeCountries } from './names/cities.ts'
import { countryOfAdjective } from './names/nationalities.ts'
import { bit } from './tagging/lexicon.ts'
import type { WordInfo } from './tagging/word-info.ts'

const NATION = bit('nation')
const SIGN = 7
const ARABIC = 8

/**
 * Code of the country that an article names at least twice, by its name, its adjective or a city, and twice as often as any
 * other. `isName` says which words stand in a person's name, where an adjective (`المصري`) says nothing.
 */
export function articleCountry(
  found: readonly Found[],
  words: readonly WordInfo[],
  isName: (word: number) => boolean,
): string | undefined {
  const counts = new Map<string, number>()
  const add = (code: string | undefined, times = 1) =>
    code && counts.set(code, (counts.get(code) ?? 0) + times)
  const places = new Map<string, number>()
  for (const m of found) if (m.type === 'place') places.set(m.name, (places.get(m.name) ?? 0) + 1)
  const shared = new Map([...places].filter(([name]) => isSharedName(name)))
  for (const [name, times] of places) if (!shared.has(name)) add(countryOfPlace(name), times)
  for (const [i, w] of words.entries()) if (isNation(w) && !isName(i)) add(countryOfAdjective(w.norm))
  for (const [name, times] of shared) add(sharedCountry(name, counts), times)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** `عمان` and `طرابلس` mean the better known place, unless the other one's country is spoken of more. */
function sharedCountry(name: string, counts: ReadonlyMap<string, number>): string | undefined {
  const better = countryOfPlace(name)
  const of = (code: string | undefined) => counts.get(code ?? '') ?? 0
  return namesakeCountries(name).find((code) => of(code) > of(better)) ?? better
}

const countryOfPlace = (name: string): string | undefined =>
  /^country:(\w\w)$/.exec(aliasKey(name, 'place') ?? '')?.[1] ?? countryOfCity(name)

/** The lists hold Arabic adjectives without the article. */
const isNation = ({ classes, stemClasses, shape, norm }: WordInfo): boolean =>
  ((classes | stemClasses) & NATION) !== 0 ||
  (shape === ARABIC && norm.startsWith('ال') && norm.length > 4 && (norm.endsWith('ي') || norm.endsWith('ه')))

/**
 * Code of the country whose adjective stands beside an organisation's words `[from, to)` and outside its name:
 * `«الجيش الوطني» الليبي`, `the Libyan [National Army]`.
 */
export function adjoiningCountry(words: readonly WordInfo[], from: number, to: number): string | undefined {
  const isArabic = words[from]?.shape === ARABIC
  const at = isArabic ? (words[to]?.shape === SIGN ? to + 1 : to) : from - 1
  const beside = words[at]
  // An adjective with a و of its own belongs to what follows it
  if (!beside || !isNation(beside) || (isArabic && !beside.norm.startsWith('ال'))) return undefined
  return countryOfAdjective(beside.norm)
}
