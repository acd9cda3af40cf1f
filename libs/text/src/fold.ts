import { asciiDigits } from './numerals.ts'

/** Marks that change no word: Arabic vowel signs, tatweel, zero-width and direction controls, combining Latin accents. */
const MARKS =
  /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g

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
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * The one folding that search, entities and events share: lower case, no accents or vowel signs, Arabic letter
 * variants made one (alef, ya, ta marbuta, kaf, hamza), digits ASCII. Lengths change: keep the original for offsets.
 */
export const fold = (text: string): string =>
  asciiDigits(text.normalize('NFKD').toLowerCase().replace(MARKS, '')).replace(FOLDED, (c) => LETTERS[c] ?? c)
