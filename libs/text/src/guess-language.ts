import { languageGrams } from './models/language-grams.ts'

/** Characters and bytes of a text that are looked at: to the end of the word, or of the character where a word is long */
const MAX_CHARS = 1000
const WORD_BYTES = 350
const MOST_BYTES = 380
/** Bytes of one word that are cut into grams */
const MOST_IN_WORD = 70
/** What each known gram counts beyond its own score */
const GRAM_SCORE = 53
/** Mean score of a gram at which a language is as likely as not */
const EVEN_SCORE = 25
/** Fewer grams, or less than this share of what a language's own texts score, tell nothing for sure */
const FEWEST_GRAMS = 3
const OWN_SHARE = 0.75

const SPACE = 32
const LETTER = /\p{L}/u
/** By UTF-16 unit: 1 letter, 2 none, 0 not asked yet */
const kinds = new Uint8Array(0x10000)

const isLetter = (unit: number): boolean => {
  let kind = kinds[unit] ?? 2
  if (kind === 0) kinds[unit] = kind = LETTER.test(String.fromCharCode(unit)) ? 1 : 2
  return kind === 1
}
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x60 || unit === 0x2019

type Grams = {
  languages: string[]
  /** Sum of the grams' mean score by language */
  ownScores: number[]
  /** By place in a word: grams as numbers, ascending, and where their scores stand */
  tables: { keys: Uint32Array; starts: Uint32Array }[]
  /** Languages and scores, the last pair of a gram marked by bit 7 */
  pairs: Uint8Array
}
let grams: Grams | undefined

/** Unpacked when first asked for: not every process tells languages. */
function unpacked(): Grams {
  const packed = atob(languageGrams.grams)
  const pairs = new Uint8Array(packed.length)
  let at = 0
  let size = 0
  const tables = languageGrams.counts.map((count) => {
    const keys = new Uint32Array(count)
    const starts = new Uint32Array(count)
    let key = 0
    for (let i = 0; i < count; i++) {
      let place = 1
      let byte = packed.charCodeAt(at++)
      for (; byte > 127; byte = packed.charCodeAt(at++), place *= 128) key += (byte - 128) * place
      key += byte * place
      keys[i] = key
      starts[i] = size
      do {
        byte = packed.charCodeAt(at++)
        pairs[size++] = byte
        pairs[size++] = packed.charCodeAt(at++)
      } while (byte < 128)
    }
    return { keys, starts }
  })
  const ownScores = languageGrams.ownScores.split(' ').map((s) => Number(s) / 1000)
  return { languages: languageGrams.languages.split(' '), ownScores, tables, pairs: pairs.slice(0, size) }
}

/**
 * The language whose texts a text resembles most by four-byte grams of its words, and whether that is sure; `undefined`
 * when no gram is known. Method and scores are those of ELD's small database (Efficient Language Detector, 60 languages).
 */
export function guessLanguage(text: string): { language: string; isSure: boolean } | undefined {
  grams ??= unpacked()
  const { languages, ownScores, tables, pairs } = grams
  const bytes = new Uint8Array(MOST_BYTES + 8)
  const size = wordBytes(lowerWords(text), bytes)
  const seen = new Set<number>()
  const scores = new Int32Array(languages.length)
  let unknown = 0
  const count = (from: number, to: number, place: number): void => {
    let key = 0
    for (let i = from; i < to; i++) key = key * 256 + (bytes[i] ?? 0)
    const mark = key * 4 + place
    if (seen.has(mark)) return
    seen.add(mark)
    const table = tables[place]
    const found = table ? placeOf(table.keys, key) : -1
    if (!table || found < 0) return
    for (let at = table.starts[found] ?? 0; ; at += 2) {
      const language = pairs[at] ?? 128
      const known = language & 127
      scores[known] = (scores[known] ?? 0) + (pairs[at + 1] ?? 0) + GRAM_SCORE
      if (language > 127) return
    }
  }
  for (let start = 0; start < size;) {
    let end = start
    while (end < size && bytes[end] !== SPACE) end++
    const length = end - start
    const cut = Math.min(length, MOST_IN_WORD)
    let at = 0
    for (; at + 4 < cut; at += 3) count(start + at, start + at + 4, at === 0 ? 1 : 0)
    if (length > MOST_IN_WORD) unknown++
    else if (length > 0) count(start + (length > 4 ? length - 4 : 0), end, at === 0 ? 3 : 2)
    start = end + 1
  }
  let best = -1
  for (let l = 0; l < scores.length; l++)
    if ((scores[l] ?? 0) > (best < 0 ? 0 : (scores[best] ?? 0))) best = l
  const language = languages[best]
  if (language === undefined) return undefined
  const all = seen.size + unknown
  const mean = (scores[best] ?? 0) / all
  const isSure = all >= FEWEST_GRAMS && mean / (mean + EVEN_SCORE) >= (ownScores[best] ?? 1) * OWN_SHARE
  return { language, isSure }
}

function placeOf(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = keys[middle] ?? 0
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The words of a text in lower case: what is no letter becomes a space, but for apostrophes right before a word. */
function lowerWords(text: string): string {
  const size = Math.min(text.length, MAX_CHARS)
  const units: number[] = []
  for (let i = 0; i < size;) {
    const start = i
    while (i < size && !isLetter(text.charCodeAt(i))) i++
    let kept = i
    while (kept > start && isApostrophe(text.charCodeAt(kept - 1))) kept--
    if (kept > start && units.length > 0) units.push(SPACE)
    for (; kept < i; kept++) units.push(text.charCodeAt(kept))
    if (i < size) units.push(text.charCodeAt(i++))
  }
  return String.fromCharCode(...units).toLowerCase()
}

/** Writes words as UTF-8 and returns how many bytes that is. */
function wordBytes(text: string, bytes: Uint8Array): number {
  let size = 0
  for (let i = 0; i < text.length && size <= MOST_BYTES; i++) {
    const unit = text.charCodeAt(i)
    if (unit === SPACE && size > WORD_BYTES) break
    if (unit < 0x80) bytes[size++] = unit
    else {
      if (unit < 0x800) bytes[size++] = 0xc0 | (unit >> 6)
      else {
        bytes[size++] = 0xe0 | (unit >> 12)
        bytes[size++] = 0x80 | ((unit >> 6) & 0x3f)
      }
      bytes[size++] = 0x80 | (unit & 0x3f)
    }
  }
  return size
}
