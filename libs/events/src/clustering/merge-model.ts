import { weights } from '../../models/merge/weights.js'
import { type Signal, SIGNALS } from './likeness.ts'

/**
 * A logistic model over the signals of two clusters: one for clusters that share a language, one for those that don't, and
 * one of each for when a side has titles alone.
 */
export type MergeModel = { within: Linear; across: Linear; withinBare: Linear; acrossBare: Linear }
type Linear = { bias: number; weights: Float64Array }

const linear = (given: { bias: number; weights: Record<string, number> }): Linear => ({
  bias: given.bias,
  weights: Float64Array.from(SIGNALS, (signal) => given.weights[signal] ?? 0),
})

/** The model that ships; fitted by tools/train-events. */
export const defaultModel: MergeModel = {
  within: linear(weights.within),
  across: linear(weights.across),
  withinBare: linear(weights.withinBare),
  acrossBare: linear(weights.acrossBare),
}

/** Below this there is no text to compare, only a title. */
const BARE = 0.1
const BODIES = SIGNALS.indexOf('bodies')

function linearFor(x: Float64Array, across: boolean, model: MergeModel): Linear {
  const isBare = x[BODIES]! < BARE
  if (across) return isBare ? model.acrossBare : model.across
  return isBare ? model.withinBare : model.within
}

/** Log-odds that two clusters report one happening: above 0 more likely than not. */
export function logOdds(x: Float64Array, across: boolean, model: MergeModel): number {
  const { bias, weights: w } = linearFor(x, across, model)
  let sum = bias
  for (let i = 0; i < x.length; i++) sum += x[i]! * w[i]!
  return sum
}

/** Each signal's part in the log-odds, largest first. */
export function contributions(x: Float64Array, across: boolean, model: MergeModel): [Signal, number][] {
  const { weights: w } = linearFor(x, across, model)
  return SIGNALS.map((signal, i): [Signal, number] => [signal, x[i]! * w[i]!])
    .filter(([, part]) => Math.abs(part) >= 0.05)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
}
