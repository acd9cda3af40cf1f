import { describe, expect, test } from '@jest/globals'
import { cleanText } from './index.ts'

const paragraphs = [
  'أعلنت بلدية المدينة أمس افتتاح الجسر الجديد فوق الوادي، بعد أعمال استمرت أكثر من عامين، بحضور عدد من المسؤولين.',
  'وقال رئيس البلدية في كلمة ألقاها بالمناسبة، إن المشروع سيخفف الازدحام عن وسط المدينة، ويختصر الطريق إلى الميناء.',
  'وأضاف أن المرحلة الثانية من المشروع تبدأ في الصيف، وتشمل تعبيد الطرق المؤدية إلى الجسر وإنارتها بالكامل.',
]
const title = 'افتتاح جسر جديد يربط ضفتي الوادي بعد عامين من الأعمال'
const given = (above: string[], below: string[], between: string[] = []): string =>
  [
    ...above,
    title,
    '',
    paragraphs[0],
    '',
    ...between,
    '',
    paragraphs[1],
    '',
    paragraphs[2],
    '',
    ...below,
  ].join('\n')

test('cleanText() keeps headline and body and loses no sentence', () => {
  const { article, outcome } = cleanText(given(['محلي', ''], ['الوسوم', '', 'اترك تعليقاً']))
  expect(outcome).toBe('ok')
  expect(article).toMatchObject({ title, text: paragraphs.join('\n\n'), language: 'ar', dir: 'rtl' })
})

describe('cleanText() drops with its reason', () => {
  test.each([
    ['[ads2]', 'shortcode'],
    ['الوسوم', 'tags'],
    ['مقالات ذات صلة', 'related'],
    ['اترك تعليقًا', 'comment-form'],
    ['Leave a Comment', 'comment-form'],
    ['لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *', 'comment-form'],
    ['هذا الموقع يستخدم Akismet للحدّ من التعليقات المزعجة.', 'akismet'],
    ['%d مدونون معجبون بهذه:', 'template-leftover'],
    ['إعجاب تحميل...', 'share-bar'],
    ['3 تعليقات', 'comments'],
    ['Facebook Twitter WhatsApp Telegram', 'share-bar'],
    ['زر الذهاب إلى الأعلى', 'navigation'],
  ])('%s: %s', (line, reason) => {
    const { article } = cleanText(given([], [line]))
    expect(article.text).toBe(paragraphs.join('\n\n'))
    expect(article.dropped).toContainEqual(expect.objectContaining({ text: line, reason }))
  })
})

test('cleanText() takes a breadcrumb that ends in the headline for what it is', () => {
  const { article } = cleanText(given([`الرئيسية » محلي » ${title}`, ''], []))
  expect(article.title).toBe(title)
  expect(article.dropped).toContainEqual(expect.objectContaining({ reason: 'breadcrumb' }))
})

test('cleanText() drops a headline that stands alone between paragraphs', () => {
  const inline = 'البلدية تكشف عن خطة لتوسعة الميناء القديم وتحويله إلى منطقة سياحية مفتوحة'
  const { article } = cleanText(given([], [], [inline]))
  expect(article.dropped).toContainEqual({
    text: inline,
    reason: 'inline-related',
    evidence: expect.any(String),
  })
})

test('cleanText() reads a line of agency and city as a dateline', () => {
  const { article } = cleanText(
    [title, '', 'وكالات – الدار البيضاء', paragraphs[0], '', paragraphs[1], '', paragraphs[2]].join('\n'),
  )
  expect(article.dateline).toEqual({ agency: 'وكالات', place: 'الدار البيضاء' })
})

test('cleanText() answers too-short for text without a body', () => {
  expect(cleanText('Home\nAbout').outcome).toBe('too-short')
})

test('cleanText() drops a line that stands again and again between paragraphs', () => {
  const more = [
    'ويمتد الجسر على أربعمئة متر، ويضم أربعة مسارات للسيارات ورصيفين للمشاة، بحسب ما ذكره مدير الأشغال في الموقع.',
    'وعبر سكان الحي الشرقي عن ارتياحهم، مؤكدين أن الرحلة إلى السوق كانت تستغرق نحو ساعة كاملة في أوقات الذروة.',
  ]
  const { article } = cleanText(
    [title, ...[...paragraphs, ...more].flatMap((p) => ['محتوى المقال', p])].join('\n'),
  )
  expect(article.text).toBe([...paragraphs, ...more].join('\n\n'))
})

test('cleanText() makes no headline of a paragraph', () => {
  const { article } = cleanText(paragraphs.join('\n'))
  expect(article).toMatchObject({ title: '', text: paragraphs.join('\n\n') })
})
