import { fold } from '@newsbraid/text'
import { proclitics, type Stem } from './arabic.ts'
import { hashText } from './hash.ts'

/** Word classes of the gazetteers; the order is part of a trained model's meaning, so new ones are only added at the end. */
export const CLASSES = [
  'given',
  'foreign',
  'country',
  'place',
  'nation',
  'title',
  'orghead',
  'orgoutside',
  'orgknown',
  'orgtopic',
  'orgadj',
  'lochead',
  'facility',
  'say',
  'func',
  'time',
  'link',
  'misc',
  'nameCommon',
  'nameSeen',
  'nameRare',
  'lower',
] as const
export type WordClass = (typeof CLASSES)[number]
export const bit = (name: WordClass): number => 1 << CLASSES.indexOf(name)

/** What a phrase of several words names, when it stands in the gazetteer. */
export type PhraseType = 'place' | 'org'
export type Lexicon = {
  /** Bits of `CLASSES` for a folded single word */
  wordClasses: Map<string, number>
  /** Folded phrases by their first word: the further words and what they name */
  phrases: Map<string, { rest: string[]; type: PhraseType }[]>
  /** Letters of the longest entry that stands for the end of compounds (`-ministerium`), 0 when there is none */
  longestTail: number
  /** Other readings of a folded word in Arabic script, nearest first */
  readings: (word: string) => Stem[]
}

export const foldPhrase = (phrase: string): string[] => fold(phrase).split(/[\s]+/).filter(Boolean)

/** Builds the lexicon of a language from its gazetteer: one string of names a class, separated by `|`. */
export function lexiconOf(
  gazetteer: Readonly<Record<string, string>>,
  readings: (word: string) => Stem[] = proclitics,
): Lexicon {
  const wordClasses = new Map<string, number>()
  const phrases: Lexicon['phrases'] = new Map()
  let longestTail = 0
  for (const [name, joined] of Object.entries(gazetteer)) {
    const index = (CLASSES as readonly string[]).indexOf(name)
    if (index < 0) throw new Error(`Unknown word class "${name}"`)
    const type: PhraseType | undefined =
      name === 'country' || name === 'place' ? 'place' : name === 'orgknown' ? 'org' : undefined
    for (const entry of joined.split('|')) {
      const [head, ...rest] = foldPhrase(entry)
      if (!head) continue
      if (head.startsWith('-')) longestTail = Math.max(longestTail, head.length - 1)
      if (!rest.length) wordClasses.set(head, (wordClasses.get(head) ?? 0) | (1 << index))
      else if (type) {
        const known = phrases.get(head)
        if (known) known.push({ rest, type })
        else phrases.set(head, [{ rest, type }])
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return { wordClasses, phrases, longestTail, readings }
}

/** A set of words kept as sorted 24-bit hashes; about one word in 400 that is not in it looks as if it were. */
export type HashSet = { has(word: string): boolean }
export function hashSet(base64: string): HashSet {
  const bytes = atob(base64)
  const seen = new Set<number>()
  let at = 0
  let value = 0
  while (at < bytes.length) {
    let shift = 0
    let delta = 0
    for (;;) {
      const byte = bytes.charCodeAt(at++)
      delta |= (byte & 127) << shift
      if (byte < 128) break
      shift += 7
    }
    value += delta
    seen.add(value)
  }
  return { has: (word) => seen.has(hashText(word) & 0xffffff) }
}
