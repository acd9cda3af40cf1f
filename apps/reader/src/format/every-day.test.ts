import { expect, test } from '@jest/globals'
import { everyDay } from './every-day.ts'

test('everyDay() fills the days between with zero, over the end of a month', () => {
  const days = [
    { day: '2026-03-02', count: 4 },
    { day: '2026-02-27', count: 1 },
  ]
  expect(everyDay(days, 1, 30)).toEqual([
    { day: '2026-02-27', count: 1 },
    { day: '2026-02-28', count: 0 },
    { day: '2026-03-01', count: 0 },
    { day: '2026-03-02', count: 4 },
  ])
})

test('everyDay() keeps the last days and leaves out what is no day', () => {
  const days = [
    { day: '2020-01-01', count: 9 },
    { day: '2026-03-02', count: 4 },
    { day: 'unknown', count: 7 },
  ]
  expect(everyDay(days, 1, 2).map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02'])
  expect(everyDay([], 1, 10)).toEqual([])
})

test('everyDay() begins early enough for the least number of days', () => {
  expect(everyDay([{ day: '2026-03-02', count: 4 }], 3, 30).map(({ day }) => day)).toEqual([
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ])
})
