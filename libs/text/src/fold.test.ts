import { describe, expect, test } from '@jest/globals'
import { directionOf, fold, languageOf, words } from './index.ts'

describe('fold()', () => {
  test.each([
    ['تعليقًا', 'تعليقا'],
    ['خليفة', 'خليفه'],
    ['أوت ٢٠١٤', 'اوت 2014'],
    ['مصطفى', 'مصطفي'],
    ['Élysée', 'elysee'],
    ['مـحـمـد', 'محمد'],
    ['کتاب', 'كتاب'],
  ])('%s becomes %s', (given, folded) => expect(fold(given)).toBe(folded))
})

test('words() keeps places in the text and pairs Han signs', () => {
  expect(words("L'avion à 東京都").map((w) => w.text)).toEqual(["L'avion", 'à', '東京', '京都'])
  const text = 'قال حفتر، أمس'
  expect(words(text).map((w) => text.slice(w.start, w.end))).toEqual(['قال', 'حفتر', 'أمس'])
})

test('languageOf() tells Arabic, French and German, and trusts a hint only for short text', () => {
  expect(languageOf('أعلنت وزارة الصحة اليوم تسجيل حالات جديدة في العاصمة')).toBe('ar')
  expect(languageOf('Le ministre a annoncé hier la fermeture de plusieurs écoles de la région')).toBe('fr')
  expect(languageOf('Der Minister hat gestern die Schließung mehrerer Schulen angekündigt')).toBe('de')
  expect(languageOf('123 456', 'ar-LY')).toBe('ar')
})

test('directionOf() follows the letters', () => {
  expect(directionOf('المشير خليفة حفتر BBC')).toBe('rtl')
  expect(directionOf('BBC: حفتر')).toBe('rtl')
  expect(directionOf('Haftar visits Cairo')).toBe('ltr')
})
