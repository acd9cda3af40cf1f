import { conceptOf, conceptOfPhrase } from './concepts.ts'
import { countryOfPlace, hasLexicon, translationsOf } from './lexicon.ts'
import { countryOfConcept, isUnitedStates } from './places.ts'
import { skeletonOfWord } from './skeleton.ts'
import { stem, termsOf, type Token } from './terms.ts'

/** A word the glossary knows also keeps its own meaning, for the shades the concept drops. */
const BESIDE_CONCEPT = 0.5
/** What a word may mean is taken for a concept only when this likely: `juego` is now and then translated as son. */
const LIKELY = 0.4
/** A word in Latin letters may stand as it is in another language. */
const AS_IT_IS = 0.5
const SKELETON = 0.3
/** A capital stands for its state: Paris here is France there. */
const STATE = 0.6

/**
 * What the words of a text may mean whatever the language, with weights of 0 to 1: concepts of the glossary (`=name`),
 * English stems from the bilingual lexicon, countries (`@CC`), and consonant skeletons (`~`) for names.
 */
export function meaningsOf(found: readonly Token[], lang: string): Map<string, number> {
  const weights = new Map<string, number>()
  const give = (key: string, weight: number): void => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight)
  }
  const before: string[] = []
  for (const token of found) {
    const skeleton = skeletonOfWord(token.surface, token.folded, lang)
    if (isUnitedStates(token, lang)) {
      give('=usa', 1)
      give('@US', STATE)
    }
    const [term] = termsOf([token], lang)
    if (!term) continue
    if (skeleton.length >= 4 || (skeleton && token.folded.length >= 5)) give(`~${skeleton}`, SKELETON)
    const phrase =
      conceptOfPhrase([...before.slice(-1), term], lang) ?? conceptOfPhrase([...before, term], lang)
    if (phrase !== undefined) give(`=${phrase}`, 1)
    before.push(term)
    if (before.length > 2) before.shift()
    const concept = conceptOf(token.folded, term, lang)
    if (concept !== undefined) give(`=${concept}`, 1)
    const named = concept === undefined ? undefined : countryOfConcept(concept)
    if (named) give(`@${named}`, STATE)
    const share = concept === undefined ? 1 : BESIDE_CONCEPT
    for (const [pivot, probability] of englishOf(token.folded, term, lang)) {
      give(pivot, probability * share)
      const canonical =
        concept === undefined && probability >= LIKELY ? conceptOf(pivot, pivot, 'en') : undefined
      if (canonical !== undefined && lang !== 'en') give(`=${canonical}`, probability)
      const country = countryOfPlace(pivot)
      if (country) give(`@${country}`, STATE * probability)
    }
  }
  return weights
}

function englishOf(folded: string, term: string, lang: string): (readonly [string, number])[] {
  if (lang === 'en' || !hasLexicon(lang)) return [[term, 1]]
  const meanings = [...translationsOf(term, lang)]
  if (/^[a-z0-9]+$/.test(folded)) meanings.push([stem(folded, 'en'), meanings.length > 0 ? AS_IT_IS : 1])
  return meanings
}
