import { expect, test } from '@jest/globals'
import { repairWords } from './repair-words.ts'

test('a repair is told in Arabic with what varies in it, and stays as it is where no words are known', () => {
  expect(repairWords('Kept the newest 5000 of 6000 entries', 'ar')).toBe('أُبقي أحدث 5000 من 6000 من المداخل')
  expect(repairWords('Closed <media:content> elements that were left open', 'ar')).toBe(
    'أُغلقت عناصر <media:content> تُركت مفتوحة',
  )
  expect(repairWords('Read as windows-1256, which it does not declare', 'ar')).toContain('windows-1256')
  expect(repairWords('Something new', 'ar')).toBe('Something new')
  expect(repairWords('Replaced bytes that are no characters', 'en')).toBe(
    'Replaced bytes that are no characters',
  )
})
