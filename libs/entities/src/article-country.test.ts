import { describe, expect, test } from '@jest/globals'
import { extractMentions } from './index.ts'

const read = (text: string, language = 'ar') => extractMentions({ language, title: '', text }).entities
const organisation = (text: string, name: string) =>
  read(text).find((e) => e.type === 'organisation' && e.name === name)

describe('the country of an organisation that every country has', () => {
  test('is told by the adjective behind its name, whatever else the article speaks of', () => {
    const text =
      'قال ناطق باسم مجلس النواب التونسي إن الجلسة تأجلت. ورحبت القاهرة بالقرار، وكذلك مصر كلها، بحسب وزير مصري.'
    expect(read(text).find((e) => e.name.startsWith('مجلس النواب'))?.keys).toEqual(['مجلس نواب @TN'])
  })

  test('is told by the cities of the article', () => {
    const text = 'قالت وزارة الصحة إن العيادة جاهزة في صفاقس. ووصل الوزير إلى سوسة ثم إلى القيروان.'
    expect(organisation(text, 'وزارة الصحة')?.keys).toEqual(['وزاره صحه @TN'])
  })

  test('is not taken from the surname of a man', () => {
    const text = 'استقبلت وزارة الصحة الدكتور سالم المصري. وقال المصري إن المركز جاهز. وشكر المصري الجميع.'
    expect(organisation(text, 'وزارة الصحة')?.keys).toEqual(['وزاره صحه'])
  })

  test('is not read out of the word for finance', () => {
    expect(
      organisation('أصدرت وزارة المالية بيانا. وردت وزارة المالية على الأسئلة.', 'وزارة المالية')?.keys,
    ).toEqual(['وزاره ماليه'])
  })
})

test('طرابلس in news of Lebanon is another town than in news of Libya', () => {
  const keys = (text: string) => read(text).find((e) => e.name === 'طرابلس')?.keys
  const lebanon = keys('أعلن لبنان خطة جديدة. وقال الجيش اللبناني إن الطريق بين بيروت وطرابلس مفتوح.')
  const libya = keys('أعلنت ليبيا خطة جديدة. ووصل الوفد إلى طرابلس قادما من بنغازي.')
  expect(lebanon).toEqual(['طرابلس @LB'])
  expect(libya).not.toEqual(lebanon)
})
