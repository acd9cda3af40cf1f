import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'
import { machineDate, turnedDate, writtenDate } from './iso-date.ts'

const prose =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement, and nobody was hurt.'
const publishedOf = (
  line: string,
  head = '',
  options: { below?: string; url?: string; lang?: string } = {},
): string | undefined =>
  clean(
    `<html lang="${options.lang ?? 'en'}"><head><title>Harbour closed</title>${head}</head><body><h1>Harbour closed after crane falls</h1>${line}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p><p>${prose.replace('pier', 'quay')}</p>${options.below ?? ''}</body></html>`,
    { url: options.url ?? 'https://www.coastpost.example/harbour' },
  ).article.publishedAt

describe('the date in the line near the headline', () => {
  test.each([
    ['Written by Ann Teller on 2 May 2018 at 07:45 PM', '2018-05-02T19:45:00Z'],
    ['Posted on April 21, 2022', '2022-04-21'],
    ['الثلاثاء، 05 مارس 2024 10:15 ص', '2024-03-05T10:15:00Z'],
    ['نشر في: 3 آذار/مارس 2024', '2024-03-03'],
    ['الأربعاء 15 رمضان 1445هـ - 25 مارس 2024م', '2024-03-25'],
    ['۲۰ اسفند ۱۴۰۲ - ۱۰:۳۰', '2024-03-10T10:30:00Z'],
    ['12 juin 2023 à 14h30', '2023-06-12T14:30:00Z'],
    ['Dienstag, 3. September 2024', '2024-09-03'],
  ])('%s', (line, date) => expect(publishedOf(`<div class="post-meta">${line}</div>`)).toBe(date))
})

test('a year in the headline or in a sentence is no date', () => {
  expect(publishedOf('<p>Price guide 2026</p>')).toBeUndefined()
  expect(writtenDate('The state of ports in 2025')).toBeUndefined()
})

test('in the United States the month comes first', () => {
  expect(publishedOf('<div class="date">06/12/2023</div>', '', { lang: 'en-US' })).toBe('2023-06-12')
  expect(publishedOf('<div class="date">06/12/2023</div>', '', { lang: 'en-GB' })).toBe('2023-12-06')
})

test('two places that agree outweigh one that does not', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour closed","datePublished":"2025-11-02T08:00:00Z"}</script>'
  const meta = '<meta property="article:published_time" content="2024-03-04T08:00:00Z">'
  expect(publishedOf('', ld + meta, { url: 'https://www.coastpost.example/2024/03/04/harbour' })).toBe(
    '2024-03-04T08:00:00Z',
  )
})

test('a date in figures that may be turned round is settled by the line on the page', () => {
  expect(turnedDate('04-08-2026')).toBe('2026-04-08')
  expect(
    publishedOf(
      '<p>Published April 8, 2026</p>',
      '<meta property="article:published_time" content="04-08-2026">',
    ),
  ).toBe('2026-04-08')
})

test("dates of comments and related cards are never the article's", () => {
  const below =
    '<div class="related-posts"><time datetime="2020-01-01T10:00:00Z">1 January 2020</time></div><ol class="comment-list"><li class="comment"><time datetime="2021-01-01T10:00:00Z">1 January 2021</time><p>What a long comment on the harbour, friends.</p></li></ol>'
  expect(publishedOf('', '', { below })).toBeUndefined()
})

test('the first <time> below the headline counts before one above it', () => {
  const line = '<time datetime="2024-03-04T08:00:00+01:00">4 March</time>'
  expect(
    clean(
      `<body><div><time datetime="2025-12-17T12:00:00Z">today</time></div><h1>Harbour closed after crane falls</h1>${line}<p>${prose}</p><p>${prose}!</p></body>`,
      { url: 'https://x.example/a' },
    ).article.publishedAt,
  ).toBe('2024-03-04T08:00:00+01:00')
})

test('a zone that no place has is left out', () => {
  expect(machineDate('2019-02-11T09:40:00-50:00')).toBe('2019-02-11T09:40:00')
})

test('a theme that calls its one date both published and updated means the publication', () => {
  expect(
    publishedOf(
      '<time class="entry-date published updated" datetime="2024-03-05T10:15:00+02:00">5 March</time>',
    ),
  ).toBe('2024-03-05T10:15:00+02:00')
})

test('a date element that names the publication hands over to the exact one inside it', () => {
  expect(
    publishedOf(
      '<ul><li itemprop="datePublished"><time datetime="2024-03-05T10:15:00+02:00">2024-03-05</time></li></ul>',
    ),
  ).toBe('2024-03-05T10:15:00+02:00')
})

test('the change beside the publication is the modification', () => {
  const line =
    '<time class="entry-date published" datetime="2024-03-05T10:15:00Z">5 March</time><time class="updated" datetime="2024-03-07T10:15:00Z">7 March</time>'
  const { article } = clean(
    `<body><h1>Harbour closed after crane falls</h1>${line}<p>${prose}</p><p>${prose}!</p></body>`,
    { url: 'https://x.example/a' },
  )
  expect(article).toMatchObject({ publishedAt: '2024-03-05T10:15:00Z', modifiedAt: '2024-03-07T10:15:00Z' })
})

describe('where a line tells both, the publication counts and not the change', () => {
  test.each([
    ['Publié le 05/03/2024 à 10:15, mis à jour le 06/03/2024 à 09:00', '2024-03-05T10:15:00Z'],
    ['آخر تحديث: 7 مارس 2024 - تاريخ النشر: 5 مارس 2024', '2024-03-05'],
    ['Last updated: March 7, 2024. Published: March 5, 2024', '2024-03-05'],
    ['5. März 2024, aktualisiert am 7. März 2024', '2024-03-05'],
  ])('%s', (line, date) => expect(publishedOf(`<div class="post-meta">${line}</div>`)).toBe(date))

  test('in two lines too', () => {
    expect(
      publishedOf('<div class="date">Updated: March 7, 2024</div><div class="date">March 5, 2024</div>'),
    ).toBe('2024-03-05')
    expect(publishedOf('<div class="date">Updated: March 7, 2024</div>')).toBe('2024-03-07')
  })
})
