import type { Stem } from './arabic.ts'

const CASE = /(?:ом|ем|ои|еи|ах|ях|[аеиоуыюяь])$/
const NOMINATIVE = ['', 'а', 'я', 'ь', 'и']
const MIN_STEM = 3

/** What a folded Russian noun may be in the nominative (`самаре`: `самара`), nearest first; folding makes й и. */
export function russianReadings(word: string): Stem[] {
  const stem = word.replace(CASE, '')
  if (stem.length < MIN_STEM) return []
  return NOMINATIVE.map((ending) => ({ text: stem + ending, cut: 0 })).filter(({ text }) => text !== word)
}
