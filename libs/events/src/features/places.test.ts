import { expect, test } from '@jest/globals'
import { placesOf } from './places.ts'
import { tokens } from './terms.ts'

test.each([
  ['en', 'Quake near Valparaiso in Chile', { valparaiso: 'CL', chile: 'CL' }],
  ['en', 'US and German ministers meet', { usa: 'US', germany: 'DE' }],
  ['de', 'Deutsche Basketballer verlieren in Tokio', { germany: 'DE', tokyo: 'JP' }],
  ['pt', 'O que ele fez em Fez', { fez: 'MA' }],
  ['pt', 'O que ele fez ontem', {}],
  ['ar', 'زلزال في بنغازي يهز ليبيا', { benghazi: 'LY', libya: 'LY' }],
  ['ar', 'وزير الخارجية الفرنسي يصل إلى تونس', { france: 'FR', tunisia: 'TN' }],
  ['fr', 'Un séisme à Alger', { algi: 'DZ' }],
])('placesOf() in %s: %s', (lang, title, expected) => {
  expect(Object.fromEntries(placesOf(tokens(title), [], lang))).toMatchObject(expected)
  if (Object.keys(expected).length === 0) expect(placesOf(tokens(title), [], lang)).toEqual([])
})
