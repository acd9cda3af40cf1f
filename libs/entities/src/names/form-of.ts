import type { EntityType } from '@newsbraid/model'
import { fold } from '@newsbraid/text'
import { plainWords } from './keys.ts'
import { nameWords } from './name-words.ts'

/**
 * The normal form of one spelling: spellings of one type with equal form differ only in writing (vowel signs, alef and ya,
 * capitals, articles, titles). Unlike a key, a bare surname has one too. Never empty, unless the name is.
 */
export function formOf(name: string, type: EntityType): string {
  const words = type === 'person' ? nameWords(name) : plainWords(name)
  return words.length > 0 ? words.join(' ') : fold(name).trim()
}

/** How many words of the name are compared. */
export const formWords = (form: string): number => form.split(' ').length
