import { expect, test } from '@jest/globals'
import { clean, cleanText } from './index.ts'

const prose =
  '<p>The ferry left the harbour at noon with two hundred people and a cargo of oranges for the islands.</p>'.repeat(
    4,
  )
const around = (inner: string): string =>
  `<html><head><title>Ferry leaves</title></head><body><article><h1>Ferry leaves</h1>${prose}${inner}</article></body></html>`
const jsonLd = (json: string): string => around(`<script type="application/ld+json">${json}</script>`)

/** Pages that cost more than they are worth; each ends, and the article stays about as long as the page. */
const HOSTILE: Record<string, () => string> = {
  'twenty thousand blocks': () => around('<div>x</div>'.repeat(20_000)),
  'a hundred thousand deep': () => around('<div>'.repeat(100_000) + 'x'),
  'a hundred thousand inline deep': () => around('<b><i>'.repeat(50_000) + 'x'),
  brackets: () => around('<'.repeat(300_000)),
  'half tags': () => around('a<p '.repeat(200_000)),
  'tags that never end': () => around('<p title="'.repeat(100_000)),
  'comments that never end': () => around('<!--'.repeat(200_000)),
  'scripts that never end': () => around('<script>'.repeat(100_000)),
  'scripts and comments in turn': () => around('<script><!--'.repeat(100_000)),
  'half a million references': () => around('&amp;'.repeat(500_000)),
  'two hundred thousand attributes': () => around(`<p ${'a=1 '.repeat(200_000)}>x</p>`),
  'a class of a megabyte': () => around(`<p class="${'share '.repeat(200_000)}">x</p>`),
  'one word of a megabyte': () => around(`<p>${'a'.repeat(1_000_000)}</p>`),
  'a megabyte of white space': () => around(`<p>a${' \n\t\u00a0'.repeat(250_000)}b</p>`),
  'a title without end': () => `<title>${'عنوان '.repeat(50_000)}</title>` + around(''),
  'ten thousand links': () => around('<a href="/x">x</a> '.repeat(10_000)),
  'tables in tables': () => around('<table><tr><td>'.repeat(5_000) + 'x'),
  'a list of twenty thousand': () => around(`<ul>${'<li>x'.repeat(20_000)}</ul>`),
  'dates without end': () => around(`<time datetime="${'1'.repeat(200_000)}">${'10 '.repeat(50_000)}</time>`),
  'a byline without end': () => around(`<p class="byline">By ${'Anna Mills and '.repeat(30_000)}</p>`),
  'dashes and dots': () => around(`<p>${'- . — … '.repeat(100_000)}</p>`),
  'deep JSON-LD': () => jsonLd('['.repeat(200_000)),
  'deep well-formed JSON-LD': () => jsonLd('{"@graph":'.repeat(5_000) + '1' + '}'.repeat(5_000)),
  'JSON-LD without end': () => around('<script type="application/ld+json">{"a":"' + 'x'.repeat(1_000_000)),
  'a thousand JSON-LD blocks': () =>
    around(
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>'.repeat(1_000),
    ),
  'a thousand metas': () => around('<meta property="og:title" content="x">'.repeat(20_000)),
}

test.each(Object.entries(HOSTILE))(
  'clean() survives %s',
  (_, make) => {
    const page = make()
    const { article } = clean(page, { url: 'https://paper.example/1' })
    expect(article.text.length).toBeLessThanOrEqual(page.length)
    expect(article.html.length).toBeLessThan(10 * page.length)
    expect(article.dropped.length).toBeLessThanOrEqual(400)
  },
  20_000,
)

test('clean() lets no key of JSON-LD reach a prototype', () => {
  clean(
    jsonLd(
      '{"@type":"NewsArticle","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"author":{"__proto__":{"name":"x"}}}',
    ),
    { url: 'https://paper.example/1' },
  )
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test.each([
  '275760-09-14',
  '-000001-01-01',
  'NaN',
  '0',
  '1e21',
  '9999999999999999',
  '٣٠ فبراير ٢٠٢٦',
  'Infinity',
])('clean() takes no date of %s', (date) => {
  const page = around(
    `<meta property="article:published_time" content="${date}"><time datetime="${date}">${date}</time>`,
  )
  const { article } = clean(page, { url: 'https://paper.example/1' })
  if (article.publishedAt !== undefined)
    expect(new Date(article.publishedAt).getUTCFullYear()).toBeLessThan(2200)
})

test('clean() takes noise for no article', () => {
  expect(clean('\u00ff'.repeat(4_000), { url: 'https://paper.example/1' }).outcome).toBe('not-an-article')
})

test.each(['\u202e'.repeat(1000), 'a\0b\ud800', '\u001b[31m', 'x'.repeat(1_000_000), '\n'.repeat(500_000)])(
  'cleanText() survives %#',
  (text) => {
    expect(() => cleanText(text + '\n' + text)).not.toThrow()
  },
)
