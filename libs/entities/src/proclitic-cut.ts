import { proclitics } from './tagging/arabic.ts'
import type { Lexicon } from './tagging/lexicon.ts'
import type { WordInfo } from './tagging/word-info.ts'

/**
 * Letters of an Arabic name's first word that are proclitics (و ف ب ل ك): by the lexicon's reading, else when the rest begins a
 * phrase of the gazetteer or stands on its own elsewhere in the document, else a و after a name (`follows`), which joins two. A
 * word that stands unglued in the lexicon keeps all its letters.
 */
export function procliticCut(
  word: WordInfo,
  next: WordInfo | undefined,
  standing: ReadonlySet<string>,
  lexicon: Lexicon,
  follows: boolean,
): number {
  const readings = proclitics(word.norm)
  for (const reading of readings)
    if (next && lexicon.phrases.get(reading.text)?.some((phrase) => phrase.rest[0] === next.norm))
      return reading.cut
  if (word.cut) return word.cut
  if (word.classes) return 0
  for (const reading of readings) if (standing.has(reading.text)) return reading.cut
  if (follows && word.norm.startsWith('و') && word.norm.length > 4) return 1
  const article = readings.find((r) => r.text.startsWith('ال') && r.text.length > 4)
  return article?.cut ?? 0
}
