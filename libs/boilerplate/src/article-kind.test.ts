import { expect, test } from '@jest/globals'
import { clean } from './index.ts'

const words =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement. '
const kindOf = (title: string, body: string, head = '', url = 'https://coastpost.example/a') =>
  clean(`<html><head>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`, { url })
    .article.kind
const entries = (clock: (i: number) => string): string =>
  Array.from(
    { length: 7 },
    (_, i) => `<h2>${clock(i)}</h2><p>${words.replace('Monday', `day ${i}`)}</p>`,
  ).join('')

test('a live blog is told by its structured data', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Harbour","coverageStartTime":"2024-03-04T08:00:00Z"}</script>'
  expect(kindOf('Harbour', `<p>${words}</p><p>${words}</p>`, ld)).toBe('live-blog')
})

test('a live blog is told by its name and entries at different times', () => {
  expect(
    kindOf(
      'News-Ticker zum Hafen',
      entries((i) => `${10 + i}.31 Uhr: Neue Lage`),
    ),
  ).toBe('live-blog')
  expect(
    kindOf(
      'لحظة بلحظة: إغلاق الميناء',
      entries((i) => `${10 + i}:15 | تطور جديد`),
    ),
  ).toBe('live-blog')
  expect(
    kindOf(
      'The harbour',
      entries((i) => `${10 + i}:15 News`),
      '',
      'https://coastpost.example/live/harbour',
    ),
  ).toBe('live-blog')
})

test('times alone, or the word alone, make no live blog', () => {
  expect(
    kindOf(
      'How the day went',
      entries((i) => `${10 + i}:15 News`),
    ),
  ).toBe('article')
  expect(
    kindOf('Live music returns to the harbour', `<p>${words}</p><p>${words.replace('crane', 'mast')}</p>`),
  ).toBe('article')
})

test('many pictures with hardly a word are a gallery', () => {
  const figures = Array.from(
    { length: 9 },
    (_, i) => `<figure><img src="/p${i}.jpg"><figcaption>Pier ${i}</figcaption></figure>`,
  ).join('')
  expect(kindOf('The pier in pictures', `<p>${words}</p>${figures}`)).toBe('gallery')
  expect(
    kindOf(
      'The pier',
      Array.from(
        { length: 9 },
        (_, i) => `<p>${words} ${i}</p><p>${words}${i}${i}</p><img src="/p${i}.jpg">`,
      ).join(''),
    ),
  ).toBe('article')
})
