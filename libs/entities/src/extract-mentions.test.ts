import { expect, test } from '@jest/globals'
import { extractMentions } from './index.ts'

const arabic = {
  language: 'ar',
  title: 'الهادي البكوش يلتقي وفد الأمم المتحدة في طرابلس',
  text:
    'قال اللواء المتقاعد الهادي البكوش إن المفاوضات ستستأنف يوم الخميس. ونفى البكوش وجود أي خلاف مع وزارة الخارجية.\n' +
    'وغادر الوفد إلى تونس، فيما وصل شقيقه سالم البكوش إلى بنغازي.',
}
const whole = `${arabic.title}\n\n${arabic.text}`

test('every mention is the text that stands at its offsets', () => {
  for (const { start, end, surface } of extractMentions(arabic).mentions)
    expect(whole.slice(start, end)).toBe(surface)
})

test('a title before a name stays outside the mention and is collected', () => {
  const { mentions, entities } = extractMentions(arabic)
  const mention = mentions.find((m) => m.start === whole.indexOf('الهادي البكوش إن'))
  expect(mention?.surface).toBe('الهادي البكوش')
  expect(mention?.titles).toEqual(['اللواء المتقاعد'])
  expect(entities[mention?.entity ?? -1]?.titles).toContain('اللواء المتقاعد')
})

test('a bare surname joins the man first named with it, a brother of the same surname stays another', () => {
  const { mentions, entities } = extractMentions(arabic)
  const bare = mentions.find((m) => m.start === whole.indexOf('البكوش وجود'))
  expect(entities[bare?.entity ?? -1]?.name).toBe('الهادي البكوش')
  expect(entities.filter((e) => e.type === 'person').map((e) => e.name)).toEqual([
    'الهادي البكوش',
    'سالم البكوش',
  ])
})

test('places and organisations have their types and keys', () => {
  const { entities } = extractMentions(arabic)
  expect(entities.find((e) => e.name === 'طرابلس')).toMatchObject({ type: 'place', inTitle: true })
  expect(entities.find((e) => e.name === 'الأمم المتحدة')).toMatchObject({
    type: 'organisation',
    keys: expect.arrayContaining(['=un']),
  })
})

test('an Arabic proclitic stays outside a name', () => {
  const { mentions } = extractMentions({
    language: 'ar',
    title: '',
    text: 'عقد الاجتماع بباريس ولندن بحضور ممثلين للأمم المتحدة.',
  })
  expect(mentions.map((m) => m.surface)).toEqual(expect.arrayContaining(['باريس', 'لندن']))
})

test('English and French names are found, with the possessive and the elision outside', () => {
  const english = extractMentions({
    language: 'en',
    title: '',
    text: "Senator Maria Delgado met Peter Hall in Boston. Delgado's office declined to comment.",
  })
  expect(english.mentions.map((m) => m.surface)).toEqual(['Maria Delgado', 'Peter Hall', 'Boston', 'Delgado'])
  const french = extractMentions({
    language: 'fr',
    title: '',
    text: "Le ministre Karim Belkacem s'est rendu à Lyon, puis en Tunisie, a indiqué l'AFP.",
  })
  expect(french.mentions.map((m) => m.surface)).toEqual(['Karim Belkacem', 'Lyon', 'Tunisie', 'AFP'])
})

test('a language without a model is read by capital letters and gazetteer', () => {
  const { mentions } = extractMentions({
    language: 'it',
    title: '',
    text: 'Il presidente è andato in Francia con Carlo Mendola.',
  })
  expect(mentions.map((m) => [m.surface, m.type])).toEqual([
    ['Francia', 'place'],
    ['Carlo Mendola', 'person'],
  ])
})

test('an article without words has no entities, and weights are shares of the mentions', () => {
  expect(extractMentions({ language: 'und', title: '', text: '' })).toEqual({ mentions: [], entities: [] })
  const { entities } = extractMentions(arabic)
  for (const { weight } of entities) expect(weight > 0 && weight <= 1).toBe(true)
})

test('troops that go by a man are not named with him, and a quoted name keeps its head', () => {
  const { mentions } = extractMentions({
    language: 'ar',
    title: '',
    text: 'قال العقيد سمير الورفلي إن الهدنة مستمرة. وتقدمت قوات الورفلي نحو سبها. ورفض حزب «الميثاق» القرار.',
  })
  const surfaces = mentions.map((m) => m.surface)
  expect(surfaces).toEqual(expect.arrayContaining(['سمير الورفلي', 'الورفلي', 'سبها']))
  expect(surfaces.some((s) => s.startsWith('قوات'))).toBe(false)
  expect(surfaces).toContain('حزب «الميثاق»')
})

test('a ministry carries the country that its article is about', () => {
  const about = (country: string) =>
    extractMentions({
      language: 'ar',
      title: '',
      text: `أعلنت وزارة الصحة في ${country} فتح مستشفى جديد. وتضم ${country} عشرة مستشفيات.`,
    }).entities.find((e) => e.type === 'organisation')
  expect(about('تونس')?.keys).not.toEqual(about('مصر')?.keys)
})

test('an article of one name repeated ten thousand times is read without growing out of hand', () => {
  const { entities } = extractMentions({
    language: 'ar',
    title: 'سمير الورفلي',
    text: 'قال الورفلي. '.repeat(10_000),
  })
  expect(entities.length).toBeLessThan(5)
})
