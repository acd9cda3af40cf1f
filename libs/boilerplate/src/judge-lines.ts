import { type BoostedTrees, logOdds } from './boosted-trees.ts'
import { type LineFacts, lineFeatures, lineNames } from './line-features.ts'
import { lineSequence, lineSequenceNames } from './line-sequence.ts'

/** Body lines by two looks, and the headline by one. */
export type LineModel = { first: BoostedTrees; second: BoostedTrees; title: BoostedTrees }
export type LineOdds = { facts: LineFacts; odds: Float64Array; title: number }

/** A short line that stands there this often is furniture; left in, it tears apart what stands around it. */
const OFTEN = { times: 4, chars: 100 }
/** Log odds of lines that need no look */
const FURNITURE = -6
/** Taken off the log odds of a line for each other line that says the same: an article says a thing once */
const REPEAT = 1
/** Log odds below which the likeliest headline is none: of a body alone */
const LEAST_TITLE = -5

/** Indices of the lines that the model looks at: all but those that stand there often. */
export function judgedLines(texts: readonly string[]): number[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const judged: number[] = []
  for (const [i, text] of texts.entries())
    if (text.length >= OFTEN.chars || (counts.get(text) ?? 0) < OFTEN.times) judged.push(i)
  return judged
}

/** Log odds of each line being body, and the line that is most likely the headline (-1: none). */
export function lineOdds(texts: string[], model: LineModel): LineOdds {
  const judged = judgedLines(texts)
  const seen = looks(lineFeatures(judged.map((i) => texts[i] ?? '')), model)
  const facts = judged.length === texts.length ? seen.facts : lineFeatures(texts)
  const odds = new Float64Array(texts.length).fill(FURNITURE)
  for (const [k, i] of judged.entries()) odds[i] = seen.odds[k] ?? FURNITURE
  levelRepeats(facts.bares, odds)
  return { facts, odds, title: judged[seen.title] ?? -1 }
}

/** A long line that ends in a full stop is no headline, even where none stands above the text. */
const isParagraph = (text: string): boolean => text.length >= 100 && /[.。۔।]$/.test(text)

function looks(facts: LineFacts, model: LineModel): LineOdds {
  const oddsOf = (trees: BoostedTrees, rows: Float32Array, width: number): Float64Array =>
    Float64Array.from(facts.texts, (_, i) => logOdds(trees, rows, i * width))
  const first = oddsOf(model.first, facts.rows, lineNames.length)
  const titleOdds = oddsOf(model.title, lineSequence(facts, first, -1), lineSequenceNames.length)
  let title = -1
  for (const [i, o] of titleOdds.entries())
    if (
      !facts.readings[i]?.sure &&
      !isParagraph(facts.texts[i] ?? '') &&
      (title < 0 || o > (titleOdds[title] ?? 0))
    )
      title = i
  if ((titleOdds[title] ?? 0) < LEAST_TITLE) title = -1
  const odds = oddsOf(model.second, lineSequence(facts, first, title), lineSequenceNames.length)
  return { facts, odds, title }
}

/** Lines that say the same are judged as the least likely of them, and the harder the more there are. */
function levelRepeats(bares: readonly string[], odds: Float64Array): void {
  const groups = new Map<string, number[]>()
  for (const [i, text] of bares.entries()) {
    const group = groups.get(text)
    if (group) group.push(i)
    else groups.set(text, [i])
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const least = Math.min(...group.slice(0, 1000).map((i) => odds[i] ?? 0))
    for (const i of group) odds[i] = least - REPEAT * (group.length - 1)
  }
}
