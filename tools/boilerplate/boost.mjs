// Gradient boosting of decision trees for a yes/no answer (Friedman 2001, logistic loss, Newton leaves), on binned features.

/** Upper edges of at most `bins` bins per feature, from the quantiles of a sample. */
function edgesOf(rows, width, count, bins) {
  const edges = []
  const step = Math.max(1, Math.floor(count / 20000))
  for (let f = 0; f < width; f++) {
    const values = []
    for (let i = 0; i < count; i += step) values.push(rows[i * width + f])
    values.sort((a, b) => a - b)
    const distinct = [...new Set(values)]
    const list = []
    if (distinct.length <= bins)
      for (let k = 0; k + 1 < distinct.length; k++) list.push((distinct[k] + distinct[k + 1]) / 2)
    else for (let k = 1; k < bins; k++) list.push(values[Math.floor((k * values.length) / bins)])
    edges.push([...new Set(list)].map((x) => Math.fround(Number(x.toPrecision(4)))).sort((a, b) => a - b))
  }
  return edges
}

/** Deterministic numbers in [0, 1). */
export function random(seed) {
  let x = seed >>> 0 || 1
  return () => {
    x ^= x << 13
    x >>>= 0
    x ^= x >>> 17
    x ^= x << 5
    x >>>= 0
    return x / 2 ** 32
  }
}

export function boost(
  rows,
  width,
  labels,
  weights,
  { trees = 90, depth = 5, rate = 0.12, bins = 40, minWeight = 12, l2 = 4, columns = 0.5, seed = 7 } = {},
) {
  const count = labels.length
  const edges = edgesOf(rows, width, count, bins)
  const binned = new Uint8Array(count * width)
  for (let i = 0; i < count; i++)
    for (let f = 0; f < width; f++) {
      const e = edges[f],
        v = rows[i * width + f]
      let lo = 0,
        hi = e.length
      while (lo < hi) {
        const m = (lo + hi) >> 1
        if (v <= e[m]) hi = m
        else lo = m + 1
      }
      binned[i * width + f] = lo
    }
  let pos = 0,
    all = 0
  for (let i = 0; i < count; i++) {
    all += weights[i]
    if (labels[i]) pos += weights[i]
  }
  const model = {
    base: Math.log(pos / (all - pos)),
    roots: [],
    feature: [],
    threshold: [],
    left: [],
    right: [],
  }
  const score = new Float64Array(count).fill(model.base)
  const g = new Float64Array(count),
    h = new Float64Array(count)
  const draw = random(seed)
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-score[i]))
      g[i] = (labels[i] - p) * weights[i]
      h[i] = Math.max(1e-6, p * (1 - p)) * weights[i]
    }
    const used = []
    for (let f = 0; f < width; f++) if (draw() < columns) used.push(f)
    const order = new Int32Array(count).map((_, i) => i)
    const root = model.feature.length
    model.roots.push(root)
    const add = () => {
      model.feature.push(-1)
      model.threshold.push(0)
      model.left.push(0)
      model.right.push(0)
      return model.feature.length - 1
    }
    add()
    const work = [{ node: root, from: 0, to: count, level: 0 }]
    while (work.length) {
      const { node, from, to, level } = work.pop()
      let G = 0,
        H = 0
      for (let k = from; k < to; k++) {
        G += g[order[k]]
        H += h[order[k]]
      }
      let bestGain = 1e-3,
        bestF = -1,
        bestB = -1
      if (level < depth && to - from > 20) {
        const hg = new Float64Array(bins + 1),
          hh = new Float64Array(bins + 1)
        for (const f of used) {
          const nb = edges[f].length
          if (!nb) continue
          hg.fill(0)
          hh.fill(0)
          for (let k = from; k < to; k++) {
            const i = order[k],
              b = binned[i * width + f]
            hg[b] += g[i]
            hh[b] += h[i]
          }
          let gl = 0,
            hl = 0
          for (let b = 0; b < nb; b++) {
            gl += hg[b]
            hl += hh[b]
            if (hl < minWeight || H - hl < minWeight) continue
            const gain = (gl * gl) / (hl + l2) + (G - gl) ** 2 / (H - hl + l2) - (G * G) / (H + l2)
            if (gain > bestGain) {
              bestGain = gain
              bestF = f
              bestB = b
            }
          }
        }
      }
      if (bestF < 0) {
        const value = (rate * G) / (H + l2)
        model.threshold[node] = value
        for (let k = from; k < to; k++) score[order[k]] += value
        continue
      }
      let a = from,
        z = to - 1
      while (a <= z) {
        if (binned[order[a] * width + bestF] <= bestB) a++
        else {
          const x = order[a]
          order[a] = order[z]
          order[z] = x
          z--
        }
      }
      model.feature[node] = bestF
      model.threshold[node] = edges[bestF][bestB]
      const l = add(),
        r = add()
      model.left[node] = l
      model.right[node] = r
      work.push({ node: l, from, to: a, level: level + 1 }, { node: r, from: a, to, level: level + 1 })
    }
  }
  return model
}

/** The model with numbers short enough to print. */
export const rounded = (model) => ({
  base: Number(model.base.toFixed(4)),
  roots: model.roots,
  feature: model.feature,
  threshold: model.threshold.map((x, i) =>
    model.feature[i] < 0 ? Number(x.toFixed(4)) : Number(x.toPrecision(5)),
  ),
  left: model.left,
  right: model.right,
})
