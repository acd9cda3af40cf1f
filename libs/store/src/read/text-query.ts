import { fold } from '@newsbraid/text'

const MAX_WORDS = 20
/** What Arabic writes onto the front of a noun: the article, and prepositions and "and" before it */
const PROCLITICS = ['ال', 'وال', 'بال', 'فال', 'كال', 'لل', 'و', 'ب', 'ل']

/**
 * Free text as a tsquery over what `to_tsvector('simple', fold(text))` holds: all words, the last one perhaps
 * unfinished, Arabic ones with or without what is written onto their front. Undefined when there is no word in it.
 */
export function textQuery(q: string): string | undefined {
  // Letters and digits only, so no operator of the query language gets through
  const tokens = fold(q)
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.slice(0, MAX_WORDS)
  if (!tokens) return undefined
  return tokens.map((token, n) => oneOf(formsOf(token), n === tokens.length - 1 ? ':*' : '')).join(' & ')
}

/** The same for words each of which may be written in several ways, none of them unfinished. */
export function writingsQuery(words: readonly (readonly string[])[]): string | undefined {
  const told = words.slice(0, MAX_WORDS).flatMap((writings) => {
    const tokens = writings.flatMap((word) => fold(word).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    return tokens.length === 0 ? [] : [oneOf([...new Set(tokens.flatMap(formsOf))].sort(), '')]
  })
  return told.length === 0 ? undefined : told.join(' & ')
}

function formsOf(token: string): string[] {
  if (!/\p{Script=Arabic}/u.test(token)) return [token]
  const bare = token.length > 4 && token.startsWith('ال') ? token.slice(2) : token
  return bare.length < 3 ? [token] : [...new Set([token, bare, ...PROCLITICS.map((front) => front + bare)])]
}

const oneOf = (forms: readonly string[], mark: string): string =>
  `(${forms.map((form) => `'${form}'${mark}`).join(' | ')})`
