import { describe, expect, test } from '@jest/globals'
import { type DescribedArticle, describeEvent, sentencesOf } from '../index.ts'

const wire =
  'Four people were killed when a five-storey building collapsed in Alexandria on Saturday morning, officials said. Rescuers are searching the rubble for six missing residents. Neighbours said the old house had been evacuated once before.'
const articles: DescribedArticle[] = [
  {
    id: 'a',
    lang: 'en',
    source: 'post',
    publishedAt: '2026-03-06T08:00:00Z',
    title: 'Four killed as building collapses in Alexandria',
    text: wire,
  },
  {
    id: 'b',
    lang: 'en',
    source: 'copycat',
    publishedAt: '2026-03-06T09:00:00Z',
    title: 'Building collapse kills four',
    text: wire,
  },
  {
    id: 'c',
    lang: 'en',
    source: 'ledger',
    publishedAt: '2026-03-06T10:00:00Z',
    title: 'Alexandria building collapse: five dead',
    text: 'Five people died after an old apartment house came down in the Egyptian port of Alexandria, the governor told reporters. Two children were pulled out alive from the ruins.',
  },
  {
    id: 'd',
    lang: 'ar',
    source: 'sahel',
    publishedAt: '2026-03-07T07:30:00Z',
    title: 'انتهاء أعمال البحث في عقار الإسكندرية وسبعة قتلى',
    text: 'أعلنت محافظة الإسكندرية انتهاء رفع الأنقاض بعد العثور على ثلاث جثث أخرى، ليبلغ عدد القتلى سبعة. وأنقذت طفلة حية من تحت أنقاض المنزل المنهار.',
  },
]

describe('describeEvent()', () => {
  const told = describeEvent(articles)

  test('counts reports, not copies, and says who copied whom', () => {
    expect(told.independentSourceCount).toBe(3)
    expect(told.lineage).toEqual([{ root: 'a', copies: ['b'], kind: 'verbatim' }])
  })

  test('takes titles and sentences from the articles alone', () => {
    const everything = articles.map((a) => `${a.title}\n${a.text}`).join('\n')
    for (const title of Object.values(told.titles)) expect(everything).toContain(title.text)
    const sentences = Object.values(told.summaries).flatMap((s) => s.sentences)
    expect(sentences.length).toBeGreaterThan(2)
    for (const { text } of sentences) expect(everything).toContain(text)
    expect(told.titles['ar']?.dir).toBe('rtl')
  })

  test('shows where papers disagree at one time, with their words', () => {
    const dead = told.disagreements.find((d) => d.what === 'dead')
    expect(dead).toBeUndefined() // a day later there is one count; at ten there were two
    const early = describeEvent(articles.slice(0, 3)).disagreements.find((d) => d.what === 'dead')
    expect(early?.values.map((v) => v.value).sort()).toEqual([4, 5])
    expect(early?.values.every((v) => articles.some((a) => `${a.title}\n${a.text}`.includes(v.quote)))).toBe(
      true,
    )
  })

  test('dates the last development by the last new fact, not by a copy', () => {
    expect(told.lastDevelopment).toBe('2026-03-07T07:30:00.000Z')
    expect(describeEvent(articles.slice(0, 2)).lastDevelopment).toBe('2026-03-06T08:00:00.000Z')
    expect(told.timeline.map((t) => t.kind)).toEqual(['first-report', 'copy', 'development', 'development'])
  })

  test('refuses an event without articles', () => {
    expect(() => describeEvent([])).toThrow('Cannot describe an event of "0" articles')
  })
})

test('sentencesOf() keeps initials, decimals and Arabic question marks whole', () => {
  expect(sentencesOf('J. Smith paid 2.5 million. Why? هل عاد؟ نعم.').map((s) => s.text)).toEqual([
    'J. Smith paid 2.5 million.',
    'Why?',
    'هل عاد؟',
    'نعم.',
  ])
})
