import { proclitics } from './tagging/arabic.ts'
import type { WordInfo } from './tagging/word-info.ts'

/**
 * Letters of an Arabic name's first word that are proclitics (و ف ب ل ك): by the lexicon's reading, else when the rest
 * stands on its own elsewhere in the document. A word that stands unglued in the lexicon keeps all its letters.
 */
export function procliticCut(word: WordInfo, standing: ReadonlySet<string>): number {
  if (word.cut) return word.cut
  if (word.classes) return 0
  for (const reading of proclitics(word.norm)) if (standing.has(reading.text)) return reading.cut
  const article = proclitics(word.norm).find((r) => r.text.startsWith('ال') && r.text.length > 4)
  return article?.cut ?? 0
}
