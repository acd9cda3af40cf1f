import { describe, expect, test } from '@jest/globals'
import { clean, joinPages } from './index.ts'

const words =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement. '
const page = (body: string, head = ''): string =>
  `<html><head>${head}</head><body><article><h1>Harbour closed after crane falls</h1><p>${words}</p><p>${words.replace('Monday', 'Tuesday')}</p>${body}</article></body></html>`
const nextOf = (url: string, body: string, head = '') => clean(page(body, head), { url }).nextPage

describe('the next page of an article', () => {
  test.each([
    [
      'https://x.example/2024/03/harbour/',
      '<a href="/2024/03/harbour/2/">2</a>',
      'https://x.example/2024/03/harbour/2/',
    ],
    [
      'https://x.example/2024/03/harbour/2/',
      '<a href="/2024/03/harbour/">1</a><a href="/2024/03/harbour/3/">3</a>',
      'https://x.example/2024/03/harbour/3/',
    ],
    [
      'https://x.example/news/a17.html',
      '<a href="a17-2.html">Weiter</a>',
      'https://x.example/news/a17-2.html',
    ],
    ['https://x.example/news/a17-2.html', '<a href="a17-3.html">3</a>', undefined],
    ['https://x.example/harbour', '<a href="/harbour?page=2">التالي</a>', 'https://x.example/harbour?page=2'],
    [
      'https://x.example/harbour?page=2&utm_source=feed',
      '<a href="/harbour?page=3">التالي</a>',
      'https://x.example/harbour?page=3',
    ],
    ['https://x.example/harbour', '<a href="/harbour/seite-2">2</a>', 'https://x.example/harbour/seite-2'],
    ['https://x.example/harbour', '<a href="/harbour/comment-page-2/#comments">2</a>', undefined],
    ['https://x.example/harbour', '<a href="/category/ports/page/2/">Older posts</a>', undefined],
    ['https://x.example/harbour', '<a href="https://y.example/harbour/2/">2</a>', undefined],
    ['https://x.example/harbour', '<a href="/school-roof-2/">Next: School roof repairs</a>', undefined],
    ['https://x.example/', '<a href="/2/">2</a>', undefined],
    [
      'https://x.example/harbour',
      '<div id="comments" class="comments"><a href="/harbour/2/">2</a></div>',
      undefined,
    ],
  ])('%s %s', (url, body, next) => expect(nextOf(url, body)).toBe(next))
})

test('rel=next counts for a page number and not for a neighbouring article', () => {
  expect(
    nextOf('https://x.example/harbour', '', '<link rel="next" href="https://x.example/harbour/2/">'),
  ).toBe('https://x.example/harbour/2/')
  expect(
    nextOf('https://x.example/harbour', '', '<link rel="next" href="https://x.example/school-roof/">'),
  ).toBeUndefined()
})

test('joinPages() joins bodies once: repeated lines and paging go, text and HTML agree', () => {
  const first = clean(
    page(
      '<ul><li>One crane fell, the authority said on Monday.</li><li>Nobody was hurt, the authority said.</li></ul>',
    ),
    { url: 'https://x.example/a' },
  ).article
  const second = clean(page(`<p>${words.replace('crane', 'second crane')}</p><p>Page 2 of 2</p>`), {
    url: 'https://x.example/a/2',
  }).article
  const joined = joinPages([first, { ...second, modifiedAt: '2024-03-05T10:00:00Z' }])
  expect(joined.text.split('second crane')).toHaveLength(2)
  expect(joined.text.split('on Tuesday after')).toHaveLength(2)
  expect(joined.text).not.toContain('Page 2 of 2')
  expect(joined.html).not.toContain('Page 2 of 2')
  expect(joined.html.split('on Tuesday after')).toHaveLength(2)
  expect(joined.html).toContain('second crane')
  expect(joined.modifiedAt).toBe('2024-03-05T10:00:00Z')
  expect(joined.dropped.some((d) => d.reason === 'repeated')).toBe(true)
  expect(first.text).not.toContain('second crane')
})

test('joinPages() of one page is that page; of none an error', () => {
  const { article } = clean(page(''), { url: 'https://x.example/a' })
  expect(joinPages([article])).toBe(article)
  expect(() => joinPages([])).toThrow('Cannot join "0" pages')
})
