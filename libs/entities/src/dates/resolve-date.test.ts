import { expect, test } from '@jest/globals'
import { resolveDate } from './resolve-date.ts'

const at = (expression: string, lang = 'ar', reference = '2024-10-09T08:00:00Z') =>
  resolveDate(expression, { reference, lang })

test.each([
  ['9 جويلية 1990', '1990-07-09'],
  ['21 دجنبر 2012', '2012-12-21'],
  ['12 كانون الثاني 2003', '2003-01-12'],
  ['٣ أيلول ٢٠٢٠', '2020-09-03'],
  ['الثاني من آذار 2018', '2018-03-02'],
  ['أيار/مايو 2015', '2015-05'],
  ['الربع الأول من عام 2022', '2022-Q1'],
  ['10 محرم 1446 هـ', '2024-07-16'],
  ['4 الطير 1995', '1995-04-04'],
  ['أمس الأول', '2024-10-07'],
  ['قبل أسبوعين', '2024-09-25'],
  ['العام الماضي', '2023'],
  ['الأسبوع الماضي', '2024-W40'],
  ['الجمعة المقبلة', '2024-10-11'],
  ['31 فبراير 2020', undefined],
  ['المدير العام', undefined],
])('%s', (expression, iso) => expect(at(expression)).toBe(iso))

test.each([
  ['March 3, 2021', 'en', '2021-03-03'],
  ['two days ago', 'en', '2024-10-07'],
  ['next Tuesday', 'en', '2024-10-15'],
  ['last week', 'en', '2024-W40'],
  ['3 mars 2021', 'fr', '2021-03-03'],
  ['avant-hier', 'fr', '2024-10-07'],
  ['il y a deux ans', 'fr', '2022'],
  ['lundi prochain', 'fr', '2024-10-14'],
  ['vor drei Tagen', 'de', '2024-10-06'],
])('%s', (expression, lang, iso) => expect(at(expression, lang)).toBe(iso))

test.each([
  ['۱۸ مهر ۱۴۰۳', '2024-10-09'],
  ['۱ فروردین ۱۴۰۰', '2021-03-21'],
  ['۲۲ بهمن‌ماه', '2025-02-10'],
  ['اسفند ماه ۱۴۰۲', '2024-02'],
  ['دیروز', '2024-10-08'],
  ['پس‌فردا', '2024-10-11'],
  ['سه‌شنبه گذشته', '2024-10-08'],
  ['هفته گذشته', '2024-W40'],
  ['سال آینده', '2025'],
  ['دو روز پیش', '2024-10-07'],
  ['۵ مارس ۲۰۲۱', '2021-03-05'],
])('%s', (expression, iso) => expect(at(expression, 'fa')).toBe(iso))

test('resolveDate() takes a Persian month for one in Persian alone', () => {
  expect(at('دي 2020')).not.toBe(at('دی ۲۰۲۰', 'fa'))
})

test('resolveDate() does not depend on the time of day of the reference', () => {
  for (const hour of ['00', '11', '23'])
    expect(at('اليوم', 'ar', `2024-10-09T${hour}:59:59Z`)).toBe('2024-10-09')
})
