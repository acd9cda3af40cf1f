import { expect, test } from '@jest/globals'
import { cacheLifetimeMs, hostKey, retryAfterMs } from './index.ts'

const NOW = Date.UTC(2026, 4, 4, 12)
const DAY = 86_400_000

test.each<[string | undefined, number | undefined]>([
  ['120', 120_000],
  ['1.5', 1500],
  ['Mon, 04 May 2026 12:10:00 GMT', 600_000],
  ['Monday, 04-May-26 12:10:00 GMT', 600_000],
  ['Mon May  4 12:10:00 2026', 600_000],
  ['99999999999', DAY],
  ['Mon, 04 May 2099 12:10:00 GMT', DAY],
  ['-5', undefined],
  ['Mon, 04 May 2020 12:10:00 GMT', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('retryAfterMs() reads %s as %s', (header, ms) => expect(retryAfterMs(header, NOW, DAY)).toBe(ms))

test.each<[Record<string, string>, number | undefined]>([
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'max-age=600', age: '500' }, 100_000],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'private', expires: 'Mon, 04 May 2026 13:00:00 GMT' }, 3_600_000],
  [{ expires: 'Mon, 04 May 2026 13:00:00 GMT', date: 'Mon, 04 May 2026 12:30:00 GMT' }, 1_800_000],
  [{ expires: '0' }, 0],
  [{}, undefined],
])('cacheLifetimeMs() reads %j as %s', (headers, ms) => expect(cacheLifetimeMs(headers, NOW)).toBe(ms))

test('hostKey() is one for a host and its www, and keeps odd ports', () => {
  expect(
    ['https://www.Paper.example/a', 'http://paper.example./', 'http://paper.example:8080/', 'nonsense'].map(
      hostKey,
    ),
  ).toEqual(['paper.example', 'paper.example', 'paper.example:8080', ''])
})
