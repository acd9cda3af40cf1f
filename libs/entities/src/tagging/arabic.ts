/** Proclitics that may stand glued before an Arabic word: و ف, then ب ل ك, then ال. Longest possible strip first is not assumed. */
const CONJUNCTION = /^[وف]/
const PREPOSITION = /^[بلك]/

export type Stem = { text: string; cut: number }

/**
 * Readings of a folded Arabic word with its proclitics taken off, nearest first, the word itself excluded. `cut` is the
 * number of letters removed; `لل…` is read as `ل` + `ال…` (its `text` then starts with the restored article).
 */
export function proclitics(word: string): Stem[] {
  const stems: Stem[] = []
  const add = (text: string, cut: number) => {
    if (text.length >= 2 && !stems.some((s) => s.text === text)) stems.push({ text, cut })
  }
  const afterPreposition = (rest: string, cut: number) => {
    if (rest.length < 4 && !(rest.length === 3 && cut === 0)) return
    if (rest.startsWith('لل')) add(`ا${rest.slice(1)}`, cut + 1)
    if (PREPOSITION.test(rest)) add(rest.slice(1), cut + 1)
  }
  if (CONJUNCTION.test(word) && word.length >= 3) {
    add(word.slice(1), 1)
    afterPreposition(word.slice(1), 1)
  }
  afterPreposition(word, 0)
  return stems
}

export const isArabicLetter = (code: number): boolean => code >= 0x0620 && code <= 0x06ff
