import { expect, test } from '@jest/globals'
import { fold } from '@newsbraid/text'
import { figuresOf, scoresOf } from './figures.ts'
import { skeletonOf, skeletonOfWord } from './skeleton.ts'
import { overlapOf, sketchOf } from './shingles.ts'
import { tokens } from './terms.ts'

const told = (text: string, lang: string): string[] =>
  figuresOf(text, tokens(text), lang).map((f) => `${f.unit}:${f.value}`)

test.each([
  ['en', 'Nine passengers killed and twenty-one injured', ['dead:9', 'injured:21']],
  ['en', 'Orbis sells 1,250,000 phones for $2.3 billion', ['money:2300000000']],
  ['ar', 'مقتل خمسة عشر جنديا وإصابة ٢١', ['dead:15', 'injured:21']],
  ['fr', 'Le séisme de magnitude 5,4 a fait trois morts', ['magnitude:5.4', 'dead:3']],
  ['de', 'Zwölf Tote und 40 Verletzte', ['dead:12', 'injured:40']],
  ['ru', 'Погибли пять человек', ['dead:5']],
  ['fa', 'کشته شدن ۱۲ نفر و زخمی شدن ۲۱ نفر در انفجار معدن', ['dead:12']],
  ['fa', 'زیان ۲٫۵ میلیارد دلاری', ['money:2500000000']],
  ['fa', 'بیست و یک کشته در سیل', ['dead:21']],
  ['tr', 'Maden patlamasında on iki yaralı', ['injured:12']],
  ['it', 'Diciassette morti nel crollo', ['dead:17']],
])('figuresOf() reads numbers and what they count (%s): %s', (lang, text, figures) => {
  expect(told(text, lang)).toEqual(expect.arrayContaining(figures))
})

test.each([
  ['en', 'Forty workers trapped in coal mine', ['people:40']],
  ['en', 'Aerion to lay off 5,000 workers', ['jobs:5000']],
  ['en', 'Planemaker announces layoffs of about 5,000 workers', ['jobs:5000']],
  ['ar', 'شركة تسرح 300 عامل', ['jobs:300']],
  ['ar', 'عشرون عاملا عالقون في منجم', ['people:20']],
  ['de', 'Sechs Wochen nach dem Tod des Sängers', ['duration:6']],
  ['en', 'Drone strike kills 12 in two days', ['dead:12', 'duration:2']],
  ['ar', 'بعد ستة أسابيع من مقتل القائد', ['duration:6']],
  ['fr', 'Trois semaines après la mort du chanteur', ['duration:3']],
])('figuresOf() takes neither workers for jobs nor weeks for the dead (%s): %s', (lang, text, figures) => {
  expect(told(text, lang)).toEqual(figures)
})

test('scoresOf() gives one result for either side first', () => {
  expect(scoresOf('فاز 2-1')).toEqual(scoresOf('lost 1-2'))
})

test.each([
  ['حفتر', 'haftar', 'хафтар'],
  ['بوتين', 'putin', 'путин'],
])('skeletonOf() meets over scripts: %s', (arabic, latin, cyrillic) => {
  const without = (key: string): string => key.replaceAll('K', '')
  expect(skeletonOf(latin)).not.toBe('')
  expect(without(skeletonOf(arabic))).toBe(without(skeletonOf(cyrillic)))
})

test.each([
  ['ar', 'ماروفيتش', 'marovic'],
  ['ar', 'ألفاندور', 'alfandor'],
  ['ar', 'متسوبارا', 'mitsubara'],
  ['ar', 'كريستاف', 'christav'],
  ['ru', 'марксон', 'markson'],
  ['ru', 'мацубара', 'matsubara'],
  ['fa', 'گالیناد', 'galinad'],
  ['fa', 'چاربونا', 'charbona'],
])('skeletonOf() hears ts, ch and x alike in every script (%s): %s', (lang, written, latin) => {
  expect(skeletonOfWord(written, fold(written), lang)).toBe(skeletonOf(latin))
})

test('overlapOf() sees a cut text as contained', () => {
  const long = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ')
  const { containment, resemblance } = overlapOf(
    sketchOf(long),
    sketchOf(long.split(' ').slice(0, 60).join(' ')),
  )
  expect(containment).toBe(1)
  expect(resemblance).toBeLessThan(0.6)
})
