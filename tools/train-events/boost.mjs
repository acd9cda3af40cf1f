// Gradient-boosted trees for yes-or-no answers (J. Friedman, 2001; second-order leaves as in T. Chen and C. Guestrin, 2016), by
// histograms, with signals held to a direction. The same rows give the same trees.

const SHARE_OF_ROWS = 0.6
const SHARE_OF_SIGNALS = 0.7
const FEWEST_ROWS = 50
const LEAST_GAIN = 1
const LEAST_CURVATURE = 3
/** Quantiles that may become cuts: of all values, and of those that are not 0 */
const CUTS = 48
const CUTS_BESIDE_ZERO = 12

/**
 * Rows are { x, y, weight }; `directions[j]` is 1 when a signal may only speak for, -1 only against, 0 either, null when it is
 * left out. Answers { bias, trees }, a tree as nodes { j, cut, left, right } or { value }, the root first.
 */
export function boost(rows, { directions, trees = 100, depth = 4, rate = 0.1, ridge = 5 }) {
  const n = rows.length
  const cuts = directions.map((d, j) => (d === null ? [] : cutsOf(rows, j)))
  const columns = cuts.map((own, j) => columnOf(rows, j, own))
  const active = cuts.flatMap((own, j) => (own.length > 0 ? [j] : []))
  let all = 0,
    same = 0
  for (const { y, weight } of rows) {
    all += weight
    same += weight * y
  }
  const bias = Math.log(same / (all - same))
  const sums = new Float64Array(n).fill(bias),
    slope = new Float64Array(n),
    curve = new Float64Array(n)
  let state = 1
  const draw = () => (state = (state * 1664525 + 1013904223) >>> 0) / 4294967296
  const grown = []
  for (let t = 0; t < trees; t++) {
    const drawn = []
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-sums[i]))
      slope[i] = rows[i].weight * (rows[i].y - p)
      curve[i] = rows[i].weight * Math.max(1e-4, p * (1 - p))
      if (draw() < SHARE_OF_ROWS) drawn.push(i)
    }
    const nodes = []
    const grow = (own, level, low, high) => {
      let g = 0,
        h = 0
      for (const i of own) {
        g += slope[i]
        h += curve[i]
      }
      const at = nodes.length
      nodes.push({ value: rate * held(g / (h + ridge), low, high) })
      if (level === depth || own.length < FEWEST_ROWS) return at
      const best = bestSplit(own, g, h)
      if (!best) return at
      const { j, bin } = best
      const mid = (held(best.leftValue, low, high) + held(best.rightValue, low, high)) / 2
      const goesLeft = (i) => columns[j][i] <= bin
      const d = directions[j]
      const left = grow(own.filter(goesLeft), level + 1, d < 0 ? mid : low, d > 0 ? mid : high)
      const right = grow(
        own.filter((i) => !goesLeft(i)),
        level + 1,
        d > 0 ? mid : low,
        d < 0 ? mid : high,
      )
      nodes[at] = { j, cut: cuts[j][bin], left, right }
      return at
    }
    const bestSplit = (own, g, h) => {
      let best
      for (const j of active) {
        if (draw() >= SHARE_OF_SIGNALS) continue
        const slopes = new Float64Array(cuts[j].length + 1),
          curves = new Float64Array(cuts[j].length + 1),
          column = columns[j]
        for (const i of own) {
          slopes[column[i]] += slope[i]
          curves[column[i]] += curve[i]
        }
        let leftG = 0,
          leftH = 0
        for (let bin = 0; bin < cuts[j].length; bin++) {
          leftG += slopes[bin]
          leftH += curves[bin]
          const rightG = g - leftG,
            rightH = h - leftH
          if (leftH < LEAST_CURVATURE || rightH < LEAST_CURVATURE) continue
          const leftValue = leftG / (leftH + ridge),
            rightValue = rightG / (rightH + ridge)
          if (directions[j] * (rightValue - leftValue) < 0) continue
          const gain = leftG * leftValue + rightG * rightValue - (g * g) / (h + ridge)
          if (gain > LEAST_GAIN && !(best?.gain >= gain)) best = { gain, j, bin, leftValue, rightValue }
        }
      }
      return best
    }
    grow(drawn, 0, -Infinity, Infinity)
    for (let i = 0; i < n; i++) sums[i] += valueOf(nodes, rows[i].x)
    grown.push(nodes)
  }
  return { bias, trees: grown }
}

const held = (value, low, high) => Math.max(low, Math.min(high, value))

function cutsOf(rows, j) {
  const few = Float32Array.from(
    { length: Math.min(rows.length, 20_000) },
    (_, i, n = Math.min(rows.length, 20_000)) => rows[Math.floor((i * rows.length) / n)].x[j],
  ).sort()
  const beside = few.filter((v) => v !== 0),
    found = new Set()
  for (let b = 1; b < CUTS; b++) found.add(few[Math.floor((b * few.length) / CUTS)])
  for (let b = 0; b < CUTS_BESIDE_ZERO && beside.length > 0; b++)
    found.add(beside[Math.floor((b * beside.length) / CUTS_BESIDE_ZERO)])
  return [...found].map((v) => Number(v.toPrecision(4))).sort((a, b) => a - b)
}

/** Of every row, how many cuts its value reaches. */
function columnOf(rows, j, cuts) {
  return Uint8Array.from(rows, ({ x }) => {
    let low = 0,
      high = cuts.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (x[j] >= cuts[mid]) low = mid + 1
      else high = mid
    }
    return low
  })
}

function valueOf(nodes, x) {
  let at = 0
  while (nodes[at].j !== undefined) at = x[nodes[at].j] >= nodes[at].cut ? nodes[at].right : nodes[at].left
  return nodes[at].value
}

/** The mean of boosted answers as the model file holds it, with `shift` added to its start: root first, left before right. */
export function packed(fits, shift) {
  const told = (nodes, at) => {
    const node = nodes[at]
    return node.j === undefined
      ? `=${Number((node.value / fits.length).toFixed(4))}`
      : `${node.j}:${node.cut} ${told(nodes, node.left)} ${told(nodes, node.right)}`
  }
  const bias = fits.reduce((sum, fit) => sum + fit.bias, 0) / fits.length
  return {
    bias: Number((bias + shift).toFixed(3)),
    trees: fits.flatMap(({ trees }) => trees.map((nodes) => told(nodes, 0))).join('\n'),
  }
}
