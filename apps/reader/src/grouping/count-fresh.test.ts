import { expect, test } from '@jest/globals'
import { countFresh } from './count-fresh.ts'

const moved = (id: string, hour: number) => ({
  id,
  lastDevelopment: `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`,
})
const SHOWN = [moved('a', 12), moved('b', 10), moved('c', 8)]

test('countFresh() counts new events and those that moved on', () => {
  expect(countFresh(SHOWN, [moved('new', 13), moved('a', 12), moved('b', 14)])).toBe(2)
})

test('countFresh() does not take an older event for news when one above it has gone', () => {
  expect(countFresh(SHOWN, [moved('b', 10), moved('c', 8), moved('older', 7)])).toBe(0)
})
