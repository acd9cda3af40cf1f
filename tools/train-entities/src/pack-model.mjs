/** Quantises weights to signed bytes, drops rows whose strongest weight is below `floor`, keeps at most `maxRows`. */
export function packModel({ labels, rows, weights, transitions }, { floor = 0.06, maxRows = 110_000 } = {}) {
  const n = labels.length
  let kept = []
  for (const [key, row] of rows) {
    let top = 0
    for (let l = 0; l < n; l++) top = Math.max(top, Math.abs(weights[row * n + l]))
    if (top >= floor) kept.push({ key, row, top })
  }
  kept.sort((a, b) => b.top - a.top || a.key - b.key)
  kept = kept.slice(0, maxRows).sort((a, b) => a.key - b.key)
  const limit = kept.map((k) => k.top).sort((a, b) => a - b)[Math.floor(kept.length * 0.9995)] ?? 1
  const scale = limit / 127
  const bytes = []
  let last = -1
  for (const { key, row } of kept) {
    const steps = []
    let mask = 0
    for (let l = 0; l < n; l++) {
      const q = Math.max(-127, Math.min(127, Math.round(weights[row * n + l] / scale)))
      if (q && Math.abs(weights[row * n + l]) >= floor / 3) {
        mask |= 1 << l
        steps.push(q & 255)
      }
    }
    if (!mask) continue
    let delta = key - last
    last = key
    while (delta > 127) {
      bytes.push((delta & 127) | 128)
      delta >>>= 7
    }
    bytes.push(delta, mask & 255, mask >> 8, ...steps)
  }
  return {
    labels,
    scale: +scale.toPrecision(6),
    transitions: Array.from({ length: n + 1 }, (_, f) =>
      Array.from(transitions.slice(f * n, f * n + n), (t) => +t.toFixed(3)),
    ),
    features: Buffer.from(bytes).toString('base64'),
  }
}
