import { isStopWord, STOP_WORDS } from './stop-words.ts'
import { conceptOf, isProperName } from './concepts.ts'
import { termsOf, type Token } from './terms.ts'

const UPPER = /^\p{Lu}/u
const HAS_CASE = /\p{Ll}|\p{Lu}/u
const ENDS_SENTENCE = /[.!?:;«“"„–—|\n]\s*$/

/**
 * Tokens that look like names by their capital letter inside a sentence. Headlines in Title Case and scripts without case
 * tell nothing: there every word that is no stop word is taken, and rarity must do the sorting.
 */
export function nameTokens(text: string, found: readonly Token[], lang: string): Token[] {
  const cased = found.filter((t) => HAS_CASE.test(t.surface) && t.folded.length > 3)
  if (cased.length === 0)
    return found.filter((t) => t.folded.length > 2 && !STOP_WORDS.has(t.folded) && !/^\d/.test(t.folded))
  const capitals = cased.filter((t) => UPPER.test(t.surface))
  const everyWord = cased.length > 2 && capitals.length > 0.75 * cased.length
  const inside = new Set<string>()
  const out: Token[] = []
  for (const [i, token] of found.entries()) {
    if (
      !UPPER.test(token.surface) ||
      token.folded.length < 3 ||
      isStopWord(token.folded, lang) ||
      STOP_WORDS.has(token.folded)
    )
      continue
    const opens = i === 0 || ENDS_SENTENCE.test(text.slice(Math.max(0, token.start - 3), token.start))
    if (!opens || everyWord) inside.add(token.folded)
    out.push(token)
  }
  const opener = found[0]
  return out.filter(
    (t) =>
      inside.has(t.folded) ||
      (t === opener && inside.size === 0) ||
      (t.surface.length > 1 && t.surface === t.surface.toUpperCase()) ||
      t === opener,
  )
}

/**
 * Name tokens where capitals can tell: not in headlines in Title Case, not in scripts without case, not in German. There the
 * names that the glossary knows are taken.
 */
export function knownNames(text: string, found: readonly Token[], lang: string): Token[] {
  const cased = found.filter((t) => HAS_CASE.test(t.surface) && t.folded.length > 3)
  const capitals = cased.filter((t) => UPPER.test(t.surface)).length
  const canTell = lang !== 'de' && cased.length > 0 && capitals <= 0.6 * cased.length
  return canTell ? nameTokens(text, found, lang) : found.filter((token) => isFamous(token, lang))
}

function isFamous(token: Token, lang: string): boolean {
  const [term] = termsOf([token], lang)
  const concept = term === undefined ? undefined : conceptOf(token.folded, term, lang)
  return concept !== undefined && isProperName(concept)
}
