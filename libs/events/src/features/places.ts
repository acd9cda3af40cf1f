import { conceptOf } from './concepts.ts'
import { countryOfPlace, isCountry as isCountryName, translationsOf } from './lexicon.ts'
import { termsOf, type Token } from './terms.ts'

/** Countries that the glossary calls otherwise than the list of places does. */
const CALLED: Record<string, string> = {
  usa: 'US',
  uk: 'GB',
  emirates: 'AE',
  newzealand: 'NZ',
  southkorea: 'KR',
  northkorea: 'KP',
  southafrica: 'ZA',
  'czech*': 'CZ',
}
/** A translation names a place only when this likely. */
const LIKELY = 0.4
const LEAD_TOKENS = 40
const MOST = 8
const LOWER = /^\p{Ll}/u

/** The country (ISO code) that a concept of the glossary stands for, by its name or its people. */
export const countryOfConcept = (concept: string): string | undefined =>
  CALLED[concept] ?? (isCountryName(concept) ? countryOfPlace(concept) : undefined)

/** The country (ISO code) that a place, as `placesOf` names it, is or lies in; '' when unknown. */
export const countryOf = (place: string): string => CALLED[place] ?? countryOfPlace(place) ?? ''

/** `US` in capitals, which in small letters is a pronoun. */
export const isUnitedStates = ({ surface }: Token, lang: string): boolean =>
  lang === 'en' && surface.replaceAll('.', '') === 'US'

/** Whether a place, as `placesOf` names it, is a whole country. */
export const isCountry = (place: string): boolean => isCountryName(place) || CALLED[place] !== undefined

/**
 * Places named in a title or at the start of a text, each with its country (ISO code): towns by their English stem, countries
 * by their name or their people's. A word in small letters is no place where a language writes places with capitals: `fez` is
 * Portuguese for did.
 */
export function placesOf(title: readonly Token[], lead: readonly Token[], lang: string): [string, string][] {
  const found = new Map<string, string>()
  for (const token of [...title, ...lead.slice(0, LEAD_TOKENS)]) {
    if (isUnitedStates(token, lang)) found.set('usa', 'US')
    const [term] = termsOf([token], lang)
    if (!term) continue
    const concept = conceptOf(token.folded, term, lang)
    const country = concept === undefined ? undefined : countryOfConcept(concept)
    if (concept !== undefined && country) found.set(concept, country)
    if (LOWER.test(token.surface)) continue
    const meanings = lang === 'en' ? [[term, 1] as const] : translationsOf(term, lang)
    for (const [pivot, probability] of meanings) {
      const known = countryOfPlace(pivot)
      if (known && probability > LIKELY && !(country && isCountryName(pivot))) found.set(pivot, known)
    }
  }
  return [...found].slice(0, MOST)
}
