/** Boosted trees as a model file holds them: signal names, a start and one tree a line. */
export type PackedTrees = { bias: number; trees: string }

/**
 * Boosted trees over signals. Of each node: the signal it asks (-1 at a leaf), the cut from which on it goes right, where
 * left and right are, and the log-odds that the leaves below it give on average.
 */
export type Trees = {
  bias: number
  roots: Int32Array
  asks: Int16Array
  cuts: Float64Array
  left: Int32Array
  right: Int32Array
  values: Float64Array
}

/**
 * Reads trees written root first, left before right, as `signal:cut` and `=value`; signals by their place among `names`.
 * Throws on a signal that is not in `known`, since a model without its signals decides at random.
 */
export function unpackTrees(packed: PackedTrees, names: readonly string[], known: readonly string[]): Trees {
  const place = names.map((name) => {
    const at = known.indexOf(name)
    if (at < 0) throw new Error(`Cannot read merge model: it asks for signal "${name}"`)
    return at
  })
  const asks: number[] = [],
    cuts: number[] = [],
    left: number[] = [],
    right: number[] = [],
    values: number[] = [],
    roots: number[] = []
  for (const line of packed.trees.split('\n')) {
    roots.push(asks.length)
    const nodes = line.split(' ')
    let next = 0
    const grow = (): number => {
      const node = nodes[next++] ?? '=0',
        at = asks.length
      const colon = node.indexOf(':')
      asks.push(colon < 0 ? -1 : (place[Number(node.slice(0, colon))] ?? -1))
      cuts.push(colon < 0 ? 0 : Number(node.slice(colon + 1)))
      values.push(colon < 0 ? Number(node.slice(1)) : 0)
      left.push(0)
      right.push(0)
      if (colon >= 0) {
        left[at] = grow()
        right[at] = grow()
        values[at] = ((values[left[at]] ?? 0) + (values[right[at]] ?? 0)) / 2
      }
      return at
    }
    grow()
  }
  return {
    bias: packed.bias,
    roots: Int32Array.from(roots),
    asks: Int16Array.from(asks),
    cuts: Float64Array.from(cuts),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    values: Float64Array.from(values),
  }
}

/** Log-odds of signals. */
export function sumOfTrees(x: Float64Array, { bias, roots, asks, cuts, left, right, values }: Trees): number {
  let sum = bias
  for (const root of roots) {
    let at = root
    while (asks[at]! >= 0) at = x[asks[at]!]! >= cuts[at]! ? right[at]! : left[at]!
    sum += values[at]!
  }
  return sum
}

/** What each signal brought: at every question on the way down, how far the average of what is left moved. */
export function partsOfTrees(
  x: Float64Array,
  { roots, asks, cuts, left, right, values }: Trees,
): Float64Array {
  const parts = new Float64Array(x.length)
  for (const root of roots) {
    let at = root
    while (asks[at]! >= 0) {
      const next = x[asks[at]!]! >= cuts[at]! ? right[at]! : left[at]!
      parts[asks[at]!]! += values[next]! - values[at]!
      at = next
    }
  }
  return parts
}
