import type { Stem } from './arabic.ts'

/** Plural ها, with or without the ezafe ی behind it; the ezafe that is written after a vowel (`آقای`, `عموی`). */
const ENDING = /(?:هاي|ها|(?<=[او])ي)$/

/**
 * The reading of a folded Persian word without its ending, if it has one. Nothing stands glued before a Persian word, so
 * no letters are ever cut off its front.
 */
export function persianReadings(word: string): Stem[] {
  const text = word.replace(ENDING, '')
  return text.length >= 3 && text !== word ? [{ text, cut: 0 }] : []
}
