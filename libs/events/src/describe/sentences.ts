const END = /[.!?؟…。]+["»”’')\]]*(?=\s|$)|\n+/g
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|[A-Za-z]\.\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Sgt|No|vs|Mme|M|Nr|bzw|ca|z\.B|د|أ|م|ص|ق)$/u

/** One sentence as it stands in a text, with its place (UTF-16 units). */
export type Sentence = { text: string; start: number; index: number }

/** Sentences of a text, cut at full stops, question marks and line ends; short abbreviations and initials don't end one. */
export function sentencesOf(text: string, most = 60): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  const keep = (end: number): void => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed.length > 1)
      found.push({ text: trimmed, start: start + raw.indexOf(trimmed), index: found.length })
    start = end
  }
  for (const m of text.matchAll(END)) {
    if (found.length >= most) return found
    if (
      m[0].startsWith('.') &&
      m[0].length === 1 &&
      ABBREVIATION.test(text.slice(Math.max(start, m.index - 8), m.index))
    )
      continue
    keep(m.index + m[0].length)
  }
  if (found.length < most) keep(text.length)
  return found
}
