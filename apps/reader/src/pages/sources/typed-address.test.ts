import { expect, test } from '@jest/globals'
import { typedAddress } from './typed-address.ts'

test.each([
  ['north.example', 'https://north.example/'],
  ['  http://north.example/feed  ', 'http://north.example/feed'],
  ['feed://north.example/rss', 'https://north.example/rss'],
  ['feed:https://north.example/rss', 'https://north.example/rss'],
  ['localhost:4000/feed', 'https://localhost:4000/feed'],
  ['موقع.example/خلاصة', 'https://xn--4gbrim.example/%D8%AE%D9%84%D8%A7%D8%B5%D8%A9'],
])('typedAddress() reads "%s" as %s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address)
})

test.each(['', 'north', 'javascript:alert(1)', 'ftp://north.example/', 'two words.example'])(
  'typedAddress() refuses "%s"',
  (typed) => {
    expect(typedAddress(typed)).toBeUndefined()
  },
)
