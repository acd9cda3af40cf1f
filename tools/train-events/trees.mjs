// Boosted trees for log-odds (Friedman 2001, second-order as in XGBoost), each signal held to a direction.
const BINS = 32

/**
 * Fits trees to rows `{ x, y, weight? }`. `direction[j]` is 1 where a larger signal may only speak for, -1 against, 0 either,
 * undefined for a signal that is left out. Answers `{ bias, trees }`; a node is `[signal, threshold, left, right, value]`,
 * a leaf `[-1, 0, 0, 0, value]`; `value` is what the path is worth so far.
 */
export function fitTrees(rows, direction, options = {}) {
  const { rounds = 60, depth = 4, rate = 0.15, ridge = 20, least = 20 } = options
  const n = rows.length,
    d = direction.length
  const edges = Array.from({ length: d }, (_, j) => cutsOf(rows, j))
  const bins = new Uint8Array(n * d)
  rows.forEach(({ x }, i) => {
    for (let j = 0; j < d; j++) bins[i * d + j] = binOf(x[j], edges[j])
  })
  const weight = Float64Array.from(rows, (r) => r.weight ?? 1)
  let same = 0,
    all = 0
  for (let i = 0; i < n; i++) {
    same += weight[i] * rows[i].y
    all += weight[i]
  }
  const bias = Math.log(same / (all - same))
  const score = new Float64Array(n).fill(bias),
    g = new Float64Array(n),
    h = new Float64Array(n)
  const trees = []
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]))
      g[i] = weight[i] * (rows[i].y - p)
      h[i] = weight[i] * Math.max(1e-4, p * (1 - p))
    }
    const nodes = []
    const grow = (members, left, low, high) => {
      let G = 0,
        H = 0
      for (const i of members) {
        G += g[i]
        H += h[i]
      }
      const bound = (v) => Math.min(high, Math.max(low, v))
      const value = bound(G / (H + ridge))
      const at = nodes.push([-1, 0, 0, 0, rate * value]) - 1
      const best = left > 0 && H >= 2 * least ? bestSplit(members, G, H, low, high) : undefined
      if (!best) {
        for (const i of members) score[i] += rate * value
        return at
      }
      const { j, cut } = best
      const below = members.filter((i) => bins[i * d + j] <= cut),
        above = members.filter((i) => bins[i * d + j] > cut)
      const middle = (best.a + best.b) / 2
      const [lowBelow, highBelow, lowAbove, highAbove] =
        direction[j] > 0
          ? [low, middle, middle, high]
          : direction[j] < 0
            ? [middle, high, low, middle]
            : [low, high, low, high]
      nodes[at][0] = j
      nodes[at][1] = edges[j][cut]
      nodes[at][2] = grow(below, left - 1, lowBelow, highBelow)
      nodes[at][3] = grow(above, left - 1, lowAbove, highAbove)
      return at
    }
    const bestSplit = (members, G, H, low, high) => {
      let best
      const bound = (v) => Math.min(high, Math.max(low, v))
      const worth = (v, a, b) => 2 * v * a - v * v * (b + ridge)
      const whole = worth(bound(G / (H + ridge)), G, H)
      for (let j = 0; j < d; j++) {
        if (direction[j] === undefined || edges[j].length === 0) continue
        const gs = new Float64Array(BINS),
          hs = new Float64Array(BINS)
        for (const i of members) {
          gs[bins[i * d + j]] += g[i]
          hs[bins[i * d + j]] += h[i]
        }
        let a = 0,
          b = 0
        for (let cut = 0; cut < edges[j].length; cut++) {
          a += gs[cut]
          b += hs[cut]
          if (b < least || H - b < least) continue
          const va = bound(a / (b + ridge)),
            vb = bound((G - a) / (H - b + ridge))
          if ((direction[j] > 0 && va > vb) || (direction[j] < 0 && va < vb)) continue
          const gain = worth(va, a, b) + worth(vb, G - a, H - b) - whole
          if (gain > 1e-3 && (!best || gain > best.gain)) best = { gain, j, cut, a: va, b: vb }
        }
      }
      return best
    }
    grow([...rows.keys()], depth, -Infinity, Infinity)
    trees.push(nodes)
  }
  return { bias, trees }
}

function cutsOf(rows, j) {
  const sorted = Float64Array.from(rows, (r) => r.x[j]).sort()
  const cuts = []
  for (let b = 1; b < BINS; b++) {
    const value = sorted[Math.floor((sorted.length * b) / BINS)]
    if ((cuts.length === 0 || value > cuts.at(-1)) && value < sorted.at(-1)) cuts.push(value)
  }
  // most pairs share nothing: halve what is left of the scale
  if (cuts.length < 8)
    for (const share of [0.9, 0.95, 0.98, 0.99]) {
      const value = sorted[Math.floor(sorted.length * share)]
      if ((cuts.length === 0 || value > cuts.at(-1)) && value < sorted.at(-1)) cuts.push(value)
    }
  return cuts
}

function binOf(value, cuts) {
  let low = 0,
    high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > cuts[middle]) low = middle + 1
    else high = middle
  }
  return low
}

/** Log-odds of one row. */
export function treesScore({ bias, trees }, x) {
  let sum = bias
  for (const nodes of trees) {
    let at = 0
    while (nodes[at][0] >= 0) at = x[nodes[at][0]] <= nodes[at][1] ? nodes[at][2] : nodes[at][3]
    sum += nodes[at][4]
  }
  return sum
}
