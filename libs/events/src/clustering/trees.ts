/** Boosted trees as a model file holds them: signal names, a start and one tree a line. */
export type PackedTrees = { bias: number; trees: string }

/**
 * Boosted trees over signals. Of each node: the signal it asks (-1 at a leaf), the cut from which on it goes right, and where
 * left and right are; of each leaf its log-odds.
 */
export type Trees = {
  bias: number
  roots: Int32Array
  asks: Int16Array
  cuts: Float64Array
  left: Int32Array
  right: Int32Array
  values: Float64Array
  /** The same trees, to be added up fast */
  quick: QuickTrees
}

/**
 * Trees by their questions instead of one after another (C. Lucchese et al., QuickScorer, SIGIR 2015). The questions of each
 * signal, `starts[signal]` to `starts[signal + 1]`, ascend by cut; one that is answered with yes rules out the leaves on its
 * left, which its mask lacks. A tree's answer is the first leaf that nothing rules out.
 */
type QuickTrees = {
  starts: Int32Array
  cuts: Float64Array
  trees: Uint16Array
  masks: Int32Array
  /** Thirty-two places for each tree */
  leaves: Float64Array
}
const MOST_LEAVES = 32

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
      }
      return at
    }
    grow()
  }
  const trees = {
    bias: packed.bias,
    roots: Int32Array.from(roots),
    asks: Int16Array.from(asks),
    cuts: Float64Array.from(cuts),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    values: Float64Array.from(values),
  }
  return { ...trees, quick: byQuestion(trees, known.length) }
}

function byQuestion(trees: Omit<Trees, 'quick'>, signals: number): QuickTrees {
  const { roots, asks, cuts, left, right, values } = trees
  const leaves = new Float64Array(roots.length * MOST_LEAVES)
  const questions: { signal: number; cut: number; tree: number; mask: number }[] = []
  roots.forEach((root, tree) => {
    let next = 0
    const number = (at: number): number => {
      const first = next
      if (asks[at]! < 0) {
        if (next >= MOST_LEAVES)
          throw new Error(`Cannot read merge model: tree ${tree + 1} has more than ${MOST_LEAVES} leaves`)
        leaves[tree * MOST_LEAVES + next++] = values[at]!
        return first
      }
      number(left[at]!)
      const onLeft = next - first
      // a shift by 32 would be none
      const ones = onLeft >= MOST_LEAVES ? -1 : (1 << onLeft) - 1
      questions.push({ signal: asks[at]!, cut: cuts[at]!, tree, mask: ~(ones << first) })
      number(right[at]!)
      return first
    }
    number(root)
  })
  questions.sort((a, b) => a.signal - b.signal || a.cut - b.cut || a.tree - b.tree)
  return {
    starts: Int32Array.from({ length: signals + 1 }, (_, signal) => {
      const at = questions.findIndex((q) => q.signal >= signal)
      return at < 0 ? questions.length : at
    }),
    cuts: Float64Array.from(questions, (q) => q.cut),
    trees: Uint16Array.from(questions, (q) => q.tree),
    masks: Int32Array.from(questions, (q) => q.mask),
    leaves,
  }
}

/** Leaves that each tree has left, between one call and the next of no meaning */
let remaining = new Int32Array(0)

/** Log-odds of signals. */
export function sumOfTrees(x: Float64Array, { bias, roots, quick }: Trees): number {
  const { starts, cuts, trees, masks, leaves } = quick
  const count = roots.length
  if (remaining.length < count) remaining = new Int32Array(count)
  remaining.fill(-1)
  for (let signal = 0; signal < x.length; signal++) {
    const value = x[signal]!,
      end = starts[signal + 1]!
    for (let i = starts[signal]!; i < end && cuts[i]! <= value; i++) remaining[trees[i]!]! &= masks[i]!
  }
  let sum = bias
  for (let tree = 0; tree < count; tree++) {
    const bits = remaining[tree]!
    sum += leaves[tree * MOST_LEAVES + 31 - Math.clz32(bits & -bits)]!
  }
  return sum
}
