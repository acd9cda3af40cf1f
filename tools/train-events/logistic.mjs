// Ridge logistic regression by Newton's method, with weights drawn to a prior and held to a sign.

/** So much harder is a held weight drawn to its prior: it stays there. */
const HOLD = 1e4

/** Signals whose weight comes out with the wrong sign are left out, the worst first, and the rest fitted anew. */
export function fit(rows, signals, { ridge, prior, masked, positive, negative, held }) {
  let active = signals
    .map((_, j) => j)
    .filter((j) => !masked.has(signals[j]) && rows.some((r) => r.x[j] !== rows[0].x[j]))
  for (;;) {
    const solution = newton(
      rows,
      active,
      active.map((j) => (held.has(signals[j]) ? HOLD : 1) * ridge),
      active.map((j) => prior[signals[j]] ?? 0),
    )
    const wrong = active.filter(
      (j, k) =>
        (positive.has(signals[j]) && solution[k] < 0) || (negative.has(signals[j]) && solution[k] > 0),
    )
    if (wrong.length === 0) {
      const weights = new Float64Array(signals.length)
      active.forEach((j, k) => {
        weights[j] = solution[k]
      })
      return { bias: solution[active.length], weights }
    }
    const worst = wrong.reduce((a, b) =>
      Math.abs(solution[active.indexOf(a)]) >= Math.abs(solution[active.indexOf(b)]) ? a : b,
    )
    active = active.filter((j) => j !== worst)
  }
}

function newton(rows, active, ridge, drawn) {
  const m = active.length + 1,
    w = new Float64Array(m)
  drawn.forEach((value, k) => {
    w[k] = value
  })
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(m),
      hessian = Array.from({ length: m }, () => new Float64Array(m)),
      v = new Float64Array(m)
    for (const { x, y, weight = 1 } of rows) {
      for (let k = 0; k < m - 1; k++) v[k] = x[active[k]]
      v[m - 1] = 1
      let z = 0
      for (let k = 0; k < m; k++) z += w[k] * v[k]
      const p = 1 / (1 + Math.exp(-z)),
        h = weight * Math.max(1e-5, p * (1 - p))
      for (let k = 0; k < m; k++) {
        if (v[k] === 0) continue
        gradient[k] += weight * (y - p) * v[k]
        const row = hessian[k],
          hv = h * v[k]
        for (let l = 0; l <= k; l++) row[l] += hv * v[l]
      }
    }
    for (let k = 0; k < m; k++) {
      for (let l = k + 1; l < m; l++) hessian[k][l] = hessian[l][k]
      // the scale of a weight is that of its signal, all near 0 to 1
      if (k < m - 1) {
        hessian[k][k] += ridge[k]
        gradient[k] -= ridge[k] * (w[k] - drawn[k])
      } else hessian[k][k] += 1e-6
    }
    const step = solve(hessian, gradient)
    let size = 0
    for (let k = 0; k < m; k++) {
      const d = Math.max(-4, Math.min(4, step[k]))
      w[k] += d
      size = Math.max(size, Math.abs(d))
    }
    if (size < 1e-3) break
  }
  return w
}

function solve(a, b) {
  const n = b.length,
    x = Float64Array.from(b),
    u = a.map((row) => Float64Array.from(row))
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let r = i + 1; r < n; r++) if (Math.abs(u[r][i]) > Math.abs(u[pivot][i])) pivot = r
    ;[u[i], u[pivot]] = [u[pivot], u[i]]
    ;[x[i], x[pivot]] = [x[pivot], x[i]]
    for (let r = i + 1; r < n; r++) {
      const factor = u[r][i] / u[i][i]
      for (let c = i; c < n; c++) u[r][c] -= factor * u[i][c]
      x[r] -= factor * x[i]
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) x[i] -= u[i][c] * x[c]
    x[i] /= u[i][i]
  }
  return x
}
