import { expect, test } from '@jest/globals'
import { copyBetween, featuresOf, NearDuplicates } from './index.ts'

const text =
  'أعلنت إدارة التعليم تعليق الدراسة في جدة بعد أمطار بلغت تسعين مليمترا في ثلاث ساعات أغرقت الأنفاق واحتجزت مئات السيارات، وأخرجت فرق الدفاع المدني مئة وثلاثين شخصا من مركبات غمرتها المياه، ولم تسجل وفيات حتى ظهر اليوم بحسب المتحدث الرسمي.'
const features = (id: string, body: string, hour: number, title = 'أمطار غزيرة تغرق شوارع جدة') =>
  featuresOf({
    id,
    title,
    text: body,
    lang: 'ar',
    source: id,
    publishedAt: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(),
  })

test.each([
  ['respelled', text.replaceAll('أ', 'ا').replaceAll('ة', 'ه')],
  ['between furniture', `الرئيسية » محلي\n${text}\nالوسوم\nاترك تعليقا\nلن يتم نشر عنوان بريدك الإلكتروني`],
  ['cut short', text.slice(0, 170)],
])('finds a text again when it is %s', (_, changed) => {
  const groups = new NearDuplicates()
  groups.add(features('first', text, 1))
  expect(groups.add(features('second', changed, 5, 'جدة تحت الماء'))).toBe('first')
})

test('a report in other words is no copy', () => {
  const reworded =
    'قال المتحدث باسم الدفاع المدني إن فرقه أنقذت مئة وثلاثين من سائقي السيارات في جدة اليوم، فيما أغلقت المدارس أبوابها بسبب السيول التي أعقبت ثلاث ساعات من المطر الغزير على المدينة الساحلية.'
  expect(copyBetween(features('first', text, 1), features('second', reworded, 2))).toBeUndefined()
})

test('a copy that credits an agency is called one', () => {
  expect(copyBetween(features('wire', text, 1), features('paper', `جدة (رويترز) - ${text}`, 2))?.kind).toBe(
    'agency',
  )
})
