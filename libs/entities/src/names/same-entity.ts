import { skeleton } from '@newsbraid/text'
import { sameGivenName } from './given-names.ts'
import { hasSon, isArabic, nameWords } from './name-words.ts'
import { transliterationScore } from './transliteration.ts'

const MAX_WORDS = 12

/**
 * How likely two spellings name one entity, 0 to 1, over Arabic, Latin and Cyrillic script. Words are compared in order;
 * every word must find its counterpart, words in the middle of the longer name may be missing at a price.
 */
export function sameEntity(a: string, b: string): number {
  const plain = likeness(a, b)
  if (plain === 1 || !(PERSIAN_LETTER.test(a) || PERSIAN_LETTER.test(b))) return plain
  return Math.max(plain, likeness(inArabicLetters(a), inArabicLetters(b)))
}

/** Persian letters as Arabic writes their sounds; folding makes the nearest shape of them (گ is ك). */
const PERSIAN: Readonly<Record<string, string>> = { گ: 'غ', ژ: 'ج', چ: 'تش' }
const PERSIAN_LETTER = /[گژچ]/
const inArabicLetters = (name: string): string => name.replace(/[گژچ]/g, (c) => PERSIAN[c] ?? c)

function likeness(a: string, b: string): number {
  const plain = score(nameWords(a), nameWords(b))
  if (plain === 1 || hasSon(a) === hasSon(b)) return plain
  return Math.max(plain, score(nameWords(a, true), nameWords(b, true)))
}

function score(a: readonly string[], b: readonly string[]): number {
  const left = a.slice(0, MAX_WORDS)
  const right = b.slice(0, MAX_WORDS)
  if (!left.length || !right.length) return 0
  if (left.join(' ') === right.join(' ')) return 1
  if (left.length <= right.length) return alignment(left, right)
  return alignment(right, left)
}

/** Best order-preserving alignment of `short` with `long`: the weakest pair decides, the others help a little. */
function alignment(short: readonly string[], long: readonly string[]): number {
  type State = { weakest: number; sum: number; pairs: number; skipped: number }
  const width = long.length + 1
  const best: (State | undefined)[] = new Array((short.length + 1) * width).fill(undefined)
  best[0] = { weakest: 1, sum: 0, pairs: 0, skipped: 0 }
  const value = (s: State) => (s.pairs ? 0.8 * s.weakest + (0.2 * s.sum) / s.pairs : 1) - 0.06 * s.skipped
  const offer = (at: number, s: State) => {
    const known = best[at]
    if (!known || value(s) > value(known)) best[at] = s
  }
  for (let i = 0; i <= short.length; i++)
    for (let j = 0; j <= long.length; j++) {
      const here = best[i * width + j]
      if (!here) continue
      for (const [di, dj] of STEPS) {
        if (i + di > short.length || j + dj > long.length) continue
        const pair = wordScore(short.slice(i, i + di).join(''), long.slice(j, j + dj).join(''))
        if (pair <= 0.2) continue
        offer((i + di) * width + j + dj, {
          weakest: Math.min(here.weakest, pair),
          sum: here.sum + pair,
          pairs: here.pairs + 1,
          skipped: here.skipped,
        })
      }
      // A middle name that only one side gives
      if (i > 0 && i < short.length && j < long.length - 1)
        offer(i * width + j + 1, { ...here, skipped: here.skipped + 1 })
    }
  const end = best[short.length * width + long.length]
  return end && end.pairs ? Math.max(0, value(end)) : 0
}
const STEPS: readonly [number, number][] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
]

/** Likelihood, 0 to 1, that two folded words are one name. */
export function wordScore(a: string, b: string): number {
  if (a === b) return 1
  const tabled = sameGivenName(a, b)
  if (tabled !== undefined) return tabled ? 0.99 : 0.1
  const [arabicA, arabicB] = [isArabic(a), isArabic(b)]
  if (arabicA !== arabicB) {
    const ordinal = arabicA ? sameOrdinal(a, b) : sameOrdinal(b, a)
    if (ordinal !== undefined) return ordinal ? 1 : 0
    const score = arabicA ? transliterationScore(a, b) : transliterationScore(b, a)
    return 1 / (1 + Math.exp(-2.9 * (score - 0.4)))
  }
  return arabicA
    ? sameScript(a, b, /[اوي]/g, 5)
    : sameScript(a.replace(/kh/g, 'h'), b.replace(/kh/g, 'h'), /[aeiouwyh]/g, 4)
}

function sameScript(a: string, b: string, vowels: RegExp, minLength: number): number {
  if (a === b) return 0.95
  if (Math.min(a.length, b.length) < minLength || a[0] === undefined) return 0
  const sameVowellessly = a.replace(vowels, '') === b.replace(vowels, '')
  if (sameVowellessly && a.replace(vowels, '').length >= 3) return a.at(-1) === b.at(-1) ? 0.92 : 0.8
  const bones = skeleton(a)
  if (bones === skeleton(b) && bones.length >= 3)
    return a.at(-1) === b.at(-1) || bones.length >= 4 ? 0.88 : 0.75
  return Math.min(a.length, b.length) >= 7 && oneEdit(a, b) ? 0.86 : 0
}

function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const rest = (s: string, from: number) => s.slice(from)
  return rest(a, i + 1) === rest(b, i + 1) || rest(a, i + 1) === rest(b, i) || rest(a, i) === rest(b, i + 1)
}

const ORDINALS = ['اول', 'ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر']
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
function sameOrdinal(arabic: string, latin: string): boolean | undefined {
  const left = ORDINALS.indexOf(arabic)
  const right = ROMAN.indexOf(latin)
  return right < 0 && left < 0
    ? undefined
    : right < 0 || left < 0
      ? right >= 0 && latin.length > 1
        ? false
        : undefined
      : left === right
}
