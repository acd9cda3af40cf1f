import { describe, expect, test } from '@jest/globals'
import { canonicalUrl, trustedCanonical, urlKey } from './index.ts'

test.each<[string, string | undefined]>([
  ['https://Paper.example:443/a?utm_source=rss&id=7&fbclid=x#top', 'https://paper.example/a?id=7'],
  ['http://user:pw@paper.example/a', 'http://paper.example/a'],
  ['https://paper.example/a?ref=twitter', 'https://paper.example/a'],
  ['https://paper.example/a?ref=annex-7', 'https://paper.example/a?ref=annex-7'],
  ['https://paper.example/a;jsessionid=12AB?x=1', 'https://paper.example/a?x=1'],
  ['https://paper.example/%7euser/%d8%a3', 'https://paper.example/~user/%D8%A3'],
  ['https://paper.example/أ', 'https://paper.example/%D8%A3'],
  ['https://www.google.com/amp/s/paper.example/2026/a.html', 'https://paper.example/2026/a.html'],
  ['https://paper-example.cdn.ampproject.org/c/s/paper.example/a?x=1', 'https://paper.example/a?x=1'],
  ['https://paper.example/a?amp=1&outputType=amp', 'https://paper.example/a'],
  ['https://paper.example/#!/news/7', 'https://paper.example/#!/news/7'],
  [' https://paper.example/a\n', 'https://paper.example/a'],
  ['mailto:a@paper.example', undefined],
  ['javascript:alert(1)', undefined],
  ['/a', undefined],
  ['', undefined],
])('canonicalUrl() makes %s %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical))

test('canonicalUrl() resolves against a base', () => {
  expect(canonicalUrl('../b?gclid=1', { base: 'https://paper.example/x/y/' })).toBe(
    'https://paper.example/x/b',
  )
})

const SAME: [string, string][] = [
  ['http://paper.example/a', 'https://www.paper.example/a/'],
  ['https://paper.example/', 'https://paper.example/index.html'],
  ['https://paper.example/n/index.php?id=7', 'https://paper.example/n/?id=7'],
  ['https://paper.example/a?x=1&y=2', 'https://paper.example/a?y=2&x=1&utm_medium=feed'],
  ['https://m.paper.example/a', 'https://paper.example/a'],
  ['https://amp.paper.example/a', 'https://paper.example/a'],
  [
    'https://paper.example/2026/05/big-flood-hits-town/amp/',
    'https://paper.example/2026/05/big-flood-hits-town',
  ],
  ['https://paper.example/1234567.amp.html', 'https://paper.example/1234567'],
  ['https://paper.example//a', 'https://paper.example/a'],
  ['https://أخبار.example/a', 'https://xn--igbicxr.example/a'],
]
const DIFFERENT: [string, string][] = [
  ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
  ['https://paper.example/a', 'https://paper.example/A'],
  ['https://paper.example/topics/amp', 'https://paper.example/topics'],
  ['https://paper.example/a', 'https://other.example/a'],
  ['https://one.blogspot.com/a', 'https://two.blogspot.com/a'],
  ['https://news.paper.example/a', 'https://sport.paper.example/a'],
  ['https://paper.example:8080/a', 'https://paper.example/a'],
  ['https://paper.example/?p=1', 'https://paper.example/?p=2'],
  ['https://paper.example/#!/a', 'https://paper.example/#!/b'],
  ['https://m.example/a', 'https://example/a'],
  ['https://paper.example/a.html', 'https://paper.example/a.pdf'],
  ['https://paper.example/a?page=2', 'https://paper.example/a'],
  ['https://paper.example/news?source=un', 'https://paper.example/news'],
  ['https://paper.example/default-swap', 'https://paper.example/'],
]
describe('urlKey()', () => {
  test.each(SAME)('%s meets %s', (one, other) => expect(urlKey(one)).toBe(urlKey(other)))
  test.each(DIFFERENT)('%s stays apart from %s', (one, other) => expect(urlKey(one)).not.toBe(urlKey(other)))
})

test.each<[string, string, string | undefined]>([
  ['https://paper.example/a?x=1', 'https://www.paper.example/a', 'https://www.paper.example/a'],
  ['https://amp.paper.example/2026/a', '/2026/a.html', 'https://amp.paper.example/2026/a.html'],
  ['https://paper.example/2026/a/amp/', 'https://paper.example/2026/a/', 'https://paper.example/2026/a/'],
  ['https://paper.example/2026/a', 'https://paper.example/', undefined],
  ['https://paper.example/2026/a', 'https://paper.example/2026/', undefined],
  ['https://paper.example/a', 'https://thief.example/a', undefined],
  ['https://one.blogspot.com/a', 'https://two.blogspot.com/a', undefined],
  ['https://paper.example/show?id=7', 'https://paper.example/show', undefined],
  ['https://paper.example/a', 'javascript:alert(1)', undefined],
  ['https://paper.example/a', '', undefined],
])('trustedCanonical(%s, %s) is %s', (page, named, trusted) =>
  expect(trustedCanonical(page, named)).toBe(trusted),
)
