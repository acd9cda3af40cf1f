/**
 * Boosted decision trees as flat arrays: node i tests `row[feature[i]] <= threshold[i]` and goes to left[i] or right[i];
 * feature -1 marks a leaf, whose value stands in `threshold`. `roots` are the first nodes of the trees.
 */
export type BoostedTrees = {
  base: number
  roots: number[]
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
}

/** The same trees with both branches of a node side by side: no step down is a jump that has to be guessed. */
type Packed = {
  base: number
  roots: Int32Array
  feature: Int16Array
  threshold: Float64Array
  /** First branch; the second stands behind it */
  branches: Int32Array
}
const known = new WeakMap<BoostedTrees, Packed>()

function packed(model: BoostedTrees): Packed {
  const size = model.feature.length
  const found: Packed = {
    base: model.base,
    roots: new Int32Array(model.roots.length),
    feature: new Int16Array(size),
    threshold: new Float64Array(size),
    branches: new Int32Array(size),
  }
  /** By new place: the old one */
  const from: number[] = []
  for (const [t, root] of model.roots.entries()) {
    const first = from.push(root) - 1
    found.roots[t] = first
    for (let i = first; i < from.length; i++) {
      const node = from[i] ?? 0
      const feature = model.feature[node] ?? -1
      found.feature[i] = feature
      found.threshold[i] = model.threshold[node] ?? 0
      if (feature >= 0) found.branches[i] = from.push(model.left[node] ?? 0, model.right[node] ?? 0) - 2
    }
  }
  return found
}

/** Sum of the trees for one row of a table: log odds of the positive class. */
export function logOdds(model: BoostedTrees, rows: Float32Array, offset: number): number {
  let trees = known.get(model)
  if (!trees) known.set(model, (trees = packed(model)))
  const { roots, feature, threshold, branches } = trees
  let sum = trees.base
  for (const root of roots) {
    let i = root
    for (let f = feature[i] ?? -1; f >= 0; f = feature[i] ?? -1)
      i = (branches[i] ?? 0) + Number(!((rows[offset + f] ?? 0) <= (threshold[i] ?? 0)))
    sum += threshold[i] ?? 0
  }
  return sum
}
