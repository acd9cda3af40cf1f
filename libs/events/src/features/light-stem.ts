const CLITICS = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبل])(?=\p{L}{3})/u
const OBJECTS = /(?<=\p{L}{3})(?:ها|هم|نا|هما)$/u
const PLURALS = /(?<=\p{L}{3})(?:ين|ون|ان)$/u

/** A folded Arabic word without article, conjunction and preposition, as far as three letters are left. */
export const withoutClitics = (folded: string): string => folded.replace(CLITICS, '')

/**
 * A folded word with what number and case add taken off and no more, so that `دوري` (league) stays apart from `دورة`
 * (course) and `statement` from `state`. Other languages keep the word, but for the plural's s.
 */
export function lightStem(folded: string, lang: string): string {
  if (lang !== 'ar')
    return folded.length > 4 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
  let word = withoutClitics(folded)
  const owned = word.replace(OBJECTS, '')
  if (owned !== word) word = owned.endsWith('ت') ? `${owned.slice(0, -1)}ه` : owned
  if (word.length > 4 && /(?:ات|تين|تان)$/u.test(word)) return word.replace(/(?:ات|تين|تان)$/u, 'ه')
  word = word.replace(PLURALS, '')
  return word.length > 4 && word.endsWith('ا') ? word.slice(0, -1) : word
}
