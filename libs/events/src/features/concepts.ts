import { fold } from '@newsbraid/text'
import { concepts, languages } from '../../models/glossary/glossary.js'
import { expectedShare } from './lexicon.ts'
import { stem, termsOf, tokens } from './terms.ts'

type Column = {
  stems: Map<string, string>
  prefixes: Map<string, string>
  phrases: Map<string, string>
}

/** The shortest beginning the glossary may name. */
const SHORTEST = 2
const LONGEST = 16
const PARTICLES = /^(?:وال|بال|كال|فال|ولل|لل|ال|و|ب|ل|ف)(?=\p{L}{3})/u

const columns = new Map<string, Column>()
let parsed = false

/** Languages that have a column in the glossary. */
export const hasConcepts = (lang: string): boolean => languages.includes(lang)

/** The concept a word of `lang` stands for, given folded and as its stem; undefined when the glossary lacks it. */
export function conceptOf(folded: string, stemmed: string, lang: string): string | undefined {
  const column = columnOf(lang)
  if (!column) return undefined
  const exact = column.stems.get(stemmed)
  if (exact !== undefined) return exact
  const bare = lang === 'ar' ? folded.replace(PARTICLES, '') : folded
  return beginning(column, folded) ?? (bare === folded ? undefined : beginning(column, bare))
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
    columns.set(lang, { stems: new Map(), prefixes: new Map(), phrases: new Map() })
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
  if (found.length > 1) put(column.phrases, termsOf(found, lang).join(' '))
  else if (only && word.endsWith('*')) put(column.prefixes, fold(only.surface).slice(0, LONGEST))
  else if (only) {
    const [term] = termsOf(found, lang)
    put(column.stems, term ?? '')
    if (lang === 'en' && term) english.set(name, [...(english.get(name) ?? []), stem(only.folded, 'en')])
  }
}
