import { termsOf, tokens } from '../features/terms.ts'
import { sentencesOf } from './sentences.ts'

export type Chosen = { articleId: string; text: string }
type Told = { id: string; title: string; text: string; lang: string; at: number }

const SHORTEST = 40
const LONGEST = 360
const IN_SUMMARY = 3

/** How many of the reports use each stem: what most tell is what happened. */
function spread(reports: readonly Told[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title, text, lang } of reports)
    for (const term of new Set(termsOf(tokens(`${title}\n${text.slice(0, 1500)}`), lang)))
      counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** The title that tells most of what the reports share without being long; of equals the earliest. */
export function chooseTitle(reports: readonly Told[]): Chosen | undefined {
  const counts = spread(reports)
  let best: Chosen | undefined,
    most = -1
  for (const { id, title, lang } of reports) {
    const terms = new Set(termsOf(tokens(title), lang))
    let sum = 0
    for (const term of terms) sum += (counts.get(term) ?? 0) / reports.length
    const fit =
      sum / Math.sqrt(terms.size + 3) -
      (title.length > 130 ? 0.3 : 0) -
      (title.endsWith('?') || title.endsWith('؟') ? 0.3 : 0)
    if (fit > most + 1e-9) {
      best = { articleId: id, text: title }
      most = fit
    }
  }
  return best
}

/** Up to three whole sentences of the reports: central, early in their article, not saying the same thing twice. */
export function chooseSentences(reports: readonly Told[]): Chosen[] {
  const counts = spread(reports)
  const candidates = reports.flatMap(({ id, text, lang, at }) =>
    sentencesOf(text, 12)
      .filter((s) => s.text.length >= SHORTEST && s.text.length <= LONGEST)
      .map((s) => {
        const terms = new Set(termsOf(tokens(s.text), lang))
        let sum = 0
        for (const term of terms) sum += (counts.get(term) ?? 0) / reports.length
        return {
          articleId: id,
          text: s.text,
          terms,
          at,
          index: s.index,
          fit: sum / Math.sqrt(terms.size + 4) + 0.5 / (1 + s.index),
        }
      }),
  )
  candidates.sort((a, b) => b.fit - a.fit || a.at - b.at || a.index - b.index)
  const chosen: typeof candidates = []
  for (const candidate of candidates) {
    if (chosen.length === IN_SUMMARY) break
    if (chosen.every((other) => shareOf(candidate.terms, other.terms) < 0.4)) chosen.push(candidate)
  }
  return chosen
    .sort((a, b) => a.index - b.index || a.at - b.at)
    .map(({ articleId, text }) => ({ articleId, text }))
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared / (Math.min(a.size, b.size) || 1)
}
