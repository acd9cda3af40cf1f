/** A sparse vector of length one: ascending key numbers and their weights. */
export type Sparse = { ids: Int32Array; weights: Float32Array }

/** Sorts, and scales to length one. */
export function unit(entries: readonly (readonly [id: number, weight: number])[]): Sparse {
  const sorted = entries.filter(([, w]) => w > 0).sort((a, b) => a[0] - b[0])
  let square = 0
  for (const [, w] of sorted) square += w * w
  const norm = Math.sqrt(square) || 1
  return {
    ids: Int32Array.from(sorted, ([id]) => id),
    weights: Float32Array.from(sorted, ([, w]) => w / norm),
  }
}

export function dot(a: Sparse, b: Sparse): number {
  let sum = 0
  const n = a.ids.length,
    m = b.ids.length
  for (let i = 0, j = 0; i < n && j < m;) {
    const x = a.ids[i]!,
      y = b.ids[j]!
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!
    else if (x < y) i++
    else j++
  }
  return sum
}

/** Keys a sum keeps when it overflows; a large event's tail of single words decides nothing. */
const KEPT = 240

/** The sum of many sparse vectors, with its squared length. */
export class Sum {
  readonly weights = new Map<number, number>()
  square = 0

  add(vector: Sparse): void {
    for (let i = 0; i < vector.ids.length; i++) this.put(vector.ids[i]!, vector.weights[i]!)
    this.shrink()
  }

  addAll(other: Sum): void {
    for (const [id, weight] of other.weights) this.put(id, weight)
    this.shrink()
  }

  dotAll(other: Sum): number {
    const [small, large] = this.weights.size < other.weights.size ? [this, other] : [other, this]
    let sum = 0
    for (const [id, weight] of small.weights) {
      const also = large.weights.get(id)
      if (also !== undefined) sum += weight * also
    }
    return sum
  }

  /** Cosine with a vector of length one. */
  likeness(vector: Sparse): number {
    let sum = 0
    for (let i = 0; i < vector.ids.length; i++)
      sum += vector.weights[i]! * (this.weights.get(vector.ids[i]!) ?? 0)
    return sum > 0 ? sum / Math.sqrt(this.square) : 0
  }

  private put(id: number, weight: number): void {
    const before = this.weights.get(id) ?? 0
    this.weights.set(id, before + weight)
    this.square += weight * (2 * before + weight)
  }

  private shrink(): void {
    if (this.weights.size <= 2 * KEPT) return
    const kept = [...this.weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT)
    this.weights.clear()
    this.square = 0
    for (const [id, weight] of kept) {
      this.weights.set(id, weight)
      this.square += weight * weight
    }
  }
}
