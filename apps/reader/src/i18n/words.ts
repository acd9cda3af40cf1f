import { arWords } from './ar-words.ts'
import { enWords } from './en-words.ts'
import type { Language } from './languages.ts'

/** Words for the values that the API answers with, by language and by what they are values of. */
const TABLES: Record<Language, Record<string, string>> = { en: enWords, ar: arWords }

/** The words for a value (`signal`, `same-text`), or undefined when the table has none. */
export function wordsOf(language: Language, what: string, value: string): string | undefined {
  return TABLES[language][`${what}.${value}`]
}
