import { expect, test } from '@jest/globals'
import { quote } from './quote.ts'

test('quote() keeps a foreign value on one line, short, and without tricks', () => {
  expect(quote('14 فيفري')).toBe('"14 فيفري"')
  expect(quote('a\nb\u001b[31m\u202e\u2028')).toBe('"a\\u000ab\\u001b[31m\\u202e\\u2028"')
  expect(quote('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(80)}…"`)
  expect(quote(`${'x'.repeat(79)}😀`)).toBe(`"${'x'.repeat(79)}\\ud83d…"`)
})

test('quote() shows no insides of lists and objects, however deep', () => {
  expect([quote(12), quote(null), quote(true), quote(undefined)]).toEqual([
    '"12"',
    '"null"',
    '"true"',
    '"undefined"',
  ])
  let deep: unknown = []
  for (let n = 0; n < 100_000; n++) deep = [deep]
  expect(quote(deep)).toBe('"[…]"')
  expect(quote({ password: 'secret' })).toBe('"{…}"')
})
