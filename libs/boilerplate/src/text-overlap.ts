/** A text's words, for comparing; read once, compared with several references. */
export const overlapWords = (text: string): readonly string[] =>
  text.slice(0, MOST_CHARS).toLowerCase().match(WORDS) ?? []

const WORDS = /[\p{L}\p{N}]+/gu
const MOST_CHARS = 3000
const MOST_REFERENCE_CHARS = 200_000

/** Shares of a text's three-word runs that stand in a reference text. */
export class TextOverlap {
  /** Words of the reference by number, from 1; runs of three as one number */
  private readonly ids = new Map<string, number>()
  private readonly runs = new Set<number>()

  constructor(reference: string) {
    let a = 0
    let b = 0
    for (const word of reference.slice(0, MOST_REFERENCE_CHARS).toLowerCase().match(WORDS) ?? []) {
      let c = this.ids.get(word)
      if (c === undefined) this.ids.set(word, (c = this.ids.size + 1))
      if (a > 0) this.runs.add(runOf(a, b, c))
      a = b
      b = c
    }
  }

  /** 0 to 1; texts of fewer than three words give 0. */
  share(words: readonly string[]): number {
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
