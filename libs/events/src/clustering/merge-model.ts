import { weights } from '../../models/merge/weights.js'
import { type Signal, SIGNALS } from './likeness.ts'

/** A logistic model over the signals of two clusters. */
export type MergeModel = { within: Linear; across: Linear }
type Linear = { bias: number; weights: Float64Array }

const linear = (given: { bias: number; weights: Record<string, number> }): Linear => ({
  bias: given.bias,
  weights: Float64Array.from(SIGNALS, (signal) => given.weights[signal] ?? 0),
})

/** The model that ships; fitted by tools/train-events. */
export const defaultModel: MergeModel = { within: linear(weights.within), across: linear(weights.across) }

/** Log-odds that two clusters report one happening: above 0 more likely than not. */
export function logOdds(x: Float64Array, across: boolean, model: MergeModel): number {
  const { bias, weights: w } = across ? model.across : model.within
  let sum = bias
  for (let i = 0; i < x.length; i++) sum += x[i]! * w[i]!
  return sum
}

/** Each signal's part in the log-odds, largest first. */
export function contributions(x: Float64Array, across: boolean, model: MergeModel): [Signal, number][] {
  const { weights: w } = across ? model.across : model.within
  return SIGNALS.map((signal, i): [Signal, number] => [signal, x[i]! * w[i]!])
    .filter(([, part]) => Math.abs(part) >= 0.05)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
}
