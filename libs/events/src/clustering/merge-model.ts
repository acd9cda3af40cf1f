import { model } from '../../models/merge/weights.js'
import { SIGNALS } from './likeness.ts'
import { type PackedTrees, sumOfTrees, type Trees, unpackTrees } from './trees.ts'

/**
 * Boosted trees over the signals of two clusters: for clusters that share a language and for those that don't, and of each
 * for when a side has titles alone.
 */
export type MergeModel = { within: Trees; across: Trees; withinBare: Trees; acrossBare: Trees }

/** A merge model as it is written to a file: the signals by number, and four sets of trees. */
export type PackedModel = { signals: readonly string[] } & Record<keyof MergeModel, PackedTrees>

/** Reads a merge model from its written form. */
export function readModel(packed: PackedModel): MergeModel {
  const read = (side: keyof MergeModel): Trees => unpackTrees(packed[side], packed.signals, SIGNALS)
  return {
    within: read('within'),
    across: read('across'),
    withinBare: read('withinBare'),
    acrossBare: read('acrossBare'),
  }
}

/** The model that ships; fitted by tools/train-events. */
export const defaultModel: MergeModel = readModel(model)

/** Below this there is no text to compare, only a title. */
const BARE = 0.1
const BODIES = SIGNALS.indexOf('bodies')

function treesFor(x: Float64Array, across: boolean, model: MergeModel): Trees {
  const isBare = x[BODIES]! < BARE
  if (across) return isBare ? model.acrossBare : model.across
  return isBare ? model.withinBare : model.within
}

/**
 * What no corpus of invented happenings can teach, set by hand and added to what the trees say: there a name belongs to one
 * happening and a town is rarely struck twice, while on a real day the famous and the large are in many.
 */
const BY_HAND: readonly (readonly [number, number])[] = (
  [
    ['oneName', -4],
    ['placesSwapped', -5],
    ['placesDiffer', -1],
  ] as const
).map(([signal, weight]) => [SIGNALS.indexOf(signal), weight])

/** Log-odds that two clusters report one happening: above 0 more likely than not. */
export function logOdds(x: Float64Array, across: boolean, model: MergeModel): number {
  let sum = sumOfTrees(x, treesFor(x, across, model))
  for (const [signal, weight] of BY_HAND) sum += weight * x[signal]!
  return sum
}

/** What signals say of two of which nothing is known but that a day lies between them. */
const NOTHING = Float64Array.from(SIGNALS, (signal) =>
  signal === 'hoursApart' || signal === 'middles' ? Math.log1p(24) / 5 : 0,
)

/**
 * Answers what some signals bring to the log-odds, in nats: the mean of what would be missing without them and of what they say alone, so
 * that of signals that say the same each gets its share (between the first and the last term of L. S. Shapley's value, 1953).
 * Since trees are held to directions, likeness never speaks against, nor difference for.
 */
export function weigherOf(
  x: Float64Array,
  across: boolean,
  model: MergeModel,
): (some: readonly number[]) => number {
  const nothing = Float64Array.from(NOTHING)
  nothing[BODIES] = x[BODIES]!
  const told = (y: Float64Array): number => logOdds(y, across, model)
  const all = told(x),
    none = told(nothing)
  return (some) => {
    const without = Float64Array.from(x),
      alone = Float64Array.from(nothing)
    for (const signal of some) {
      without[signal] = NOTHING[signal]!
      alone[signal] = x[signal]!
    }
    return (all - told(without) + told(alone) - none) / 2
  }
}
