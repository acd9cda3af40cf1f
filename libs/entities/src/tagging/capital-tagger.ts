import { bit, type Lexicon } from './lexicon.ts'
import type { Tagger } from './tagger.ts'
import type { Token } from './tokens.ts'
import { type Names, type WordInfo, wordInfo } from './word-info.ts'
import { phraseMarks } from './features.ts'

const PLACE = bit('place') | bit('country')
const ORG = bit('orghead') | bit('orgknown')
const GIVEN = bit('given') | bit('nameCommon') | bit('foreign')
const TITLE = bit('title')
const NOT = bit('time') | bit('nation') | bit('func')
const LINKS = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
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
        const type = marks[i]
          ? marks[i] === 1
            ? 'LOC'
            : 'ORG'
          : typeOf(words.slice(i, end), all[i] as Token)
        // After a capital that only the sentence gave, two more words are a name
        if (!type && all[i]?.first && end - i > 2)
          for (let k = i + 1; k < end; k++) labels[k] = `${k === i + 1 ? 'B' : 'I'}-PER`
        if (type) for (let k = i; k < end; k++) labels[k] = `${k === i ? 'B' : 'I'}-${type}`
        i = end - 1
      }
      return { labels, words }
    },
  }
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
    else if (end > at && LINKS.has(w.norm) && [2, 3, 4].includes(words[end + 1]?.shape ?? 0)) end++
    else break
  }
  return end
}

function typeOf(run: WordInfo[], head: Token): string | undefined {
  const has = (mask: number) => run.some((w) => (w.classes | w.stemClasses) & mask)
  if (has(ORG)) return 'ORG'
  if (run.length === 1 && has(PLACE)) return 'LOC'
  if (run.length > 1 && ((run[0]?.classes ?? 0) & (GIVEN | TITLE) || has(GIVEN))) return 'PER'
  if (has(PLACE)) return 'LOC'
  if (head.first) return undefined
  return run.length > 1 ? 'PER' : run[0]?.shape === 3 && run[0].norm.length > 1 ? 'ORG' : undefined
}
