import type { EntityType } from '@newsbraid/model'
import type { Span } from './spans.ts'
import { proclitics } from './tagging/arabic.ts'
import { bit } from './tagging/lexicon.ts'
import type { Tagged } from './tagging/tagger.ts'
import type { Token } from './tagging/tokens.ts'
import type { WordInfo } from './tagging/word-info.ts'

const EVERYDAY =
  bit('func') |
  bit('say') |
  bit('time') |
  bit('title') |
  bit('orghead') |
  bit('misc') |
  bit('lochead') |
  bit('orgadj')
const NATION = bit('nation')
const ARABIC_SHAPE = 8
const JOINERS = new Set([
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'بن',
  'ابن',
  'ال',
  'عبد',
  'ايت',
  'ولد',
  'بو',
  'de',
  'van',
  'von',
  'ben',
  'bin',
  'el',
  'al',
  'di',
  'da',
  'del',
  'le',
  'la',
])

type Name = { words: string[]; type: EntityType; count: number }

/**
 * Makes the reading of one document consistent: a name of several words is found again wherever it stands, a person's
 * surname wherever it stands alone, and a single word that is a name in a good part of its places is one in all of them.
 */
export function propagate(spans: Span[], all: readonly Token[], { words }: Tagged, language: string): Span[] {
  if (!spans.length) return spans
  const places = placesOf(words, language)
  const owners = ownersOf(spans, all.length)
  const long = namesOf(spans, words)
    .filter((n) => n.words.length > 1)
    .sort((a, b) => b.words.length - a.words.length)
  for (const name of long) spread(owners, name, occurrences(name.words, places, words, all), words)
  for (const { words: full, type, count } of long) {
    // A Latin word in Arabic text is a product or a firm, hardly ever a man
    if (type !== 'person' || (language === 'ar' && /^[a-z]/.test(full.at(-1) ?? ''))) continue
    const surname = surnameOf(full)
    if (!canStandAlone(surname, words, places)) continue
    spread(owners, { words: surname, type, count }, occurrences(surname, places, words, all), words, true)
  }
  for (const name of namesOf(spansIn(owners), words)) {
    if (name.words.length > 1 || !canStandAlone(name.words, words, places)) continue
    const found = occurrences(name.words, places, words, all)
    if (name.count * 3 >= found.length) spread(owners, name, found, words)
  }
  return spansIn(owners)
}

/** The span that each token belongs to. */
type Owners = (Span | undefined)[]

function ownersOf(spans: readonly Span[], length: number): Owners {
  const owners: Owners = new Array<Span | undefined>(length).fill(undefined)
  for (const span of spans) owners.fill(span, span.from, span.to)
  return owners
}

function spansIn(owners: Owners): Span[] {
  const spans: Span[] = []
  for (const span of owners) if (span && span !== spans.at(-1)) spans.push(span)
  return spans
}

/** Where each folded word stands, also as what remains without its proclitics. */
function placesOf(words: readonly WordInfo[], language: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  const add = (word: string, i: number) => {
    const list = places.get(word)
    if (!list) places.set(word, [i])
    else if (list.at(-1) !== i) list.push(i)
  }
  for (const [i, w] of words.entries()) {
    add(w.norm, i)
    if (language !== 'ar') continue
    if (w.shape === ARABIC_SHAPE && !w.classes) for (const reading of proclitics(w.norm)) add(reading.text, i)
    else if (w.shape === ARABIC_SHAPE)
      for (const reading of proclitics(w.norm)) if (reading.text.length > 3) add(reading.text, i)
  }
  return places
}

/** Distinct names of the document with the type most of their spans have. */
function namesOf(spans: readonly Span[], words: readonly WordInfo[]): Name[] {
  const counts = new Map<string, Map<EntityType, number>>()
  for (const span of spans) {
    const key = formOf(span, words).join(' ')
    const types = counts.get(key) ?? new Map<EntityType, number>()
    counts.set(key, types.set(span.type, (types.get(span.type) ?? 0) + 1))
  }
  return [...counts].map(([key, types]) => {
    const [best] = [...types].sort((a, b) => b[1] - a[1])
    return {
      words: key.split(' '),
      type: best?.[0] ?? 'person',
      count: [...types.values()].reduce((a, b) => a + b, 0),
    }
  })
}

const formOf = (span: Span, words: readonly WordInfo[]): string[] =>
  words.slice(span.from, span.to).map((w, i) => (i === 0 && w.cut ? w.stem : w.norm))

function occurrences(
  name: readonly string[],
  places: Map<string, number[]>,
  words: readonly WordInfo[],
  all: readonly Token[],
): [number, number][] {
  const found: [number, number][] = []
  for (const from of places.get(name[0] as string) ?? []) {
    let k = 1
    while (k < name.length && words[from + k]?.norm === name[k] && !all[from + k]?.first) k++
    if (k === name.length && isWritten(words[from] as WordInfo)) found.push([from, from + k])
  }
  return found
}

/** A Latin-script word in lower case is not the name that is spelt like it. */
const isWritten = (w: WordInfo) => w.shape !== 1

/** Sets a name at its places, free ones and those of shorter spans; `weak` leaves spans that have its type already. */
function spread(
  owners: Owners,
  name: Name,
  places: [number, number][],
  words: readonly WordInfo[],
  weak = false,
): void {
  for (const [from, to] of places) {
    const [left, right] = [owners[from], owners[to - 1]]
    const inside = (left && left.from < from) || (right && right.to > to)
    if (
      inside &&
      !(
        weak &&
        left &&
        (isFollowing(left, to, words) || (words[to]?.norm === "'s" && words[to + 1]?.shape === 1))
      )
    )
      continue
    if (weak && left?.from === from && left.to === to && left.type === name.type) continue
    if (inside) {
      if (left) owners.fill(undefined, left.from, from)
      if (right) owners.fill(undefined, to, right.to)
    }
    owners.fill({ from, to, cut: 0, type: name.type, titlesFrom: from }, from, to)
  }
}

/** Troops and governments that go by a man's name (`قوات حفتر`): only the man is named. */
const FOLLOWERS = /^[وبلف]?ل?(?:ال)?(?:قوات|ميليشيا(?:ت)?|مليشيا(?:ت)?|حكومه|كتائب|مسلحي|عناصر|انصار)$/
const isFollowing = (span: Span, to: number, words: readonly WordInfo[]): boolean =>
  span.type === 'organisation' &&
  span.to === to &&
  FOLLOWERS.test(words[span.from]?.norm ?? '') &&
  to - span.from <= 3

/** The last word with the particles before it: `أبو الوفا`, `بن علي`, `Ben Ali`. */
function surnameOf(name: readonly string[]): string[] {
  let from = name.length - 1
  while (from > 1 && JOINERS.has(name[from - 1] as string)) from--
  return name.slice(from)
}

function canStandAlone(
  name: readonly string[],
  words: readonly WordInfo[],
  places: Map<string, number[]>,
): boolean {
  if (name.length > 1) return true
  const [word] = name
  if (!word || word.length < 3) return false
  const at = places.get(word)?.find((i) => words[i]?.norm === word)
  const info = at === undefined ? undefined : words[at]
  return !info || !(info.classes & (EVERYDAY | NATION))
}
