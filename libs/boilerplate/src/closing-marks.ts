const CLOSING = new Set([...'.!?…؟。．！？।۔»”"’\'):：;»›」』】'])
const STOPS = new Set([...'.!?…؟。．！？।۔'])

/** Whether a line ends like a sentence, in any script: a full stop, or a quotation mark or bracket after it. */
export function endsLikeSentence(text: string): boolean {
  for (let i = text.length - 1; i >= 0 && i >= text.length - 5; i--) {
    const c = text[i] ?? ''
    if (STOPS.has(c)) return true
    if (!CLOSING.has(c) && c !== ' ') return false
  }
  return false
}

/** Number of marks that part clauses: commas and stops of all scripts. */
export function clauseMarks(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (
      c === 0x2c ||
      c === 0x60c ||
      c === 0x3001 ||
      c === 0xff0c ||
      c === 0x2e ||
      c === 0x3002 ||
      c === 0x61f ||
      c === 0x6d4 ||
      c === 0x964 ||
      c === 0x61b ||
      c === 0x3b ||
      c === 0x3f ||
      c === 0x21
    )
      count++
  }
  return count
}
