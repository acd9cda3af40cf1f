import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'
import { namesOf } from './authors.ts'

const prose =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement, and nobody was hurt.'
const title = 'Harbour closed after crane falls onto the pier'
const page = (byline: string, head = '', below = ''): string =>
  `<html><head><title>${title}</title><meta property="og:site_name" content="Coast Post">${head}</head><body><article><h1>${title}</h1>${byline}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p><p>${prose.replace('pier', 'quay')}</p>${below}</article></body></html>`
const authorsOf = (byline: string, head = '', below = ''): string[] =>
  clean(page(byline, head, below), { url: 'https://www.coastpost.example/a' }).article.authors
const ld = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, author })}</script>`

describe('namesOf() reads the names of a byline', () => {
  test.each([
    ['By Ann Teller and Sam Okoro', ['Ann Teller', 'Sam Okoro']],
    ['ByAnn Teller', ['Ann Teller']],
    ['Written by Ann Teller in Ports on 2 May 2018 at 07:45 PM', ['Ann Teller']],
    ['Ann Teller, Home and Harbour Editor', ['Ann Teller']],
    ['Ann Teller | ann@coastpost.example', ['Ann Teller']],
    ['Ann Teller @annteller', ['Ann Teller']],
    ['Ann Teller December 21, 2015', ['Ann Teller']],
    ['Von Jörg Halm, Köln', ['Jörg Halm']],
    ['Ann Teller, Reuters', ['Ann Teller', 'Reuters']],
    ['Foto: Jörg Halm', []],
    ['Par Léa Morin et Paul Sorel', ['Léa Morin', 'Paul Sorel']],
    ['بقلم: سلمى العلي', ['سلمى العلي']],
    ['كتب/ كريم منصور', ['كريم منصور']],
    ['كتبت - هدى سالم:', ['هدى سالم']],
    ['إعداد: سلمى العلي و كريم منصور', ['سلمى العلي', 'كريم منصور']],
    ['سلمى العلي، كريم منصور', ['سلمى العلي', 'كريم منصور']],
    ['نویسنده: رضا کاویانی', ['رضا کاویانی']],
    ['김하늘 기자', ['김하늘']],
    ['(责编：王安、李平)', ['王安', '李平']],
    ['https://www.coastpost.example/ann', []],
    ['Updated: Oct 4, 2018', []],
    ['admin', []],
  ])('%s', (byline, names) => expect(namesOf(byline)).toEqual(names))
})

describe('structured data', () => {
  test.each([
    [
      'a list of persons',
      [
        { '@type': 'Person', name: 'Ann Teller' },
        { '@type': 'Person', name: 'Sam Okoro' },
      ],
      ['Ann Teller', 'Sam Okoro'],
    ],
    ['given and family name', { '@type': 'Person', givenName: 'Ann', familyName: 'Teller' }, ['Ann Teller']],
    ['a string with two names', 'Ann Teller und Sam Okoro', ['Ann Teller', 'Sam Okoro']],
    [
      'a person beside an agency',
      [
        { '@type': 'Person', name: 'Ann Teller' },
        { '@type': 'Organization', name: 'DPA' },
      ],
      ['Ann Teller', 'DPA'],
    ],
    [
      'a person beside the site',
      [
        { '@type': 'Person', name: 'Ann Teller' },
        { '@type': 'Organization', name: 'Coast Post' },
      ],
      ['Ann Teller'],
    ],
  ])('%s', (_, author, names) => expect(authorsOf('', ld(author))).toEqual(names))

  test('an id points to a person elsewhere in the graph', () => {
    const graph = `<script type="application/ld+json">${JSON.stringify({
      '@graph': [
        { '@type': 'NewsArticle', headline: title, author: { '@id': '#ann' } },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Teller' },
      ],
    })}</script>`
    expect(authorsOf('', graph)).toEqual(['Ann Teller'])
  })

  test('of several articles on the page the one at its own address counts', () => {
    const both = `<link rel="canonical" href="https://www.coastpost.example/a"><script type="application/ld+json">${JSON.stringify(
      [
        {
          '@type': 'NewsArticle',
          headline: 'Another report',
          articleBody: prose,
          datePublished: '2024-03-01',
          author: 'Other Writer',
          url: 'https://www.coastpost.example/b',
        },
        { '@type': 'Article', headline: title, author: 'Ann Teller', url: 'https://www.coastpost.example/a' },
      ],
    )}</script>`
    expect(authorsOf('', both)).toEqual(['Ann Teller'])
  })
})

test('a house or an account in the head gives way to the person in the byline', () => {
  const byline = '<p class="byline">By <a rel="author" href="/author/ann-teller">Ann Teller</a></p>'
  for (const name of ['Coast Post', 'Tide Media Inc.', 'ateller', 'Newsroom'])
    expect(authorsOf(byline, `<meta name="author" content="${name}">`)).toEqual(['Ann Teller'])
})

test('the site itself is named where nobody else is', () => {
  expect(authorsOf('', '<meta name="author" content="Coast Post">')).toEqual(['Coast Post'])
})

test('a name turned round in the head is put right by the byline', () => {
  expect(
    authorsOf(
      '<p>By <span class="author-name">Ann Teller</span></p>',
      '<meta name="author" content="Teller, Ann">',
    ),
  ).toEqual(['Ann Teller'])
})

describe('the byline on the page', () => {
  test.each([
    [
      'every marked name of a byline',
      '<div class="bylines"><a rel="author" href="/x">Ann Teller</a>, <a rel="author" href="/y">Sam Okoro</a></div>',
      ['Ann Teller', 'Sam Okoro'],
    ],
    [
      'marked names in boxes of their own',
      '<div><div class="by"><a rel="author">Ann Teller</a><p>Journalist</p></div><div class="by"><a rel="author">Sam Okoro</a></div></div>',
      ['Ann Teller', 'Sam Okoro'],
    ],
    ['a label above the name', '<p>Written by</p><p>Ann Teller</p>', ['Ann Teller']],
    ['a name beside the date', '<div>Ann Teller | 3 March 2024</div>', ['Ann Teller']],
    [
      'a name without the occupation beside it',
      '<div class="author"><span itemprop="name">Ann Teller</span> Senior reporter</div>',
      ['Ann Teller'],
    ],
    ['an Arabic byline', '<div class="entry-meta"><span>بقلم: سلمى العلي</span></div>', ['سلمى العلي']],
    [
      'a WordPress byline',
      '<span class="author vcard"><a class="url fn n" href="/author/salma/">سلمى العلي</a></span>',
      ['سلمى العلي'],
    ],
  ])('%s', (_, byline, names) => expect(authorsOf(byline)).toEqual(names))
})

test('names in share bars, comments and cards of other articles are no authors', () => {
  const share =
    '<div class="sharedaddy"><a href="https://social.example/by/coast" rel="author">Follow Coast</a></div>'
  const comments =
    '<ol class="comment-list"><li class="comment"><cite class="fn">Angry Reader</cite><p>This is a long comment about the harbour and the crane that fell.</p></li></ol>'
  const related =
    '<div class="related-posts"><div><h3><a href="/b">School roof repairs start</a></h3><span class="author vcard">By Other Writer</span></div></div>'
  expect(authorsOf(share, '', related + comments)).toEqual([])
})

test('a signature below the last line is read when nobody is named above', () => {
  expect(authorsOf('', '', '<p style="text-align:right"><strong>Ann Teller</strong></p>')).toEqual([
    'Ann Teller',
  ])
})

test('sentences and subheads that open like a byline name nobody', () => {
  for (const line of [
    'Von der Leyen kritisiert die Hafenbehörde',
    'By the end of the week the pier reopens',
    'كتب الوزير على حسابه أن الميناء مغلق',
    'Par ailleurs le port reste fermé',
  ])
    expect(authorsOf('', '', `<p>${line}</p><p>${prose}</p>`)).toEqual([])
})

test('a person whom a sentence links to is no author', () => {
  expect(
    authorsOf(
      '',
      '',
      `<p>The mayor, <a href="/people/ada-quay/">Ada Quay</a>, spoke of luck, and the pier stays closed.</p>`,
    ),
  ).toEqual([])
})
