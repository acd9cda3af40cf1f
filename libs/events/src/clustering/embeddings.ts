import { unpackEmbedding } from '../features/embedding.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

const BITS = 256
const INTS = BITS / 32
/** Of those with the most alike signatures, so many are compared in full for each that is wanted. */
const LOOKED_AT = 4
/** Of fewer articles the mean is mostly theirs and not the model's. */
const FEW = 10

type Entry = { vector: Float32Array; centred: Float32Array; signature: Int32Array }

/**
 * Articles by the embeddings a model gave them. Vectors of one model lean to one side, so the mean of the live ones is
 * taken off before they are compared; neighbours are found by signatures of random signs (Charikar 2002). Vectors of another
 * length than the first are left alone: they come from another model.
 */
export class Embeddings {
  private readonly entries = new Map<Item, Entry>()
  private mean: Float32Array | undefined
  private planes: Int8Array | undefined

  add(item: Item): void {
    const { embedding } = item.features
    if (embedding === undefined) return
    const vector = unpackEmbedding(embedding)
    this.mean ??= new Float32Array(vector.length)
    this.planes ??= planesOf(vector.length)
    if (vector.length === this.mean.length) this.entries.set(item, this.entryOf(vector))
  }

  remove(item: Item): void {
    this.entries.delete(item)
    if (this.entries.size === 0) this.mean = this.planes = undefined
  }

  /** Takes the mean of the live vectors anew. */
  recentre(): void {
    if (!this.mean) return
    const sum = new Float64Array(this.mean.length)
    const items = [...this.entries.keys()].sort(compareItems)
    for (const item of items) {
      const { vector } = this.entries.get(item)!
      for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!
    }
    this.mean = Float32Array.from(sum, (value) => value / (items.length + FEW))
    for (const item of items) this.entries.set(item, this.entryOf(this.entries.get(item)!.vector))
  }

  /** Cosine of two articles around the mean; undefined when one has no embedding. */
  likeness(a: Item, b: Item): number | undefined {
    const [p, q] = [this.entries.get(a), this.entries.get(b)]
    return p && q ? dot(p.centred, q.centred) : undefined
  }

  /** The articles most like one, best first. */
  nearest(item: Item, most: number, only: (other: Item) => boolean): Item[] {
    const own = this.entries.get(item)
    if (!own) return []
    const near: [Item, number, Entry][] = []
    for (const [other, entry] of this.entries)
      if (other !== item && only(other)) near.push([other, distance(own.signature, entry.signature), entry])
    return near
      .sort((a, b) => a[1] - b[1] || compareItems(a[0], b[0]))
      .slice(0, LOOKED_AT * most)
      .map(([other, , { centred }]): [Item, number] => [other, dot(own.centred, centred)])
      .sort((a, b) => b[1] - a[1] || compareItems(a[0], b[0]))
      .slice(0, most)
      .map(([other]) => other)
  }

  private entryOf(vector: Float32Array): Entry {
    const mean = this.mean!,
      planes = this.planes!,
      n = vector.length
    const centred = vector.map((value, i) => value - mean[i]!)
    const norm = Math.sqrt(dot(centred, centred)) || 1
    for (let i = 0; i < n; i++) centred[i]! /= norm
    const signature = new Int32Array(INTS)
    for (let bit = 0; bit < BITS; bit++) {
      let sum = 0
      for (let i = 0, at = bit * n; i < n; i++) sum += centred[i]! * planes[at + i]!
      if (sum > 0) signature[bit >> 5]! |= 1 << (bit & 31)
    }
    return { vector, centred, signature }
  }
}

/** Signs of planes through the middle, the same on every machine (xorshift32, Marsaglia 2003). */
function planesOf(length: number): Int8Array {
  let state = 0x9e3779b9
  return Int8Array.from({ length: BITS * length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 1 ? 1 : -1
  })
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function distance(a: Int32Array, b: Int32Array): number {
  let bits = 0
  for (let i = 0; i < INTS; i++) {
    let x = a[i]! ^ b[i]!
    x -= (x >>> 1) & 0x55555555
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
    bits += (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return bits
}
