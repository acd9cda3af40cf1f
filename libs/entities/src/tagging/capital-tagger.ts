import { bit, type Lexicon } from './lexicon.ts'
import type { Tagger } from './tagger.ts'
import type { Token } from './tokens.ts'
import { type Names, type WordInfo, wordInfo } from './word-info.ts'
import { phraseMarks } from './features.ts'

const PLACE = bit('place') | bit('country')
const HEAD = bit('orghead')
const KNOWN_ORG = bit('orgknown')
const ORG = HEAD | KNOWN_ORG
const GIVEN = bit('given') | bit('nameCommon') | bit('foreign')
const TITLE = bit('title')
const LOWER = 1
const SIGN = 7
const MAX_ARTICLE = 3
const KNOWN = PLACE | ORG | GIVEN
const NOT = bit('time') | bit('nation') | bit('func')
const LINKS = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'dos',
  'das',
  'degli',
  'dei',
  'delle',
  'den',
  'von',
  'van',
  'der',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'y',
  'e',
])

/** Language-free reading: runs of capitalised words, typed by gazetteer, heads of organisations and known names. */
export function capitalTagger(lexicon: Lexicon, names: Names): Tagger {
  return {
    tag(all) {
      const words = all.map((t) => wordInfo(t.text, lexicon, names))
      const marks = phraseMarks(words, lexicon)
      const labels = all.map(() => 'O')
      for (let i = 0; i < all.length; i++) {
        // An article that opens a sentence is no part of a name
        if (all[i]?.first && LINKS.has(words[i]?.norm ?? '')) continue
        const end = marks[i] ? phraseEnd(marks, i) : runEnd(all, words, i)
        if (end === i) continue
        const from = marks[i] ? i : nameStart(all, words, i, end)
        const type = marks[i]
          ? marks[i] === 1
            ? 'LOC'
            : 'ORG'
          : typeOf(words.slice(from, end), all[from] as Token, words.slice(Math.max(0, from - 1), from)[0])
        if (type) for (let k = from; k < end; k++) labels[k] = `${k === from ? 'B' : 'I'}-${type}`
        i = end - 1
      }
      return { labels, words }
    },
  }
}

/** Whether one particle or two (`van der Berg`) lead to another capital. */
function linksOn(words: readonly WordInfo[], at: number): boolean {
  const next = words[at + 1]
  const name = next && LINKS.has(next.norm) && next.shape === LOWER ? words[at + 2] : next
  return [2, 3, 4].includes(name?.shape ?? 0)
}

/**
 * Where the name in a run of capitals begins: behind its titles (`Bakan Mehmet Kaya`), and behind a word that has its capital
 * from the sentence alone, with the articles after it (`Secondo la Regione Ligure`).
 */
function nameStart(all: readonly Token[], words: readonly WordInfo[], at: number, end: number): number {
  let from = at
  const isOrganisation = words.slice(at, end).some((w) => (w.classes | w.stemClasses) & ORG)
  if (!isOrganisation)
    for (let k = at; k < end - 1; k++) if ((words[k] as WordInfo).classes & TITLE) from = k + 1
  const head = words[from] as WordInfo
  const isWeak = end - at > 2 || (end - at > 1 && head.norm.length <= MAX_ARTICLE)
  if (from === at && all[at]?.first && isWeak && !((head.classes | head.stemClasses) & KNOWN)) from++
  while (from > at && from < end - 1 && LINKS.has(words[from]?.norm ?? '')) from++
  return from
}

function phraseEnd(marks: Int8Array, at: number): number {
  let end = at + 1
  while (marks[end] === (marks[at] as number) + 1) end++
  return end
}

function runEnd(all: readonly Token[], words: readonly WordInfo[], at: number): number {
  let end = at
  while (end < all.length && (end === at || !all[end]?.first)) {
    const w = words[end] as WordInfo
    const capital = w.shape === 2 || w.shape === 3 || w.shape === 4 || w.shape === 9
    if (capital && !(w.classes & NOT)) end++
    else if (end > at && LINKS.has(w.norm) && linksOn(words, end)) end++
    else break
  }
  return end
}

function typeOf(run: WordInfo[], head: Token, before: WordInfo | undefined): string | undefined {
  const has = (mask: number) => run.some((w) => (w.classes | w.stemClasses) & mask)
  // A head alone (`the Government`) names nothing yet
  if (run.length === 1 && has(HEAD) && !has(KNOWN_ORG)) return undefined
  if (has(ORG)) return 'ORG'
  if (run.length === 1 && has(PLACE)) return 'LOC'
  if (run.length > 1 && ((run[0]?.classes ?? 0) & (GIVEN | TITLE) || has(GIVEN))) return 'PER'
  if (has(PLACE)) return 'LOC'
  if (before && before.classes & TITLE && before.shape !== SIGN) return 'PER'
  if (head.first) return undefined
  return run.length > 1 ? 'PER' : run[0]?.shape === 3 && run[0].norm.length > 1 ? 'ORG' : undefined
}
