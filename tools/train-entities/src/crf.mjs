/** Linear-chain CRF (Lafferty et al. 2001) over hashed features, trained by AdaGrad on the sentence log-likelihood with L2. */
export class Crf {
  constructor(labels, { rate = 0.12, l2 = 2e-6 } = {}) {
    this.labels = labels
    this.n = labels.length
    this.rate = rate
    this.l2 = l2
    this.rows = new Map()
    this.capacity = 1 << 16
    this.weights = new Float32Array(this.capacity * this.n)
    this.squares = new Float32Array(this.capacity * this.n)
    this.transitions = new Float64Array((this.n + 1) * this.n)
    this.transitionSquares = new Float64Array(this.transitions.length)
    labels.forEach((to, t) => {
      if (!to.startsWith('I-')) return
      for (let f = 0; f <= this.n; f++)
        if (f === this.n || labels[f].slice(2) !== to.slice(2)) this.transitions[f * this.n + t] = -1e4
    })
  }

  rowOf(key) {
    let row = this.rows.get(key)
    if (row !== undefined) return row
    row = this.rows.size
    this.rows.set(key, row)
    if (row >= this.capacity) {
      this.capacity *= 2
      for (const name of ['weights', 'squares']) {
        const grown = new Float32Array(this.capacity * this.n)
        grown.set(this[name])
        this[name] = grown
      }
    }
    return row
  }

  /** sentence: { rows: Int32Array per token, gold: label index per token, weight } */
  step({ rows, gold, weight = 1 }) {
    const { n, transitions, weights } = this
    const length = rows.length
    const e = new Float64Array(length * n)
    for (let i = 0; i < length; i++)
      for (const row of rows[i]) for (let l = 0, r = row * n; l < n; l++) e[i * n + l] += weights[r + l]
    const alpha = new Float64Array(length * n)
    const beta = new Float64Array(length * n)
    const scratch = new Float64Array(n)
    for (let l = 0; l < n; l++) alpha[l] = e[l] + transitions[n * n + l]
    for (let i = 1; i < length; i++)
      for (let l = 0; l < n; l++) {
        for (let k = 0; k < n; k++) scratch[k] = alpha[(i - 1) * n + k] + transitions[k * n + l]
        alpha[i * n + l] = logSum(scratch, n) + e[i * n + l]
      }
    for (let i = length - 2; i >= 0; i--)
      for (let k = 0; k < n; k++) {
        for (let l = 0; l < n; l++)
          scratch[l] = transitions[k * n + l] + e[(i + 1) * n + l] + beta[(i + 1) * n + l]
        beta[i * n + k] = logSum(scratch, n)
      }
    for (let l = 0; l < n; l++) scratch[l] = alpha[(length - 1) * n + l]
    const z = logSum(scratch, n)
    const { rate, l2, squares } = this
    let goldScore = 0
    const gradient = new Float64Array(n)
    for (let i = 0; i < length; i++) {
      const g = gold[i]
      goldScore += e[i * n + g] + transitions[(i ? gold[i - 1] : n) * n + g]
      let any = false
      for (let l = 0; l < n; l++) {
        gradient[l] = ((l === g ? 1 : 0) - Math.exp(alpha[i * n + l] + beta[i * n + l] - z)) * weight
        if (Math.abs(gradient[l]) > 1e-4) any = true
      }
      if (!any) continue
      for (const row of rows[i])
        for (let l = 0, r = row * n; l < n; l++) {
          const d = gradient[l] - l2 * weights[r + l] * 100
          if (d > -1e-4 && d < 1e-4) continue
          squares[r + l] += d * d
          weights[r + l] += (rate * d) / Math.sqrt(squares[r + l] + 1e-2)
        }
    }
    const dt = new Float64Array(transitions.length)
    for (let i = 0; i < length; i++) {
      dt[(i ? gold[i - 1] : n) * n + gold[i]] += weight
      for (let l = 0; l < n; l++)
        if (i === 0) dt[n * n + l] -= weight * Math.exp(alpha[l] + beta[l] - z)
        else
          for (let k = 0; k < n; k++)
            dt[k * n + l] -=
              weight *
              Math.exp(alpha[(i - 1) * n + k] + transitions[k * n + l] + e[i * n + l] + beta[i * n + l] - z)
    }
    for (let t = 0; t < dt.length; t++) {
      if (transitions[t] < -1e3) continue
      this.transitionSquares[t] += dt[t] * dt[t]
      transitions[t] += (rate * dt[t]) / Math.sqrt(this.transitionSquares[t] + 1e-2)
    }
    return z - goldScore
  }

  /** Averaging over the last epochs smooths what single examples pushed. */
  snapshotInto(sum) {
    if (!sum.weights || sum.weights.length < this.rows.size * this.n) {
      const grown = new Float64Array(this.rows.size * this.n)
      if (sum.weights) grown.set(sum.weights)
      sum.weights = grown
    }
    for (let i = 0; i < this.rows.size * this.n; i++) sum.weights[i] += this.weights[i]
    sum.transitions ??= new Float64Array(this.transitions.length)
    for (let i = 0; i < this.transitions.length; i++) sum.transitions[i] += this.transitions[i]
    sum.count = (sum.count ?? 0) + 1
  }
}

function logSum(values, n) {
  let max = -Infinity
  for (let i = 0; i < n; i++) if (values[i] > max) max = values[i]
  if (max === -Infinity) return max
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.exp(values[i] - max)
  return max + Math.log(sum)
}
