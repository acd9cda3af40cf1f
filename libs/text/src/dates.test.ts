import { describe, expect, test } from '@jest/globals'
import { hijriDay, hijriMonthOf, monthOf, parseDate } from './index.ts'

const DATES: [string, string | undefined][] = [
  // RFC 822 and what became of it
  ['Mon, 04 May 2026 18:05:09 GMT', '2026-05-04T18:05:09Z'],
  ['Mon, 4 May 2026 18:05 +0300', '2026-05-04T15:05:00Z'],
  ['4 May 26 18:05 EST', '2026-05-04T23:05:00Z'],
  ['Mon,4 May 2026 18:05:09 -0000', '2026-05-04T18:05:09Z'],
  ['Mon, 04 May, 2026 18:05:09 Z', '2026-05-04T18:05:09Z'],
  ['Mon May  4 18:05:09 2026', '2026-05-04T18:05:09Z'],
  ['Mon May 04 18:05:09 +0200 2026', '2026-05-04T16:05:09Z'],
  ['Monday, 4th of May 2026, 6:05 PM', '2026-05-04T18:05:00Z'],
  ['May 4, 2026 12:30 a.m.', '2026-05-04T00:30:00Z'],
  ['Mon, 04 May 2026 18:05:09 Europe/Paris', '2026-05-04T16:05:09Z'],
  ['Mon, 04 May 2026 18:05:09 GMT+3', '2026-05-04T15:05:09Z'],
  ['Mon, 04 May 2026 18:05:09 CEST', '2026-05-04T16:05:09Z'],
  ['Mon, 04 May 2026 24:00:00 GMT', '2026-05-05T00:00:00Z'],
  // ISO 8601 and W3CDTF
  ['2026-05-04T18:05:09.123456Z', '2026-05-04T18:05:09Z'],
  ['2026-05-04T18:05+02', '2026-05-04T16:05:00Z'],
  ['2026-05-04 18:05:09', '2026-05-04T18:05:09Z'],
  ['20260504T180509Z', '2026-05-04T18:05:09Z'],
  ['20260504', '2026-05-04T00:00:00Z'],
  ['2026-124', '2026-05-04T00:00:00Z'],
  ['2026-W19-1', '2026-05-04T00:00:00Z'],
  ['2026-05', '2026-05-01T00:00:00Z'],
  ['2026', '2026-01-01T00:00:00Z'],
  ['1777917909', '2026-05-04T18:05:09Z'],
  // Day before month
  ['04/05/2026 18:05', '2026-05-04T18:05:00Z'],
  ['04.05.2026', '2026-05-04T00:00:00Z'],
  ['05/23/2026', '2026-05-23T00:00:00Z'],
  // Other languages
  ['4 mai 2026 à 18h05', '2026-05-04T18:05:00Z'],
  ['1er août 2026', '2026-08-01T00:00:00Z'],
  ['Montag, 4. März 2024, 14:05 Uhr', '2024-03-04T14:05:00Z'],
  ['4 мая 2026 г., 18:05', '2026-05-04T18:05:00Z'],
  ['4 Mayıs 2026 Pazartesi', '2026-05-04T00:00:00Z'],
  ['2026年5月4日 18:05', '2026-05-04T18:05:00Z'],
  ['2026년 5월 4일 오후 6:05', '2026-05-04T09:05:00Z'],
  // Arabic of every country
  ['٤ أيّار ٢٠٢٦ ١٨:٠٥', '2026-05-04T18:05:00Z'],
  ['الإثنين 4 ماي 2026 على الساعة 18:05', '2026-05-04T18:05:00Z'],
  ['4 مايو/أيار 2026 - 6:05 م', '2026-05-04T18:05:00Z'],
  ['الاثنين، 4 أيار (مايو) 2026', '2026-05-04T00:00:00Z'],
  ['آخر تحديث: 4 غشت 2026 الساعة 12:10 صباحاً', '2026-08-04T00:10:00Z'],
  ['4 من شهر يوليوز 2026', '2026-07-04T00:00:00Z'],
  ['30 كانون الأول 2025', '2025-12-30T00:00:00Z'],
  ['4 كانون ثاني 2026', '2026-01-04T00:00:00Z'],
  ['18:05 - 4 جوان 2026', '2026-06-04T18:05:00Z'],
  ['4 مايو 2026 18:05 بتوقيت القاهرة', '2026-05-04T15:05:00Z'],
  ['4 مايو 2026، 18:05 بتوقيت غرينتش', '2026-05-04T18:05:00Z'],
  ['۴ مه ۲۰۲۶', '2026-05-04T00:00:00Z'],
  // The Islamic calendar
  ['1 رمضان 1447', '2026-02-18T00:00:00Z'],
  ['١ محرم ١٤٤٨ هـ', '2026-06-16T00:00:00Z'],
  ['18 ذو القعدة 1447 هـ - 5 مايو 2026 م', '2026-05-05T00:00:00Z'],
  ['01/09/1447', '2026-02-18T00:00:00Z'],
  // No dates
  ['30 فيفري 2026', undefined],
  ['29 February 2026', undefined],
  ['32 جوان 2026', undefined],
  ['منذ ساعتين', undefined],
  ['قبل 3 أيام', undefined],
  ['الأربعاء', undefined],
  ['18:05', undefined],
  ['2026-13-01', undefined],
  ['2026-05-04T25:05:00Z', undefined],
  ['Mon, 04 May 2026 18:65:00 GMT', undefined],
  ['', undefined],
  ['نحن في أيار', undefined],
  ['275760-09-13T00:00:00Z', undefined],
]

describe('parseDate()', () => {
  test.each(DATES)('reads "%s" as %s', (text, instant) =>
    expect(parseDate(text)).toBe(instant === undefined ? undefined : new Date(instant).toISOString()),
  )

  test('answers hostile text at once', () => {
    for (const text of [
      '1'.repeat(500_000),
      '10 '.repeat(200_000),
      ' '.repeat(500_000),
      '1:'.repeat(80),
      'a1'.repeat(80),
    ])
      expect(parseDate(text)).toBeUndefined()
  })
})

test('monthOf() knows months by every country’s Arabic name and by other languages’', () => {
  expect(
    [
      'جانفي',
      'شباط',
      'مارس',
      'أفريل',
      'ماي',
      'حزيران',
      'جويلية',
      'غشت',
      'شتنبر',
      'تشرين الأول',
      'نونبر',
      'كانون الأول',
    ].map(monthOf),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect([
    monthOf('Sept.'),
    monthOf('März'),
    monthOf('ağustos'),
    monthOf('октября'),
    monthOf('Tuesday'),
    monthOf('رمضان'),
  ]).toEqual([9, 3, 8, 10, undefined, undefined])
})

test('hijriDay() goes by Umm al-Qura and refuses days that calendar lacks', () => {
  expect(hijriMonthOf('ربيع الآخر')).toBe(4)
  expect(new Date(hijriDay(1446, 1, 1) ?? NaN).toISOString().slice(0, 10)).toBe('2024-07-07')
  expect([hijriDay(1447, 13, 1), hijriDay(1250, 1, 1), hijriDay(1447, 1, 31)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
