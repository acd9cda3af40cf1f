import { expect, test } from '@jest/globals'
import { meaningsOf } from './meanings.ts'
import { tokens } from './terms.ts'

const concepts = (lang: string, title: string): string[] =>
  [...meaningsOf(tokens(title), lang).keys()].filter((key) => key.startsWith('=')).sort()

test.each([
  [
    'en',
    'US basketball team beat France in semi-final',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'es',
    'EEUU vence a Francia en baloncesto: semifinal',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'de',
    'Basketball: USA schlagen Frankreich im Halbfinale',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'ru',
    'Баскетболисты США обыграли Францию в полуфинале',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'sl',
    'Američani v polfinalu košarke premagali Francijo',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'ar',
    'منتخب أمريكا لكرة السلة يتغلب على فرنسا في نصف النهائي',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'fa',
    'تیم بسکتبال آمریکا در نیمه‌نهایی فرانسه را شکست داد',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'tr',
    'ABD basketbol takımı yarı finalde Fransa’yı yendi',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'it',
    'Basket, gli Stati Uniti battono la Francia in semifinale',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
  [
    'uk',
    'Баскетболісти США обіграли Францію у півфіналі',
    ['=basketball', '=france', '=semifinal', '=usa', '=win'],
  ],
])('meaningsOf() finds one set of concepts whatever the language (%s)', (lang, title, expected) => {
  expect(concepts(lang, title)).toEqual(expect.arrayContaining(expected))
})

test.each([
  ['ar', 'دورة تكوينية', '=league'],
  ['ar', 'عملية جراحية', '=currency'],
  ['en', 'The state of the roads', '=statement'],
  ['en', 'Opening hours change', '=usopen'],
  ['fr', "L'année commence", '=newyear'],
  ['es', 'Juegos de mesa', '=son'],
  ['ar', 'تركيب الجهاز', '=turkey'],
  ['fa', 'اطلاعات مهم', '=weapon'],
  ['fr', 'Les agents ont porté plainte', '=year_old'],
  ['ru', 'Рекомендации и поэтому', '=river'],
])('meaningsOf() takes no word for a concept that only looks alike (%s): %s', (lang, title, concept) => {
  expect(concepts(lang, title)).not.toContain(concept)
})

test('meaningsOf() finds a Persian word whatever it is written with', () => {
  const forms = ['زلزله', 'زلزله‌ها', 'زلزلهٔ', 'زلزله‌ای', 'زلزله‌های']
  for (const form of forms) expect(concepts('fa', form)).toEqual(['=earthquake'])
})

test('meaningsOf() knows the US by its capitals alone', () => {
  expect(concepts('en', 'US power past Spain')).toContain('=usa')
  expect(concepts('en', 'They beat us')).not.toContain('=usa')
})

test('meaningsOf() takes Arabic particles off before it looks a word up', () => {
  expect(concepts('ar', 'وبالزلزال')).toEqual(concepts('ar', 'زلزال'))
})

test('meaningsOf() keeps the shades that a concept drops at half weight', () => {
  const found = meaningsOf(tokens('Aftershocks'), 'en')
  expect(found.get('=earthquake')).toBe(1)
  expect(found.get('aftershock')).toBe(0.5)
})
