/** What turns the keys of evidence into words of the interface. */
export type EvidenceVoice = {
  /** An entity's name by its id */
  nameOf: (id: string) => string | undefined
  /** What a kind of figure counts: `dead`, `money` */
  figureWord: (what: string) => string
  hours: (hours: number) => string
  /** That so many other articles are like both sides */
  likeBoth: (articles: number) => string
}

const HOURS = /^(\d{1,6}(?:\.\d{1,4})?) hours apart$/
const LIKE_BOTH = /^(\d{1,6}) other articles? (?:is|are) like both$/
/** What tells happenings of one kind apart, as `round:final` */
const DISTINCTION = /^(round|ceremony|ordinal|sex):([a-z\d]{1,20})$/
const FIGURE = /^([a-z]{2,20}):(-?[\d.]{1,20}(?:-\d{1,4})?)$/

/**
 * Evidence in words: keys of names (`@id`, `@person:name`) become names, figures (`dead:14`) get their word, sound
 * skeletons (`~KRM`) are left out, each name stands once. What is words already stays as it is.
 */
export function evidenceWords(evidence: string, voice: EvidenceVoice): string {
  const hours = HOURS.exec(evidence)
  if (hours) return voice.hours(Number(hours[1]))
  const likeBoth = LIKE_BOTH.exec(evidence)
  if (likeBoth) return voice.likeBoth(Number(likeBoth[1]))
  const told = evidence.split(', ').map((part) => partWords(part, voice))
  return [...new Set(told)].filter((part) => part !== '').join(' · ')
}

function partWords(part: string, voice: EvidenceVoice): string {
  if (part.startsWith('~')) return ''
  if (part.startsWith('@')) {
    const key = part.slice(1)
    const colon = key.indexOf(':')
    return colon < 0 ? (voice.nameOf(key) ?? '') : key.slice(colon + 1)
  }
  const distinction = DISTINCTION.exec(part)
  if (distinction) return voice.figureWord(`${distinction[1]}.${distinction[2]}`)
  const figure = FIGURE.exec(part)
  if (!figure?.[1]) return part
  return figure[1] === 'count' ? (figure[2] ?? part) : `${voice.figureWord(figure[1])} ${figure[2]}`
}
