import { fold, words } from '@newsbraid/text'
import { isKnownStem } from './lexicon.ts'
import { isStopWord } from './stop-words.ts'

const ARABIC = /^[\u0600-\u06ff]+$/
const CYRILLIC = /^[\u0400-\u04ff]+$/
const ARABIC_PREFIXES = ['وبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال']
const ARABIC_SUFFIXES = ['هما', 'تها', 'ها', 'ات', 'ان', 'ون', 'ين', 'يه', 'هم', 'نا', 'وا', 'ه', 'ي', 'ا']
const PERSIAN_SUFFIXES = ['هايي', 'هاي', 'ها', 'ترين', 'تر', 'ات', 'ان', 'ين', 'اي', 'ي', 'ه']
/** Turkish words are told apart by their first letters about as well as by a full analysis (Can et al. 2008). */
const TURKISH_LETTERS = 5
const LATIN_SUFFIXES: Record<string, readonly string[]> = {
  en: ['ingly', 'edly', 'ments', 'ment', 'ness', 'ings', 'ing', 'ers', 'ies', 'ied', 'er', 'ed', 'es', 's'],
  fr: [
    'ements',
    'ement',
    'euses',
    'euse',
    'eurs',
    'eur',
    'ees',
    'ee',
    'es',
    'er',
    'ent',
    'ant',
    'aux',
    'e',
    's',
  ],
  es: [
    'amente',
    'mente',
    'aciones',
    'adas',
    'ados',
    'idas',
    'idos',
    'ada',
    'ado',
    'ida',
    'ido',
    'ando',
    'iendo',
    'es',
    'as',
    'os',
    'a',
    'o',
    's',
  ],
  pt: [
    'amente',
    'mente',
    'adas',
    'ados',
    'idas',
    'idos',
    'ada',
    'ado',
    'ida',
    'ido',
    'ando',
    'endo',
    'es',
    'as',
    'os',
    'a',
    'o',
    's',
  ],
  it: ['mente', 'ate', 'ati', 'ata', 'ato', 'are', 'ere', 'ire', 'i', 'e', 'a', 'o'],
  de: ['ungen', 'ung', 'ern', 'en', 'er', 'es', 'em', 'e', 's', 'n'],
  nl: ['ingen', 'ing', 'en', 'er', 'e', 's'],
  sl: [
    'ega',
    'emu',
    'imi',
    'ami',
    'oma',
    'ima',
    'ih',
    'im',
    'em',
    'om',
    'am',
    'ov',
    'ev',
    'ah',
    'eh',
    'a',
    'e',
    'i',
    'o',
    'u',
  ],
}

/**
 * A word's light stem: Arabic loses one clitic and one ending (after Larkey's light10), Persian one ending, Latin scripts one
 * ending of their language, Cyrillic its last two letters; of Turkish the first letters stay. Given and answered folded.
 */
export function stem(word: string, lang: string): string {
  if (ARABIC.test(word)) return lang === 'fa' ? withoutEnding(word, PERSIAN_SUFFIXES) : arabicStem(word)
  if (lang === 'tr') return word.slice(0, TURKISH_LETTERS)
  if (CYRILLIC.test(word))
    return word.length > 6
      ? word.slice(0, Math.max(5, word.length - 2))
      : word.length > 4
        ? word.slice(0, -1)
        : word
  if (word.length <= 4)
    return word.length === 4 && word.endsWith('s') && lang === 'en' ? word.slice(0, 3) : word
  for (const suffix of LATIN_SUFFIXES[lang] ?? [])
    if (word.length - suffix.length >= 4 && word.endsWith(suffix)) return word.slice(0, -suffix.length)
  return word
}

/** One-letter particles are written onto the next word; one goes when only the word without it is known (`ببغداد`). */
const PARTICLES = new Set(['ب', 'ل', 'و', 'ف', 'ك'])
function withoutParticle(folded: string): string {
  const whole = arabicStem(folded)
  if (folded.length < 5 || !PARTICLES.has(folded.charAt(0)) || isKnownStem(whole, 'ar')) return whole
  const bare = arabicStem(folded.slice(1))
  return isKnownStem(bare, 'ar') ? bare : whole
}

function arabicStem(word: string): string {
  let rest = word
  if (rest.length > 4 && rest.startsWith('و') && !rest.startsWith('وال')) rest = rest.slice(1)
  for (const prefix of ARABIC_PREFIXES)
    if (rest.startsWith(prefix) && rest.length - prefix.length >= 3) {
      rest = rest.slice(prefix.length)
      break
    }
  return withoutEnding(rest, ARABIC_SUFFIXES)
}

function withoutEnding(word: string, endings: readonly string[]): string {
  for (const ending of endings)
    if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

/** One word as it stands and as it is compared. */
export type Token = { surface: string; folded: string; start: number; end: number }

/** Words of a text with apostrophes and dots taken apart (`l'avion` is two, `U.S.` is one), folded. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const { text: surface, start, end } of words(text)) {
    const parts = surface.split(/['’ʼ.]/)
    if (parts.length === 1) found.push({ surface, folded: fold(surface), start, end })
    else if (parts.every((part) => part.length <= 2))
      found.push({ surface, folded: fold(parts.join('')), start, end })
    else for (const part of parts) if (part) found.push({ surface: part, folded: fold(part), start, end })
  }
  return found.filter((token) => token.folded !== '')
}

/** Stems of the words that carry meaning, in order of the text. Numbers stand apart as figures and are left out. */
export function termsOf(found: readonly Token[], lang: string): string[] {
  const out: string[] = []
  for (const { folded } of found) {
    if (isStopWord(folded, lang) || /^\d+$/.test(folded)) continue
    if (folded.length < 2) continue
    const stemmed = lang === 'ar' ? withoutParticle(folded) : stem(folded, lang)
    if (!isStopWord(stemmed, lang)) out.push(stemmed)
  }
  return out
}
