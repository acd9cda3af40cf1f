import { describe, expect, test } from '@jest/globals'
import { nextPoll, type PollHistory } from './index.ts'

const MIN = 60_000
const HOUR = 60 * MIN
const NOW = Date.UTC(2026, 4, 4, 12) // a Monday
const every = (gapMs: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => NOW - (i + 0.5) * gapMs)
const wait = (history: Partial<PollHistory> = {}): number =>
  nextPoll({ nowMs: NOW, minMs: 5 * MIN, maxMs: 12 * HOUR, jitter: 0.5, ...history }).atMs - NOW

describe('nextPoll()', () => {
  test('comes sooner to busy feeds than to idle ones, within its bounds', () => {
    const waits = [every(MIN, 100), every(HOUR, 60), every(12 * HOUR, 30), []].map((entryTimesMs) =>
      wait({ entryTimesMs }),
    )
    const [busy = 0, hourly = 0, daily = 0, unknown = 0] = waits
    expect(busy).toBeLessThanOrEqual(8 * MIN)
    expect(hourly).toBeGreaterThan(busy)
    expect(daily).toBeGreaterThan(hourly)
    expect(unknown).toBeLessThanOrEqual(HOUR * 1.3)
    expect(wait({ entryTimesMs: [NOW - 90 * 24 * HOUR] })).toBeGreaterThan(8 * HOUR)
  })

  test('never comes before the minimum nor before ttl, update period and cache allow', () => {
    const entryTimesMs = every(MIN, 100)
    for (const jitter of [0, 0.3, 1]) {
      expect(wait({ entryTimesMs, jitter })).toBeGreaterThanOrEqual(5 * MIN)
      expect(wait({ entryTimesMs, jitter, ttlMinutes: 60 })).toBeGreaterThanOrEqual(HOUR)
      expect(wait({ entryTimesMs, jitter, updatePeriodMinutes: 120 })).toBeGreaterThanOrEqual(2 * HOUR)
      expect(wait({ entryTimesMs, jitter, cacheLifetimeMs: 30 * MIN })).toBeGreaterThanOrEqual(30 * MIN)
    }
  })

  test('honours no wish beyond the longest interval', () => {
    expect(wait({ ttlMinutes: 525_600 })).toBeLessThanOrEqual(18 * HOUR)
  })

  test('waits longer after each failure, up to a day, and as long as the server asks', () => {
    const waits = [1, 2, 3, 4, 20].map((failures) => wait({ failures, entryTimesMs: every(HOUR, 60) }))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(new Set(waits).size).toBe(5)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5 * MIN)
    expect(Math.max(...waits)).toBeLessThanOrEqual(30 * HOUR)
    expect(wait({ retryAfterMs: 20 * HOUR, failures: 1, jitter: 0 })).toBeGreaterThanOrEqual(20 * HOUR)
  })

  test('skips hours and days the feed skips; one that skips them all is asked once a day', () => {
    const at = (history: Partial<PollHistory>): Date =>
      new Date(
        nextPoll({
          nowMs: NOW,
          minMs: 5 * MIN,
          maxMs: 12 * HOUR,
          jitter: 0.5,
          entryTimesMs: every(MIN, 50),
          ...history,
        }).atMs,
      )
    expect(at({ skipHours: [12, 13, 14] }).getUTCHours()).toBe(15)
    expect(at({ skipDays: ['Monday', 'Tuesday'] }).getUTCDay()).toBe(3)
    const always = at({ skipHours: Array.from({ length: 24 }, (_, i) => i) }).getTime() - NOW
    expect(always).toBeGreaterThan(24 * HOUR)
    expect(always).toBeLessThan(26 * HOUR)
  })

  test('comes no later than observation has taught', () => {
    expect(wait({ learnedMs: 20 * MIN, entryTimesMs: every(12 * HOUR, 30) })).toBeLessThanOrEqual(25 * MIN)
    expect(wait({ learnedMs: 1000 })).toBeGreaterThanOrEqual(5 * MIN)
  })

  test('spreads a thousand feeds so that no minute has three times its share', () => {
    for (const history of [{}, { ttlMinutes: 60 }, { skipHours: [12, 13] }]) {
      const perMinute = new Map<number, number>()
      for (let i = 0; i < 1000; i++) {
        const minute = Math.floor(
          wait({ jitter: i / 999, entryTimesMs: every(2 * HOUR, 60), ...history }) / MIN,
        )
        perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1)
      }
      expect(Math.max(...perMinute.values())).toBeLessThan(3 * (1000 / 60))
    }
  })

  test('says why', () => {
    const reasonOf = (history: Partial<PollHistory>): string =>
      nextPoll({ nowMs: NOW, minMs: 5 * MIN, maxMs: 12 * HOUR, jitter: 0, ...history }).reason
    expect(reasonOf({ entryTimesMs: every(2 * HOUR, 30) })).toBe('an entry comes every 2 h')
    expect(reasonOf({ ttlMinutes: 600 })).toBe('its ttl asks for it')
    expect(reasonOf({ failures: 3 })).toBe('it failed 3 times in a row')
    expect(reasonOf({ retryAfterMs: 5 * HOUR })).toBe('the server asked to wait')
  })
})
