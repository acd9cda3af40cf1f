import { guessLanguage } from './guess-language.ts'

const HAS_LETTER = /\p{L}/u
/**
 * Language of a text as BCP 47 primary subtag, `und` when it has no letters. `hint` (an html lang attribute, a feed's
 * language) decides only where the text is too short or undecided between languages.
 */
export function languageOf(text: string, hint?: string): string {
  const hinted = hint?.trim().toLowerCase().split(/[-_]/)[0]
  const head = text.slice(0, 1500)
  if (!HAS_LETTER.test(head)) return hinted || 'und'
  const seen = guessLanguage(head)
  if (!seen) return hinted || 'und'
  if (hinted && hinted !== seen.language && head.length < 40 && !seen.isSure) return hinted
  return seen.language
}
