import { inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { encodeFor } from './answer.ts'
import { picture } from './picture.ts'

test('encodeFor() turns what windows-1256 lacks into references and keeps question marks', () => {
  const bytes = encodeFor({ encoding: 'windows-1256' }, 'هل وصل؟ نعم? «ř»')
  expect(new TextDecoder('windows-1256').decode(bytes)).toBe('هل وصل؟ نعم? «&#345;»')
})

test('picture() draws a whole PNG, the same one for the same name', () => {
  const bytes = picture('sea', 40, 20)
  expect(bytes.equals(picture('sea', 40, 20))).toBe(true)
  expect(bytes.equals(picture('hill', 40, 20))).toBe(false)
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([40, 20])
  const length = bytes.readUInt32BE(33)
  expect(inflateSync(bytes.subarray(41, 41 + length))).toHaveLength((40 * 3 + 1) * 20)
})
