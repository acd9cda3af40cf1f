import type { EntityType } from '@newsbraid/model'
import {
  afterLeaning,
  afterState,
  afterTitleAdjectives,
  afterTroops,
  beforeNationality,
  beforeState,
  endOfCapitals,
  firstNameBefore,
  isManAfterHead,
} from './name-borders.ts'
import { bit } from './tagging/lexicon.ts'
import type { Tagged } from './tagging/tagger.ts'
import type { Token } from './tagging/tokens.ts'
import type { WordInfo } from './tagging/word-info.ts'

/** A run of tokens `[from, to)` that names something; `cut` letters of the first token are proclitics and stay outside. */
export type Span = {
  from: number
  to: number
  cut: number
  type: EntityType
  /** First token of the titles before it */ titlesFrom: number
}

const TYPES: Record<string, EntityType> = { PER: 'person', ORG: 'organisation', LOC: 'place' }
const LOWER = 1
const SIGN = 7
const ARABIC = 8

/** Spans of a label sequence, without signs at their borders. */
export function spansOf(all: readonly Token[], { labels, words }: Tagged, language: string): Span[] {
  const spans: Span[] = []
  for (let i = 0; i < all.length; i++) {
    const label = labels[i] as string
    if (!label.startsWith('B-')) continue
    let from = i
    let to = i + 1
    while (labels[to] === `I-${label.slice(2)}`) to++
    i = to - 1
    const type = TYPES[label.slice(2)]
    if (!type) continue
    if (type === 'person') to = endOfCapitals(all, words, from, to)
    // A Latin word alone in Arabic text is a product or a firm, hardly ever a man
    if (type === 'person' && to - from === 1 && language === 'ar' && words[from]?.shape !== ARABIC) continue
    while (from < to && words[from]?.shape === SIGN) from++
    while (
      from < to &&
      words[to - 1]?.shape === SIGN &&
      !(all[to - 1]?.text === '.' && all[to - 2]?.text.length === 1)
    )
      to--
    if (type === 'person') for (let k = from + 1; k < to; k++) if (/^['’]s?$/.test(all[k]?.text ?? '')) to = k
    // The article belongs to few names (The Hague), and at the head of a sentence its capital says nothing
    if (
      to - from > 1 &&
      type !== 'person' &&
      words[from]?.norm === 'the' &&
      (all[from]?.first || words[from]?.shape === LOWER)
    )
      from++
    // Particles that fold to the same letters as a name (بأن, بان)
    while (to - from > 1 && /^[وفبلك]?[إأ]ن[هّ]?ا?$/.test(all[from]?.text ?? '')) from++
    if (type === 'organisation' && isManAfterHead(words, from, to)) {
      spans.push({ from: from + 1, to, cut: 0, type: 'person', titlesFrom: from + 1 })
      continue
    }
    if (type === 'person') {
      from = afterTitleAdjectives(words, from, to)
      if (to - from === 1 && !all[from]?.first && firstNameBefore(all, words, from, labels[from - 1])) from--
    }
    if (type === 'place') from = afterState(words, from, to)
    if (type === 'organisation') from = afterTroops(words, from, to)
    if (type === 'organisation' && labels[to] === 'O') to = afterLeaning(all, words, from, to)
    if (type === 'organisation') to = beforeState(words, from, beforeNationality(words, from, to))
    if (type === 'organisation' && to - from > 1 && isPlaceIn(words[to - 1])) {
      to--
      spans.push({ from, to, cut: 0, type, titlesFrom: from })
      ;[from, to] = [to, to + 1]
      spans.push({ from, to, cut: 0, type: 'place', titlesFrom: from })
      continue
    }
    if (type === 'organisation' && isQuotedAfterHead(all, words, from, to)) [from, to] = [from - 2, to + 1]
    if (from < to) spans.push({ from, to, cut: 0, type, titlesFrom: from })
  }
  return spans
}

const PLACE = bit('place') | bit('country')
const HEAD = bit('orghead')
const OUTSIDE = bit('orgoutside')

/** `البرلمان بطرابلس`: a place after `ب` says where the organisation is. */
const isPlaceIn = (word: WordInfo | undefined): boolean =>
  word !== undefined && word.cut === 1 && word.norm.startsWith('ب') && (word.stemClasses & PLACE) !== 0

/** `حكومة «الوفاق»`: the head belongs to the name as it would without the quotation marks. */
function isQuotedAfterHead(
  all: readonly Token[],
  words: readonly WordInfo[],
  from: number,
  to: number,
): boolean {
  const head = words[from - 2]
  if (!head || !/^["“«]$/.test(all[from - 1]?.text ?? '') || !/^["”»]$/.test(all[to]?.text ?? ''))
    return false
  const classes = head.classes | head.stemClasses
  return (
    (classes & HEAD) !== 0 &&
    !(classes & OUTSIDE) &&
    !head.norm.includes('ال') &&
    !/قوات|ميليشي|مليشي|كتائب/.test(head.norm)
  )
}

/** Places of names that are no entity: works, events, currencies (label MISC), where no span of ours stands. */
export function otherNames(
  all: readonly Token[],
  { labels }: Tagged,
  taken: readonly boolean[],
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let i = 0; i < all.length; i++) {
    if (labels[i] !== 'B-MISC' || taken[i]) continue
    let to = i + 1
    while (labels[to] === 'I-MISC' && !taken[to]) to++
    found.push({ start: all[i]?.start ?? 0, end: all[to - 1]?.end ?? 0 })
    i = to - 1
  }
  return found
}

const TITLE = bit('title')
const GIVEN = bit('given') | bit('foreign')
const LINKING = bit('nation') | bit('orgtopic') | bit('orgadj')
const RETIRED = new Set([
  'المتقاعد',
  'السابق',
  'المكلف',
  'المنتخب',
  'السابقه',
  'الركن',
  'الاسبق',
  'الاول',
  'العام',
  'العامه',
  'الاعلي',
])

/** Takes titles and ranks off the front of a person's span and looks for those that stand before it. */
export function partTitles(
  span: Span,
  all: readonly Token[],
  { words }: Tagged,
  taken: readonly boolean[],
): void {
  if (span.type !== 'person') return
  while (span.to - span.from > 1) {
    const w = words[span.from]
    if (!w || !(w.classes & TITLE) || w.classes & GIVEN) break
    span.from++
    if (all[span.from]?.text === '.') span.from++
  }
  let titlesFrom = span.from
  for (let k = span.from - 1; k >= 0 && span.from - k <= 6; k--) {
    const w = words[k]
    if (!w || taken[k] || (w.shape === SIGN && w.norm !== '.')) break
    const isTitle = (w.classes | w.stemClasses) & TITLE
    if (isTitle) titlesFrom = k
    else if (
      !((w.classes | w.stemClasses) & LINKING) &&
      !RETIRED.has(w.norm) &&
      w.norm !== '.' &&
      !(w.norm.startsWith('ال') && w.norm.length > 5)
    )
      break
    if (all[k]?.first) break
  }
  span.titlesFrom = titlesFrom
}
