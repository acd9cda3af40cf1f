const MOST_CHARS = 3000
const MOST_REFERENCE_CHARS = 200_000
/** Hashes stay small integers */
const MASK = 0x3fffffff
/** By UTF-16 unit: 1 letter or digit, 2 neither, 0 not asked yet */
const kinds = new Uint8Array(0x10000)
const LETTER = /[\p{L}\p{N}]/u

const isLetter = (c: number): boolean => {
  let kind = kinds[c] ?? 2
  if (kind === 0) kinds[c] = kind = LETTER.test(String.fromCharCode(c)) ? 1 : 2
  return kind === 1
}

/** Words of a text in lower case, each as a hash (FNV-1a, 30 bits): read once, compared with several references. */
export function wordHashes(text: string, most = MOST_CHARS): number[] {
  const lower = (text.length > most ? text.slice(0, most) : text).toLowerCase()
  const hashes: number[] = []
  let hash = 0
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i)
    if (isLetter(c)) hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ c, 0x01000193)
    else if (hash !== 0) {
      hashes.push(hash & MASK)
      hash = 0
    }
  }
  if (hash !== 0) hashes.push(hash & MASK)
  return hashes
}

/** Shares of a text's three-word runs that stand in a reference text. */
export class TextOverlap {
  /** Words of the reference by number, from 1; runs of three as one number */
  private readonly ids = new Map<number, number>()
  private readonly runs = new Set<number>()

  constructor(reference: string) {
    let a = 0
    let b = 0
    for (const word of wordHashes(reference, MOST_REFERENCE_CHARS)) {
      let c = this.ids.get(word)
      if (c === undefined) this.ids.set(word, (c = this.ids.size + 1))
      if (a > 0) this.runs.add(runOf(a, b, c))
      a = b
      b = c
    }
  }

  /** 0 to 1, by the text's `wordHashes()`; texts of fewer than three words give 0. */
  share(words: readonly number[]): number {
    if (words.length < 3) return 0
    let hits = 0
    let a = 0
    let b = 0
    for (const word of words) {
      const c = this.ids.get(word) ?? 0
      if (a > 0 && b > 0 && c > 0 && this.runs.has(runOf(a, b, c))) hits++
      a = b
      b = c
    }
    return hits / (words.length - 2)
  }
}

/** At most 100,000 different words: below 2^53 */
const runOf = (a: number, b: number, c: number): number => (a * 100_001 + b) * 100_001 + c
