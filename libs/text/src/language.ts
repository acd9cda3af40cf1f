import { eld } from 'eld/small'

// The small database: 152 MB of memory a process against 392 MB for the large one, and right on 98.8 % of news titles
// in nine languages against 99.4 %; bodies are told apart alike
/**
 * Language of a text as BCP 47 primary subtag, `und` when it has no letters. `hint` (an html lang attribute, a feed's
 * language) decides only where the text is too short or undecided between languages.
 */
export function languageOf(text: string, hint?: string): string {
  const hinted = hint?.trim().toLowerCase().split(/[-_]/)[0]
  const head = text.slice(0, 1500)
  if (!/\p{L}/u.test(head)) return hinted || 'und'
  const seen = eld.detect(head)
  if (!seen.language) return hinted || 'und'
  if (hinted && hinted !== seen.language && head.length < 40 && !seen.isReliable()) return hinted
  return seen.language
}
