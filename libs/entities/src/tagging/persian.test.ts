import { expect, test } from '@jest/globals'
import { fold } from '@newsbraid/text'
import { extractMentions, resolve } from '../index.ts'
import { persianReadings } from './persian.ts'
import { tokens } from './tokens.ts'

test('persianReadings() takes off plurals and the written ezafe, and nothing off the front of a word', () => {
  const read = (word: string) => persianReadings(fold(word)).map((r) => r.text)
  expect(read('روزنامه‌های')).toEqual([fold('روزنامه')])
  expect(read('دانشگاه‌ها')).toEqual([fold('دانشگاه')])
  expect(read('آقای')).toEqual([fold('آقا')])
  expect(read('بهرام')).toEqual([])
  expect(read('وزارت')).toEqual([])
})

test('a half-space parts no words', () => {
  expect(tokens('رئیس‌جمهور رفت', 'fa').map((t) => t.text)).toEqual(['رئیس‌جمهور', 'رفت'])
})

const persian = {
  language: 'fa',
  title: 'دیدار وزیر نیرو با شهردار شیراز',
  text:
    'دکتر هوشنگ کیانی‌فر، سخنگوی وزارت بهداشت، روز دوشنبه در اصفهان گفت که کمبود دارو ادامه دارد. ' +
    'به گزارش خبرگزاری فرانسه، کیانی‌فر فردا به عراق می‌رود.',
}

test('Persian people, places and organisations are found, titles outside', () => {
  const { mentions, entities } = extractMentions(persian)
  const whole = `${persian.title}\n\n${persian.text}`
  for (const m of mentions) expect(whole.slice(m.start, m.end)).toBe(m.surface)
  expect(mentions.map((m) => `${m.type} ${m.surface}`)).toEqual([
    'place شیراز',
    'person هوشنگ کیانی‌فر',
    'organisation وزارت بهداشت',
    'place اصفهان',
    'organisation خبرگزاری فرانسه',
    'person کیانی‌فر',
    'place عراق',
  ])
  expect(mentions[1]?.titles).toEqual(['دکتر'])
  expect(entities.find((e) => e.type === 'person')?.count).toBe(2)
})

test('Persian names join the entities that Arabic and English articles named', () => {
  const known = (id: string, language: string, text: string) =>
    extractMentions({ language, title: '', text }).entities.map((e, n) => ({
      ...e,
      id: `${id}${n}`,
      spellings: [e.name],
    }))
  const earlier = [
    ...known('en', 'en', 'Dr. Hushang Kianifar said on Monday that talks in Iraq had failed.'),
    ...known('ar', 'ar', 'ذكرت وكالة فرانس برس أن الوفد غادر.'),
  ]
  const { entities } = extractMentions(persian)
  const joined = resolve(entities, earlier).map(({ entity, id }) => [entities[entity]?.name, id])
  const idOf = (key: string) => earlier.find((e) => e.keys.includes(key))?.id
  expect(['hushang kianifar', '=country:IQ', '=afp'].map(idOf)).toEqual(['en0', 'en1', 'ar0'])
  expect(Object.fromEntries(joined)).toMatchObject({
    'هوشنگ کیانی‌فر': 'en0',
    عراق: 'en1',
    'خبرگزاری فرانسه': 'ar0',
  })
})
