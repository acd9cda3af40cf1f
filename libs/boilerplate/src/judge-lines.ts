import { type BoostedTrees, logOdds } from './boosted-trees.ts'
import { type LineFacts, lineFeatures, lineNames, lineSequence, lineSequenceNames } from './line-features.ts'

/** Body lines by two looks, and the headline by one. */
export type LineModel = { first: BoostedTrees; second: BoostedTrees; title: BoostedTrees }
export type LineOdds = { facts: LineFacts; odds: Float64Array; title: number; titleOdds: Float64Array }

/** Log odds of each line being body, and the line that is most likely the headline (-1: none). */
export function lineOdds(texts: string[], model: LineModel): LineOdds {
  const facts = lineFeatures(texts)
  const first = Float64Array.from(texts, (_, i) => logOdds(model.first, facts.rows, i * lineNames.length))
  const titleRows = lineSequence(facts, first, -1)
  const titleOdds = Float64Array.from(texts, (_, i) =>
    logOdds(model.title, titleRows, i * lineSequenceNames.length),
  )
  let title = -1
  for (const [i, o] of titleOdds.entries())
    if (!facts.readings[i]?.sure && (title < 0 || o > (titleOdds[title] ?? 0))) title = i
  const rows = lineSequence(facts, first, title)
  return {
    facts,
    odds: Float64Array.from(texts, (_, i) => logOdds(model.second, rows, i * lineSequenceNames.length)),
    title,
    titleOdds,
  }
}
