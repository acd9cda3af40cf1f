import { asciiDigits, fold } from '@newsbraid/text'
import { LAYOFFS, NUMBER_WORDS, SCALES, UNITS } from './number-words.ts'
import type { Token } from './terms.ts'

/** A number of the text with what it counts; `place` is the token it stands at. */
export type FoundFigure = { value: number; unit: string; place: number }

const REACH = 4
const LAYOFF_REACH = 6
const SCORE = /(?<![\d.,:/-])(\d{1,3})\s?[-–:]\s?(\d{1,3})(?![\d.,:/-])/g

/**
 * Numbers with units, digits and words alike, in order. A unit is a class (`dead`, `money`, `magnitude`, …), `score` for
 * results such as 2-1 (written larger:smaller as a fraction-free pair), or `count` when nothing near says more.
 */
export function figuresOf(text: string, found: readonly Token[], lang: string): FoundFigure[] {
  const out: FoundFigure[] = []
  const numberWords = NUMBER_WORDS.get(lang)
  for (let i = 0; i < found.length && out.length < 60; i++) {
    const token = found[i]
    if (!token) continue
    const read = numberAt(text, found, i, lang, numberWords)
    if (!read) continue
    const { value, used } = read
    const unit = unitNear(text, found, i, i + used)
    const isYear = unit === 'count' && value >= 1900 && value <= 2100 && Number.isInteger(value)
    if (!isYear && !(unit === 'count' && value < 2)) out.push({ value, unit, place: i })
    i += used - 1
  }
  return out
}

/** Results of games as `higher-lower`, since headlines put either side first. */
export function scoresOf(text: string): string[] {
  return [...asciiDigits(text).matchAll(SCORE)]
    .map(([, a = '', b = '']) => [Number(a), Number(b)] as const)
    .filter(([a, b]) => a < 200 && b < 200)
    .map(([a, b]) => `${Math.max(a, b)}-${Math.min(a, b)}`)
    .slice(0, 4)
}

function numberAt(
  text: string,
  found: readonly Token[],
  i: number,
  lang: string,
  numberWords: ReadonlyMap<string, number> | undefined,
): { value: number; used: number } | undefined {
  const token = found[i]
  if (!token) return undefined
  let value: number,
    used = 1
  if (/^\d{1,12}$/.test(token.folded)) {
    value = Number(token.folded)
    for (let next = found[i + 1]; next && /^\d{1,3}$/.test(next.folded); next = found[i + used]) {
      const previous = found[i + used - 1]
      const between = previous ? text.slice(previous.end, next.start) : ''
      if (next.folded.length === 3 && /^[,.\u00a0\u202f٬' ]$/.test(between) && token.folded.length <= 3)
        value = value * 1000 + Number(next.folded)
      else if (/^[.,٫]$/.test(between) && used === 1) value += Number(next.folded) / 10 ** next.folded.length
      else break
      used++
    }
  } else {
    const bare = token.folded.replace(/^(?:و|ال|ب|ل)(?=\p{L}{3})/u, '')
    const named = numberWords?.get(token.folded) ?? numberWords?.get(bare)
    if (named === undefined) return undefined
    value = named
    // `بیست و یک`: Persian joins with a word of its own; Turkish counts on from ten
    const gap = lang === 'fa' && found[i + 1]?.folded === 'و' ? 2 : 1
    const [least, most] = lang === 'tr' ? [10, 100] : lang === 'fa' ? [20, 1000] : [20, 100]
    const following = found[i + gap]
    const second = following && numberWords?.get(following.folded)
    if (ONE.has(following?.folded ?? '') && value >= 20 && value < most) {
      value += 1
      used += gap
    } else if (second !== undefined && following && second < value && value >= least && value < most) {
      value += second
      used += gap
    } else if (second === 10 && value < 10 && isArabicTen(following?.folded)) {
      value += 10
      used++
    }
  }
  const scale = SCALES.get(found[i + used]?.folded ?? '')
  if (scale) {
    value *= scale
    used++
  }
  return { value, used }
}

/** One, which alone is mostly an article. */
const ONE = new Set(['one', fold('یک')])

/** `خمسة عشر`: Arabic teens put the ten after the unit. */
const isArabicTen = (word: string | undefined): boolean => word === 'عشر' || word === 'عشره'

function unitNear(text: string, found: readonly Token[], from: number, to: number): string {
  const first = found[from],
    last = found[to - 1]
  if (first && last) {
    const before = text.slice(Math.max(0, first.start - 2), first.start),
      after = text.slice(last.end, last.end + 2)
    if (/[%٪]/.test(after) || /[%٪]/.test(before)) return 'percent'
    if (/[$€£]/.test(before) || /[$€£]/.test(after)) return 'money'
  }
  // a length of time follows its number at once: what else is near counts something else
  if (unitOf(found[to]?.folded ?? '') === 'duration') return 'duration'
  let weak = 'count'
  for (let step = 0; step < REACH; step++)
    for (const near of [found[to + step], found[from - 1 - step]]) {
      const unit = near && unitOf(near.folded)
      if (!unit || unit === 'duration') continue
      if (unit !== 'people') return unit
      weak = unit
    }
  return weak === 'people' && tellsOfLayoffs(found, from, to) ? 'jobs' : weak
}

const tellsOfLayoffs = (found: readonly Token[], from: number, to: number): boolean =>
  found
    .slice(Math.max(0, from - LAYOFF_REACH), to + LAYOFF_REACH)
    .some(({ folded }) =>
      LAYOFFS.some((start) => (start.length > 3 ? folded.startsWith(start) : folded === start)),
    )

const unitCache = new Map<string, string>()
function unitOf(word: string): string {
  const known = unitCache.get(word)
  if (known !== undefined) return known
  const bare = word.replace(/^(?:وال|بال|ال|و)(?=\p{L}{3})/u, '')
  const unit =
    UNITS.find(([, starts]) =>
      starts.some((start) => (start.length > 3 ? bare.startsWith(start) : bare === start)),
    )?.[0] ?? ''
  if (unitCache.size > 50_000) unitCache.clear()
  unitCache.set(word, unit)
  return unit
}
