/** Shares of a text's three-word runs that stand in a reference text. */
export class TextOverlap {
  private readonly runs = new Set<string>()
  readonly chars: number

  constructor(reference: string) {
    const words = wordsOf(reference.slice(0, 200_000))
    this.chars = reference.length
    for (let i = 0; i + 2 < words.length; i++) this.runs.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  }

  /** 0 to 1; texts of fewer than three words give 0. */
  share(text: string): number {
    const words = wordsOf(text.slice(0, 3000))
    if (words.length < 3) return 0
    let hits = 0
    for (let i = 0; i + 2 < words.length; i++)
      if (this.runs.has(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)) hits++
    return hits / (words.length - 2)
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
