import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'

const words =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement. '
const ended = (body: string, head = '') =>
  clean(
    `<html><head><title>Harbour closed</title>${head}</head><body><h1>Harbour closed after crane falls</h1>${body}</body></html>`,
    {
      url: 'https://coastpost.example/a',
    },
  ).outcome

describe('a wall is told by its words', () => {
  test.each([
    'Subscribe now to continue reading this story.',
    'La suite de cet article est réservée à nos abonnés.',
    'Dieser Artikel ist exklusiv für unsere Abonnenten.',
    'Suscríbete para seguir leyendo este artículo.',
    'هذا المحتوى للمشتركين فقط.',
    'اشترك الآن لمتابعة القراءة.',
  ])('%s', (line) =>
    expect(ended(`<p>${words}</p><p>${words.replace('Monday', 'Tuesday')}</p><p>${line}</p>`)).toBe(
      'paywall',
    ),
  )
})

test('an invitation to a newsletter is no wall', () => {
  expect(
    ended(
      `<p>${words}</p><p>${words.replace('Monday', 'Tuesday')}</p><div class="newsletter"><p>Subscribe to our newsletter and read the best of the week.</p></div>`,
    ),
  ).toBe('ok')
})

test('a long article that speaks of subscribers is one', () => {
  const long = Array.from({ length: 18 }, (_, i) => `<p>${words.replace('Monday', `day ${i}`)}</p>`).join('')
  expect(ended(`${long}<p>Already a subscriber? Log in.</p>`)).toBe('ok')
})

test('a page that is not free and lacks most of the words it counts is walled', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour closed after crane falls","isAccessibleForFree":false,"wordCount":900}</script>'
  const body = Array.from({ length: 9 }, (_, i) => `<p>${words.replace('Monday', `day ${i}`)}</p>`).join('')
  expect(ended(body, ld)).toBe('paywall')
  expect(ended(body, ld.replace('900', '160'))).toBe('ok')
})

test('consent text in place of the article is a consent wall', () => {
  const consent =
    '<div><p>We and our 134 partners store and access information on a device, such as cookies, and process personal data. You may accept or manage your choices at any time, also the right to object where legitimate interest is used.</p><p>Accept all cookies</p></div>'
  expect(
    clean(`<html><head><title>Coast Post</title></head><body>${consent}</body></html>`, {
      url: 'https://coastpost.example/a',
    }).outcome,
  ).toBe('consent-wall')
})
