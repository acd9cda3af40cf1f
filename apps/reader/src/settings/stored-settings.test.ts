import { expect, test } from '@jest/globals'
import { readSettings } from './stored-settings.ts'

test('readSettings() begins in the first of our languages that the browser asks for', () => {
  expect(readSettings(null, ['fr-FR', 'ar-LY', 'en']).language).toBe('ar')
  expect(readSettings(null, ['fr']).language).toBe('en')
})

test('readSettings() keeps what is known and mends what is not', () => {
  const stored = '{"language":"ar","theme":"sepia","pageSize":7,"pictures":false}'
  expect(readSettings(stored, ['en'])).toEqual({
    language: 'ar',
    theme: 'system',
    digits: 'latn',
    pageSize: 20,
    pictures: false,
    marks: true,
  })
})

test('readSettings() survives what is not JSON', () => {
  for (const stored of ['{', 'null', '[]', '"x"', '12'])
    expect(readSettings(stored, ['en']).theme).toBe('system')
})
