// Judgements on texts that real desks wrote: the distances of invented ones alone mislead.
import { judgements, FAR_DAYS, readRows, stream } from './streams.mjs'

/** Every so many background articles are streamed, and of these every second is told by two desks. */
const EVERY = 8
const LONGEST = 3000
const SHORTEST_SENTENCE = 25
const FEWEST_SENTENCES = 4
const HEADLINE_WORDS = 14
/** One article gives one pair, a labelled happening dozens. */
const HALVES_WEIGH = { same: 5, other: 0.5 }
const LABELLED_WEIGH = 2

const bothWays = (rows, model, how) =>
  [true, false].flatMap((bodies) => {
    const own = judgements(rows, how)
    stream(rows, model, bodies, own.witness)
    return own.found()
  })

/** Articles with the happening they report, as `gold` begins with the number of its topic; no times are known. */
export function labelledExamples(file, model) {
  const rows = readRows(file)
  const timed = rows.map((row, i) => ({
    ...row,
    publishedAt: new Date(Date.UTC(2026, 2, 1) + ((i * 7919) % rows.length) * 6e4).toISOString(),
  }))
  return bothWays(timed, model, {
    goldOf: (row) => row.gold,
    familyOf: (gold) => `topic/${/^\d+/.exec(gold)?.[0] ?? gold}`,
    answer: ([a, b]) => Number(a === b),
  }).map((e) => ({ ...e, weight: e.weight * LABELLED_WEIGH }))
}

/**
 * Unlabelled articles as two desks might have told them: one gets the headline and every second sentence, the other the rest,
 * under its first words. Two articles written weeks apart are two happenings for sure, though time here is squeezed.
 */
export function halvesExamples(file, model) {
  const written = new Map()
  const rows = readRows(file).flatMap((article, i) => {
    if (i % EVERY > 0) return []
    const gold = `half/${i}`
    written.set(gold, Date.parse(article.publishedAt))
    const at = Date.UTC(2026, 2, 1) + ((i * 7919) % 7597) * 156_000
    const told = (n, title, text) => ({
      id: `${gold}/${n}`,
      gold,
      title,
      text,
      lang: 'ar',
      source: '',
      publishedAt: new Date(at + n * ((i * 31) % 20) * 36e5).toISOString(),
    })
    const sentences = article.text
      .slice(0, LONGEST)
      .split(/(?<=[.!?؟])\s+|\n+/)
      .map((s) => s.trim())
      .filter((s) => s.length > SHORTEST_SENTENCE)
    if (i % (2 * EVERY) > 0 || sentences.length < FEWEST_SENTENCES)
      return [told(0, article.title, article.text.slice(0, LONGEST))]
    const [first, ...rest] = sentences
    return [
      told(0, article.title, rest.filter((_, k) => k % 2 === 0).join(' ')),
      told(
        1,
        first.split(/\s+/).slice(0, HEADLINE_WORDS).join(' '),
        rest.filter((_, k) => k % 2 === 1).join(' '),
      ),
    ]
  })
  const isFar = (a, b) => Math.abs(written.get(a) - written.get(b)) > FAR_DAYS * 864e5
  return bothWays(rows, model, {
    goldOf: (row) => row.gold,
    familyOf: () => undefined,
    answer: ([a, b]) => (a === b ? 1 : isFar(a, b) ? 0 : undefined),
  }).map((e) => ({ ...e, weight: e.weight * (e.y ? HALVES_WEIGH.same : HALVES_WEIGH.other) }))
}
