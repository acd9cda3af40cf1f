import { figuresOf, scoresOf } from '../features/figures.ts'
import { tokens } from '../features/terms.ts'
import { sentencesOf } from './sentences.ts'

/** What is counted in a way that several papers can be compared by. */
const COMPARED = new Set(['dead', 'injured', 'missing', 'arrested', 'magnitude', 'score', 'jobs', 'homes'])
const TOLD = new Set([...COMPARED, 'money', 'percent', 'people', 'distance'])
/** Figures of two papers disagree only when told within these hours; later ones are news. */
const SAME_HOURS = 6
const YEAR = /(?<!\d)(19\d\d|20\d\d)(?!\d)/g

/** A figure, who tells it, and the sentence it stands in. */
export type Figure = { what: string; value: number; unit?: string; sources: string[]; quote: string }

export type Reading = {
  what: string
  value: number
  unit?: string
  source: string
  articleId: string
  at: number
  quote: string
}

export type FigureSource = {
  id: string
  source: string
  title: string
  text: string
  lang: string
  at: number
}

/**
 * The first figure of each kind that an article tells, with the sentence it stands in. A sentence that names another year
 * tells background, and is passed over.
 */
export function readingsOf(article: FigureSource): Reading[] {
  const found = new Map<string, Reading>()
  const year = new Date(article.at).getUTCFullYear()
  const give = (what: string, value: number, quote: string): void => {
    if (!found.has(what))
      found.set(what, {
        what,
        value,
        source: article.source,
        articleId: article.id,
        at: article.at,
        quote: quote.slice(0, 400),
      })
  }
  for (const sentence of [article.title, ...sentencesOf(article.text, 25).map((s) => s.text)]) {
    const years = [...sentence.matchAll(YEAR)].map((m) => Number(m[1]))
    if (years.some((y) => y < year)) continue
    for (const { unit, value } of figuresOf(sentence, tokens(sentence), article.lang))
      if (TOLD.has(unit)) give(unit, value, sentence)
    for (const score of scoresOf(sentence)) give('score', Number(score.replace('-', '.')), sentence)
  }
  return [...found.values()]
}

/** Figures by what they count and their value, with who told them, most told first. */
export function figuresByValue(readings: readonly Reading[]): Figure[] {
  const found = new Map<string, Figure>()
  for (const { what, value, source, quote } of readings) {
    const key = `${what}:${value}`
    const known = found.get(key)
    if (known) known.sources = [...new Set([...known.sources, source])]
    else found.set(key, { what, value, sources: [source], quote })
  }
  return [...found.values()].sort(
    (a, b) =>
      b.sources.length - a.sources.length || (a.what < b.what ? -1 : a.what > b.what ? 1 : a.value - b.value),
  )
}

/** What papers count differently at about the same time: each one's latest word, when values differ. */
export function disagreementsOf(readings: readonly Reading[]): { what: string; values: Figure[] }[] {
  const out: { what: string; values: Figure[] }[] = []
  for (const what of COMPARED) {
    const latest = new Map<string, Reading>()
    for (const reading of readings) {
      const known = latest.get(reading.source)
      if (reading.what === what && (!known || reading.at >= known.at)) latest.set(reading.source, reading)
    }
    const newest = Math.max(...[...latest.values()].map((r) => r.at))
    const now = [...latest.values()].filter((r) => newest - r.at <= SAME_HOURS * 36e5)
    if (new Set(now.map((r) => r.value)).size > 1) out.push({ what, values: figuresByValue(now) })
  }
  return out
}
