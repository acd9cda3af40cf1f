import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'
import { creditIn } from './lead-image.ts'

const prose =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement, and nobody was hurt.'
const imageOf = (head: string, body: string) =>
  clean(
    `<html><head>${head}</head><body><h1>Harbour closed after crane falls</h1>${body}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p></body></html>`,
    { url: 'https://coastpost.example/a/' },
  ).article.image

describe('the credit of a caption', () => {
  test.each([
    ['The fallen crane. Photo: Ann Teller/AFP', 'Ann Teller/AFP'],
    ['The fallen crane (Photo by Ann Teller)', 'Ann Teller'],
    ['Der Kran liegt auf dem Pier. | Bildrechte: Jörg Halm', 'Jörg Halm'],
    ['La grue est tombée. © Léa Morin', 'Léa Morin'],
    ['الرافعة على الرصيف (تصوير: سلمى العلي)', 'سلمى العلي'],
    ['الرافعة على الرصيف - المصدر: وكالة الساحل', 'وكالة الساحل'],
    ['جرثقیل روی اسکله / عکس: رضا کاویانی', 'رضا کاویانی'],
    ['The fallen crane (Reuters)', 'Reuters'],
    ['The fallen crane on the pier', undefined],
  ])('%s', (caption, credit) => expect(creditIn(caption)).toBe(credit))
})

test('the declared picture takes text and credit from its figure on the page, in another size', () => {
  expect(
    imageOf(
      '<meta property="og:image" content="/up/crane-on-pier.jpg">',
      '<figure><img src="/up/crane-on-pier-1024x683.jpg" alt="A crane lies on a pier"><figcaption>The crane on Monday <span class="photo-credit">Foto: Jörg Halm</span></figcaption></figure>',
    ),
  ).toEqual({
    url: 'https://coastpost.example/up/crane-on-pier.jpg',
    alt: 'A crane lies on a pier',
    credit: 'Jörg Halm',
  })
})

test('structured data names text and credit', () => {
  const ld = {
    '@type': 'NewsArticle',
    headline: 'Harbour closed',
    image: {
      '@type': 'ImageObject',
      url: 'https://coastpost.example/c.jpg',
      caption: 'The crane',
      creditText: 'Photo: Ann Teller',
    },
  }
  expect(imageOf(`<script type="application/ld+json">${JSON.stringify(ld)}</script>`, '')).toEqual({
    url: 'https://coastpost.example/c.jpg',
    alt: 'The crane',
    credit: 'Ann Teller',
  })
})

test('a logo gives way to the picture below the headline; without one it stays', () => {
  const logo = '<meta property="og:image" content="https://coastpost.example/img/logo.png">'
  expect(imageOf(logo, '<figure><img src="/up/crane.jpg" alt="A crane"></figure>')?.url).toBe(
    'https://coastpost.example/up/crane.jpg',
  )
  expect(imageOf(logo, '')?.url).toBe('https://coastpost.example/img/logo.png')
})

test('a picture of another article is never taken', () => {
  expect(
    imageOf(
      '',
      '<div class="related-posts"><a href="/b"><img src="/up/school-roof.jpg">School roof repairs start</a></div>',
    ),
  ).toBeUndefined()
})
