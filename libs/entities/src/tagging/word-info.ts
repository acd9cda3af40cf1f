import { fold } from '@newsbraid/text'
import { isArabicLetter } from './arabic.ts'
import { hashText } from './hash.ts'
import { bit, type HashSet, type Lexicon } from './lexicon.ts'

/** Everything the features need to know of one surface form, computed once a form. */
export type WordInfo = {
  norm: string
  hash: number
  /** Reading without one proclitic (Arabic) */
  stemHash: number
  /** Reading without proclitics and article (Arabic) */
  bareHash: number
  /** Letters taken off for the reading whose classes hold; 0 when the word itself is known */
  cut: number
  stem: string
  shape: number
  /** Bits of `CLASSES` of the word as it stands, and of the reading `stem` */
  classes: number
  stemClasses: number
  /** Score rows at offsets 0, -1, +1, -2, +2, filled lazily by a tagger */
  scores: (Float32Array | undefined)[]
}

export type Names = { common: HashSet; seen: HashSet; rare: HashSet; lower?: HashSet }

const SHAPES = {
  lower: 1,
  capital: 2,
  upper: 3,
  mixed: 4,
  digits: 5,
  alphanumeric: 6,
  sign: 7,
  arabic: 8,
  initial: 9,
  tag: 10,
}
const COMMON = bit('nameCommon')
const SEEN = bit('nameSeen')
const RARE = bit('nameRare')
const LOWER = bit('lower')

function shapeOf(surface: string): number {
  const code = surface.charCodeAt(0)
  if (isArabicLetter(code)) return SHAPES.arabic
  if ((code === 64 || code === 35) && surface.length > 1) return SHAPES.tag
  if (!/[\p{L}\p{N}]/u.test(surface)) return SHAPES.sign
  if (/^\p{N}+$/u.test(surface)) return SHAPES.digits
  if (/\p{N}/u.test(surface)) return SHAPES.alphanumeric
  if (/^\p{Lu}\.?$/u.test(surface)) return SHAPES.initial
  if (/^[\p{Lu}.&'’-]+$/u.test(surface)) return SHAPES.upper
  if (/^\p{Lu}/u.test(surface)) return /\p{Lu}/u.test(surface.slice(1)) ? SHAPES.mixed : SHAPES.capital
  return /\p{Lu}/u.test(surface) ? SHAPES.mixed : SHAPES.lower
}

const isName = (shape: number) => shape === SHAPES.capital || shape === SHAPES.mixed || shape === SHAPES.upper

export function wordInfo(surface: string, lexicon: Lexicon, names: Names): WordInfo {
  const norm = fold(surface)
  const shape = shapeOf(surface)
  const nameBits = (word: string) =>
    names.common.has(word) ? COMMON : names.seen.has(word) ? SEEN : names.rare.has(word) ? RARE : 0
  const classesOf = (word: string) => lexicon.wordClasses.get(word) ?? 0
  let classes = classesOf(norm)
  let stem = norm
  let cut = 0
  let stemClasses = 0
  let bare = norm
  const hash = hashText(norm)
  if (shape === SHAPES.arabic) {
    classes |= nameBits(norm)
    const readings = lexicon.readings(norm)
    if (!classes)
      for (const reading of readings) {
        const found = classesOf(reading.text) | nameBits(reading.text)
        if (!found) continue
        stemClasses = found
        stem = reading.text
        cut = reading.cut
        break
      }
    const shortest = readings.at(-1)?.text ?? norm
    bare = shortest.startsWith('ال') && shortest.length > 4 ? shortest.slice(2) : shortest
    return {
      norm,
      hash,
      stem,
      cut,
      shape,
      classes,
      stemClasses,
      bareHash: hashText(bare),
      scores: [],
      stemHash: readings.length ? hashText(readings[0]?.text ?? norm) : hash,
    }
  }
  if (isName(shape)) {
    if (norm.includes('-')) {
      const head = norm.slice(0, norm.indexOf('-'))
      stemClasses = classesOf(head) | nameBits(head)
    }
    if (!classes && lexicon.longestTail) stemClasses |= tailClasses(norm, lexicon)
    if (!classes && !stemClasses)
      for (const reading of lexicon.readings(norm)) stemClasses ||= classesOf(reading.text)
    classes |= nameBits(norm)
    if (names.lower?.has(norm)) classes |= LOWER
  }
  return { norm, hash, stem, cut, shape, classes, stemClasses, bareHash: hash, stemHash: hash, scores: [] }
}

/** Classes of the longest known end of a compound: `Verkehrsministerium` ends in `-ministerium`. */
function tailClasses(norm: string, lexicon: Lexicon): number {
  for (let k = Math.max(2, norm.length - lexicon.longestTail); k <= norm.length - 2; k++) {
    const found = lexicon.wordClasses.get(`-${norm.slice(k)}`)
    if (found) return found
  }
  return 0
}
