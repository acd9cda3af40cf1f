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
  return dotOf(a.ids, a.weights, b.ids, b.weights)
}

/** Keys a sum keeps when it overflows; a large event's tail of single words decides nothing. */
const KEPT = 240

/** The sum of many sparse vectors, with its squared length. Keys ascend, as in `Sparse`, so that two sums meet in one walk. */
export class Sum {
  /** Ascending; with `weights` for others to read alone */
  ids: Int32Array = NO_IDS
  weights: Float64Array = NO_WEIGHTS
  private length2 = -1

  /** Squared length. */
  get square(): number {
    if (this.length2 < 0) {
      this.length2 = 0
      for (const weight of this.weights) this.length2 += weight * weight
    }
    return this.length2
  }

  add(vector: Sparse): void {
    this.take(vector.ids, vector.weights)
  }

  addAll(other: Sum): void {
    this.take(other.ids, other.weights)
  }

  dotAll(other: Sum): number {
    return this.ids.length < other.ids.length
      ? dotOf(this.ids, this.weights, other.ids, other.weights)
      : dotOf(other.ids, other.weights, this.ids, this.weights)
  }

  /** Cosine with a vector of length one. */
  likeness(vector: Sparse): number {
    const sum = dotOf(vector.ids, vector.weights, this.ids, this.weights)
    return sum > 0 ? sum / Math.sqrt(this.square) : 0
  }

  has(id: number): boolean {
    const at = placeOf(this.ids, id, 0)
    return this.ids[at] === id
  }

  /** Keys that stand in both, with the product of their weights. */
  *shared(other: Sum): Generator<[id: number, product: number]> {
    for (let i = 0, j = 0; i < this.ids.length && j < other.ids.length;) {
      const x = this.ids[i]!,
        y = other.ids[j]!
      if (x === y) yield [x, this.weights[i++]! * other.weights[j++]!]
      else if (x < y) i++
      else j++
    }
  }

  private take(ids: Int32Array, weights: Float32Array | Float64Array): void {
    this.length2 = -1
    if (this.ids.length === 0) {
      this.ids = ids
      this.weights = Float64Array.from(weights)
    } else this.merge(ids, weights)
    if (this.ids.length > 2 * KEPT) this.shrink()
  }

  private merge(ids: Int32Array, weights: Float32Array | Float64Array): void {
    const n = this.ids.length,
      m = ids.length
    const allIds = new Int32Array(n + m),
      allWeights = new Float64Array(n + m)
    let k = 0
    for (let i = 0, j = 0; i < n || j < m; k++) {
      const x = i < n ? this.ids[i]! : Infinity,
        y = j < m ? ids[j]! : Infinity
      allIds[k] = Math.min(x, y)
      allWeights[k] = (x <= y ? this.weights[i++]! : 0) + (y <= x ? weights[j++]! : 0)
    }
    this.ids = allIds.slice(0, k)
    this.weights = allWeights.slice(0, k)
  }

  private shrink(): void {
    const { ids, weights } = this
    const kept = [...ids.keys()]
      .sort((a, b) => weights[b]! - weights[a]! || ids[a]! - ids[b]!)
      .slice(0, KEPT)
      .sort((a, b) => a - b)
    this.ids = Int32Array.from(kept, (at) => ids[at]!)
    this.weights = Float64Array.from(kept, (at) => weights[at]!)
  }
}

const NO_IDS = new Int32Array()
const NO_WEIGHTS = new Float64Array()
/** From so many times as many keys on, each of the few is looked up instead of walking the many. */
const FEW = 8

function dotOf(
  ids: Int32Array,
  weights: Float32Array | Float64Array,
  others: Int32Array,
  otherWeights: Float32Array | Float64Array,
): number {
  const n = ids.length,
    m = others.length
  let sum = 0
  if (m < FEW * n) {
    for (let i = 0, j = 0; i < n && j < m;) {
      const x = ids[i]!,
        y = others[j]!
      if (x === y) sum += weights[i++]! * otherWeights[j++]!
      else if (x < y) i++
      else j++
    }
    return sum
  }
  for (let i = 0, from = 0; i < n && from < m; i++) {
    const id = ids[i]!
    from = placeOf(others, id, from)
    if (others[from] === id) sum += weights[i]! * otherWeights[from++]!
  }
  return sum
}

/** Where a key stands, or would stand, from a place on. */
function placeOf(ids: Int32Array, id: number, from: number): number {
  let low = from,
    high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Walks two lists of ascending keys as one: `weight` and `other` are 0 where a list lacks the key. */
export function walkBoth(a: Sum, b: Sum, step: (id: number, weight: number, other: number) => void): void {
  const { ids, weights } = a,
    { ids: others, weights: otherWeights } = b
  for (let i = 0, j = 0; i < ids.length || j < others.length;) {
    const x = i < ids.length ? ids[i]! : Infinity,
      y = j < others.length ? others[j]! : Infinity
    step(Math.min(x, y), x <= y ? weights[i++]! : 0, y <= x ? otherWeights[j++]! : 0)
  }
}
