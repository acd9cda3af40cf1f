import { fold } from '@newsbraid/text'
import { concepts, languages, properNames } from '../../models/glossary/glossary.js'
import { expectedShare } from './lexicon.ts'
import { lightStem, withoutArticle, withoutClitics } from './light-stem.ts'
import { stem, termsOf, tokens } from './terms.ts'

type Column = {
  words: Map<string, string>
  prefixes: Map<string, string>
  stems: Map<string, string>
  phrases: Map<string, string>
}

/** The shortest beginning the glossary may name. */
const SHORTEST = 2
const LONGEST = 16
/** A stem that lost more than this of its word says too little: `state` is no statement, `work` in English no worker. */
const MOST_CUT: Record<string, number> = { ar: -1, fa: 0, en: 1 }
const mostCut = (lang: string): number => MOST_CUT[lang] ?? 2

const columns = new Map<string, Column>()
let parsed = false

/** Languages that have a column in the glossary. */
export const hasConcepts = (lang: string): boolean => languages.includes(lang)

const proper = new Set(properNames.split(' '))

/** Whether a concept is the name of somebody, of a body or of a place, and so no happening's own word. */
export const isProperName = (concept: string): boolean => proper.has(concept)

/** The concept a word of `lang` stands for, given folded and as its stem; undefined when the glossary lacks it. */
export function conceptOf(folded: string, stemmed: string, lang: string): string | undefined {
  const column = columnOf(lang)
  if (!column) return undefined
  const bare = lang === 'ar' ? withoutClitics(folded) : folded
  for (const form of bare === folded ? [folded] : [folded, bare]) {
    const found = column.words.get(lightStem(form, lang)) ?? beginning(column, form)
    if (found !== undefined) return found
  }
  return folded.length - stemmed.length <= mostCut(lang) ? column.stems.get(stemmed) : undefined
}

/** The concept that two or three neighbouring stems stand for together. */
export const conceptOfPhrase = (stems: readonly string[], lang: string): string | undefined =>
  columnOf(lang)?.phrases.get(stems.join(' '))

/** Share of articles, 0 to 1, that a concept is expected in before any was seen: that of its English words together. */
export function expectedShareOfConcept(concept: string): number {
  columnOf('en')
  const shares = (english.get(concept) ?? []).map((word) => expectedShare(word, 'en'))
  return Math.min(
    0.3,
    shares.reduce((sum, share) => sum + share, 0),
  )
}

const english = new Map<string, string[]>()

function beginning({ prefixes }: Column, folded: string): string | undefined {
  for (let length = Math.min(folded.length, LONGEST); length >= SHORTEST; length--) {
    const found = prefixes.get(folded.slice(0, length))
    if (found !== undefined) return found
  }
  return undefined
}

function columnOf(lang: string): Column | undefined {
  if (!parsed) parse()
  return columns.get(lang)
}

function parse(): void {
  parsed = true
  for (const lang of languages)
    columns.set(lang, { words: new Map(), prefixes: new Map(), stems: new Map(), phrases: new Map() })
  for (const line of concepts.split('\n')) {
    const [name = '', ...fields] = line.split('|')
    for (const [i, field] of fields.entries()) {
      const lang = languages[i] ?? ''
      const column = columns.get(lang)
      if (column) for (const word of field.split(' ')) enter(column, name, word, lang)
    }
  }
}

/** The first concept that names a word keeps it. */
function enter(column: Column, name: string, word: string, lang: string): void {
  const found = tokens(word.replaceAll('_', ' ').replaceAll('*', ''))
  const [only] = found
  const put = (map: Map<string, string>, key: string): void => {
    if (key && !map.has(key)) map.set(key, name)
  }
  const terms = termsOf(found, lang)
  // of a phrase with a function word in it there may be one word left, which alone means something else
  if (found.length > 1 && terms.length > 1) put(column.phrases, terms.join(' '))
  else if (found.length > 1) return
  else if (only && word.endsWith('*')) put(column.prefixes, fold(only.surface).slice(0, LONGEST))
  else if (only) {
    const [term = ''] = terms
    put(column.words, lightStem(lang === 'ar' ? withoutArticle(only.folded) : only.folded, lang))
    if (only.folded.length - term.length <= mostCut(lang)) put(column.stems, term)
    if (lang === 'en' && term) english.set(name, [...(english.get(name) ?? []), stem(only.folded, 'en')])
  }
}
