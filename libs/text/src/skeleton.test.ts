import { expect, test } from '@jest/globals'
import { fold } from './fold.ts'
import { latinised, skeleton } from './skeleton.ts'

test.each([
  ['حفتر', ['Haftar', 'Hifter', 'Hafter']],
  ['القذافي'.slice(2), ['Gaddafi', 'Qaddafi', 'Kadhafi']],
  ['شريف', ['Sharif', 'Chérif', 'Scherif', 'Шариф']],
])('skeleton(%s) is that of its spellings in other scripts', (arabic, others) => {
  expect(others.map((name) => skeleton(fold(name)))).toEqual(others.map(() => skeleton(fold(arabic))))
})

test('skeleton() tells names with other consonants apart and leaves nothing of vowels', () => {
  expect(skeleton('haftar')).not.toBe(skeleton('haddad'))
  expect(skeleton('aoui')).toBe('')
})

test('latinised() writes Cyrillic letters as Latin ones and nothing else', () => {
  expect(latinised('щука حفتر x')).toBe('shchuka حفتر x')
})
