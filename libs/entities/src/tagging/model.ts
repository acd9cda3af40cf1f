/** A linear-chain model as its module carries it: quantised weights of hashed features (see `decodeModel`). */
export type PackedModel = {
  labels: readonly string[]
  /** Value of one quantisation step */
  scale: number
  /** Row per previous label, last row for the sentence's start */
  transitions: readonly (readonly number[])[]
  /** Base64: for each feature key in rising order a varint step, a 16-bit label mask, one signed byte per label in it */
  features: string
}

export type Model = {
  labels: readonly string[]
  transitions: Float64Array
  /** Row of weights for a feature hash, -1 when the model does not know it */
  rowOf(hash: number): number
  weights: Float32Array
}

export const KEY_MASK = 0xffffff

/** Unpacks a model into an open-addressing table of weight rows. */
export function decodeModel(packed: PackedModel): Model {
  const labels = packed.labels
  const n = labels.length
  const bytes = Uint8Array.from(atob(packed.features), (c) => c.charCodeAt(0))
  const keys: number[] = []
  const values: number[] = []
  let at = 0
  let key = -1
  while (at < bytes.length) {
    let shift = 0
    let step = 0
    for (;;) {
      const byte = bytes[at++] as number
      step |= (byte & 127) << shift
      if (byte < 128) break
      shift += 7
    }
    key += step
    keys.push(key)
    const mask = (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
    at += 2
    for (let label = 0; label < n; label++)
      values.push(mask & (1 << label) ? (((bytes[at++] as number) << 24) >> 24) * packed.scale : 0)
  }
  let size = 1024
  while (size < keys.length * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const rows = new Int32Array(size)
  for (const [row, k] of keys.entries()) {
    let slot = (k * 0x9e3779b1) & (size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = k
    rows[slot] = row
  }
  return {
    labels,
    transitions: Float64Array.from(packed.transitions.flat()),
    weights: Float32Array.from(values),
    rowOf(hash) {
      const k = hash & KEY_MASK
      let slot = (k * 0x9e3779b1) & (size - 1)
      for (;;) {
        const seen = slots[slot] as number
        if (seen === k) return rows[slot] as number
        if (seen === -1) return -1
        slot = (slot + 1) & (size - 1)
      }
    },
  }
}
