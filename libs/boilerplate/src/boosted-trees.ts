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

/** Sum of the trees for one row of a table: log odds of the positive class. */
export function logOdds(model: BoostedTrees, rows: Float32Array, offset: number): number {
  const { feature, threshold, left, right } = model
  let sum = model.base
  for (const root of model.roots) {
    let i = root
    for (let f = feature[i] ?? -1; f >= 0; f = feature[i] ?? -1)
      i = ((rows[offset + f] ?? 0) <= (threshold[i] ?? 0) ? left[i] : right[i]) ?? 0
    sum += threshold[i] ?? 0
  }
  return sum
}
