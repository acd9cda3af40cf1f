/** Marks that change no word: Arabic vowel signs, tatweel, zero-width and direction controls, combining Latin accents. */
const MARKS = [
  [0x300, 0x36f],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6ed],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xad, 0xad],
] as const
/** Where ten digits begin */
const DIGITS = [0x660, 0x6f0, 0x966, 0xff10]

const LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ڨ: 'ق',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ء: '',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ё: 'е',
  '’': "'",
  '‘': "'",
  ʼ: "'",
}

/** By UTF-16 unit: 1 is left out, 2 is written as `written` has it */
const fates = new Uint8Array(0x10000)
const written = new Map<number, string>()
for (const [first, last] of MARKS) fates.fill(1, first, last + 1)
const write = (unit: number, plain: string): void => {
  fates[unit] = plain === '' ? 1 : 2
  written.set(unit, plain)
}
for (const zero of DIGITS) for (let digit = 0; digit < 10; digit++) write(zero + digit, String(digit))
for (const [letter, plain] of Object.entries(LETTERS)) write(letter.charCodeAt(0), plain)
const ASCII = /^[\0-\x7f]*$/

/**
 * The one folding that search, entities and events share: lower case, no accents or vowel signs, Arabic letter
 * variants made one (alef, ya, ta marbuta, kaf, hamza), digits ASCII. Lengths change: keep the original for offsets.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const lower = text.normalize('NFKD').toLowerCase()
  let folded = ''
  let from = 0
  for (let i = 0; i < lower.length; i++) {
    const fate = fates[lower.charCodeAt(i)]
    if (fate === 0) continue
    folded += lower.slice(from, i)
    if (fate === 2) folded += written.get(lower.charCodeAt(i)) ?? ''
    from = i + 1
  }
  return from === 0 ? lower : folded + lower.slice(from)
}
