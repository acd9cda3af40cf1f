import { fold, latinised } from '@newsbraid/text'

const ARABIC = /[\u0620-\u06ff]/
/** Words of titles and forms of address, folded, that are no part of a name. */
const TITLES = new Set(
  (
    'الدكتور دكتور السيد السيده الشيخ الرئيس المشير اللواء الفريق العقيد العميد الجنرال المهندس الاستاذ البروفيسور الحاج ' +
    'اقاي خانم دكتر مهندس استاد سردار سرهنك سرلشكر زنرال حجتالاسلام ايتالله ' +
    'mr mrs ms miss dr prof sir lord president general marshal sheikh sheik cheikh colonel gen col m mme mlle hajj monsieur madame'
  ).split(' '),
)
const SONS = new Set(['بن', 'ابن', 'بنت', 'bin', 'ibn', 'ben', 'bint', 'ould', 'ولد'])
const ARTICLES = new Set([
  'al',
  'el',
  'ul',
  'as',
  'ash',
  'an',
  'ar',
  'at',
  'az',
  'ad',
  'ed',
  'es',
  'ez',
  'en',
  'er',
  'et',
  'ال',
])
const LATIN_ARTICLE = /^(?:al|el)(?=(?:[bcdfghjklmnpqrstvwxz]){1}[a-z]{4,})/
/** The Persian honorific before a full name, which other languages leave out; in Arabic letters سيد is a given name. */
const SAYYID = /^\s*(?:سید(?!\p{L})|se?yy?ed\s)/iu
const ABD = new Set(['abd', 'abdel', 'abdul', 'abdal', 'abdoul', 'عبد'])

/**
 * The words of a person's name that are compared: folded, Cyrillic as Latin, without titles, articles and `bin`; `Abd` and
 * what follows made one word. `glued` writes `bin` and the next word as one instead, as in Benhamouda.
 */
export function nameWords(name: string, glued = false): string[] {
  const given = latinised(fold(name))
    .replace(/['`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  let raw = given.length > 2 && SAYYID.test(name) ? given.slice(1) : given
  while (raw.length > 1 && TITLES.has(raw[0] as string)) raw = raw.slice(1)
  const words: string[] = []
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i] as string
    if (ABD.has(word) && i + 1 < raw.length) {
      let next = i + 1
      while (next + 1 < raw.length && ARTICLES.has(raw[next] as string)) next++
      words.push(abd(bare(raw[next] as string)))
      i = next
      continue
    }
    if (glued && SONS.has(word) && i + 1 < raw.length) {
      words.push(word + (raw[++i] as string))
      continue
    }
    if (raw.length > 1 && (SONS.has(word) || (ARTICLES.has(word) && i + 1 < raw.length))) continue
    const joined =
      /^(?:abd(?:el|al|ul|oul|er|ur|es|us)|abd)([a-z]{3,})$/.exec(word)?.[1] ??
      /^عبد(\p{L}{3,})$/u.exec(word)?.[1]
    words.push(joined && word !== 'abdou' ? abd(bare(joined)) : bare(word))
  }
  return words
}

/** `abd` of a name of God: the two scripts keep their own mark. */
const abd = (name: string) => (ARABIC.test(name) ? `عبد${name}` : `abd${name}`)

function bare(word: string): string {
  if (ARABIC.test(word)) return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
  return word.length > 6 ? word.replace(LATIN_ARTICLE, '') : word
}

/** Whether a name has a `bin` that some write glued to the next word. */
export const hasSon = (name: string): boolean =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .some((w) => SONS.has(w))

export const isArabic = (word: string): boolean => ARABIC.test(word)
