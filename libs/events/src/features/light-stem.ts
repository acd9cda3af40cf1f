const CLITICS = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبل])(?=\p{L}{3})/u
const OBJECTS = /(?<=\p{L}{4})(?:ها|هم|نا|هما)$/u
const PERSIAN_PLURALS = /(?<=\p{L}{3})(?:هايي|هاي|ها)$/u
const PLURALS = /(?<=\p{L}{3})(?:ين|ون|ان)$/u

/** A folded Arabic word without article, conjunction and preposition, as far as three letters are left. */
export const withoutClitics = (folded: string): string => folded.replace(CLITICS, '')

/** A folded Arabic word without its article alone. */
export const withoutArticle = (folded: string): string => folded.replace(/^ال(?=\p{L}{3})/u, '')

/**
 * A folded word with what number and case add taken off and no more, so that `دوري` (league) stays apart from `دورة`
 * (course) and `statement` from `state`. Clitics are the caller's to take off. Other languages keep the word, but for the
 * plural's ending.
 */
export function lightStem(folded: string, lang: string): string {
  if (lang === 'fa') return folded.replace(PERSIAN_PLURALS, '')
  if (lang !== 'ar')
    return folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
  let word = folded
  const owned = word.replace(OBJECTS, '')
  if (owned !== word) word = owned.endsWith('ت') ? `${owned.slice(0, -1)}ه` : owned
  if (word.length > 4 && /(?:ات|تين|تان)$/u.test(word)) return word.replace(/(?:ات|تين|تان)$/u, 'ه')
  word = word.replace(PLURALS, '')
  return word.length > 4 && word.endsWith('ا') ? word.slice(0, -1) : word
}
