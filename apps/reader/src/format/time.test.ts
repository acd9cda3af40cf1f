import { expect, test } from '@jest/globals'
import { clockTime, fullTime, relativeTime, shortDate } from './time.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')

test.each([
  ['2026-03-10T11:59:40Z', 'now'],
  ['2026-03-10T11:57:00Z', '3 minutes ago'],
  ['2026-03-10T12:30:00Z', 'in 30 minutes'],
  ['2026-03-10T09:10:00Z', '3 hours ago'],
  ['2026-03-09T11:00:00Z', 'yesterday'],
  ['2026-02-20T11:00:00Z', '20 Feb'],
  ['2025-12-20T11:00:00Z', '20 Dec 2025'],
  ['2026-03-10', 'today'],
  ['not a time', ''],
])('relativeTime() of %s is "%s"', (iso, words) => {
  expect(relativeTime(iso, NOW, 'en-GB')).toBe(words)
})

test('relativeTime() speaks Arabic, with the digits asked for', () => {
  expect(relativeTime('2026-03-10T11:57:00Z', NOW, 'ar-u-nu-latn')).toBe('قبل 3 دقائق')
  expect(relativeTime('2026-03-10T11:57:00Z', NOW, 'ar-u-nu-arab')).toBe('قبل ٣ دقائق')
})

test('a date without a time never moves to the day before in a western time zone', () => {
  expect(shortDate('2026-03-01', NOW, 'en-GB')).toBe('1 Mar')
  expect(fullTime('2026-03-01', 'en-GB')).toMatch(/^Sunday,? 1 March 2026$/)
  expect(clockTime('2026-03-01', 'en-GB')).toBe('')
})
