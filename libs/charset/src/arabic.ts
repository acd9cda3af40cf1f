import iconv from 'iconv-lite'

/** The ten commonest letters of written Arabic, about two thirds of any text. */
const COMMON = new Set('اليمنوترب')
const ONLY_LAST = new Set('ةى')
const isArabic = (code: number): boolean =>
  code >= 0x0621 && code <= 0x06d2 && !(code >= 0x0660 && code <= 0x066d)
const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)

export type ArabicReading = { encoding: string; score: number }

/**
 * How much a reading of the bytes looks like Arabic, about 0 to 2 for each pair of neighbouring letters; negative when
 * letters of two scripts meet inside words, as they do when Cyrillic or accented Latin is read so.
 */
function scoreOf(text: string): number {
  let pairs = 0
  let points = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Undefined in the encoding, or a C1 control: Persian letters of windows-1256 read as ISO
    if (code === 0xfffd || (code >= 0x80 && code <= 0x9f)) points -= 2
    if (!isArabic(code)) continue
    const before = i > 0 ? text.charCodeAt(i - 1) : 32
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32
    if (isLatin(before) || isLatin(after)) points -= 3
    if (!isArabic(after)) continue
    pairs++
    const letter = text.charAt(i)
    if (COMMON.has(letter)) points += 1
    if (ONLY_LAST.has(letter)) points -= 4
    if (letter === 'ا' && text.charAt(i + 1) === 'ل' && !isArabic(before)) points += 4
  }
  return pairs < 2 ? 0 : points / pairs
}

const ENOUGH = 0.35

/**
 * The Arabic single-byte encoding these bytes are written in, `undefined` when they don't look Arabic. Windows-1256
 * and ISO 8859-6 share the first half of the alphabet, so that each read as the other looks half right: the article,
 * letters that only end words, and letter frequency tell them apart.
 */
export function arabicReading(bytes: Uint8Array): ArabicReading | undefined {
  const readings = ['windows-1256', 'iso-8859-6'].map((encoding) => ({
    encoding,
    score: scoreOf(iconv.decode(Buffer.from(bytes), encoding)),
  }))
  const [first, second] = readings
  if (!first || !second) return undefined
  const best = second.score > first.score ? second : first
  return best.score >= ENOUGH ? best : undefined
}
