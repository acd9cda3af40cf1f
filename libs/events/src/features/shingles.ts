import { fold } from '@newsbraid/text'

/** Words in a shingle: long enough that two desks don't share one by chance, short enough to outlive an edit. */
const WORDS_IN_SHINGLE = 4
/** Hashes a sketch keeps at most; the smallest of all, so that two sketches are comparable (bottom-k, Broder 1997). */
const SKETCH_SIZE = 200

/** 32-bit hash of a text (FNV-1a with a finishing mix). */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu

/**
 * The smallest hashes of a text's word shingles, ascending, and how many shingles there are. Folded first, so spelling of
 * alef and ya, vowel signs and digits don't matter; a leading article or `wa` is dropped for the same reason.
 */
export function sketchOf(text: string): { sketch: number[]; shingles: number } {
  const found = fold(text.slice(0, 60_000)).match(LETTERS_AND_DIGITS) ?? []
  const hashes = new Set<number>()
  const last = Math.max(1, found.length - WORDS_IN_SHINGLE + 1)
  for (let i = 0; i < last && found.length > 0; i++)
    hashes.add(hash32(found.slice(i, i + WORDS_IN_SHINGLE).join(' ')))
  const sorted = Uint32Array.from(hashes).sort()
  return { sketch: [...sorted.subarray(0, SKETCH_SIZE)], shingles: sorted.length }
}

/** Counts what two ascending lists share. */
export function sharedCount(a: ArrayLike<number>, b: ArrayLike<number>, below = Infinity): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0,
      y = b[j] ?? 0
    if (x > below || y > below) break
    if (x === y) {
      shared++
      i++
      j++
    } else if (x < y) i++
    else j++
  }
  return shared
}

export type Sketched = { sketch: readonly number[]; shingles: number }

/**
 * Estimated share of the shorter text that stands in the longer (containment) and of both together (resemblance), 0 to 1.
 * Exact when both texts fit into their sketches; else from the hashes below the smaller of the two largest ones kept.
 */
export function overlapOf(
  a: Sketched,
  b: Sketched,
): { containment: number; resemblance: number; shared: number } {
  if (!a.shingles || !b.shingles) return { containment: 0, resemblance: 0, shared: 0 }
  const reach = Math.min(
    a.sketch.length < a.shingles ? (a.sketch.at(-1) ?? 0) : Infinity,
    b.sketch.length < b.shingles ? (b.sketch.at(-1) ?? 0) : Infinity,
  )
  const shared = sharedCount(a.sketch, b.sketch, reach)
  const inReach = (s: Sketched): number => (reach === Infinity ? s.sketch.length : countUpTo(s.sketch, reach))
  const na = inReach(a),
    nb = inReach(b)
  const smaller = Math.min(na, nb)
  return {
    containment: smaller ? shared / smaller : 0,
    resemblance: na + nb - shared ? shared / (na + nb - shared) : 0,
    shared,
  }
}

function countUpTo(sorted: readonly number[], reach: number): number {
  let low = 0,
    high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sorted[mid] ?? 0) <= reach) low = mid + 1
    else high = mid
  }
  return low
}
