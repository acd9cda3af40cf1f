import { expect, test } from '@jest/globals'
import { TextOverlap, wordHashes } from './text-overlap.ts'

test('share() is the part of a text whose runs of three words stand in the reference, in any case and script', () => {
  const overlap = new TextOverlap('The ferry left the harbour at noon. غادرت العبارة الميناء ظهرا')
  const share = (text: string): number => overlap.share(wordHashes(text))
  expect(share('The FERRY left — the harbour!')).toBe(1)
  expect(share('The ferry left town')).toBe(0.5)
  expect(share('غادرت العبارة الميناء')).toBe(1)
  expect(share('left ferry the')).toBe(0)
  expect(share('The ferry')).toBe(0)
})
