import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { clean } from './index.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures')
const names = fs
  .readdirSync(fixtures)
  .filter((f) => f.endsWith('.html'))
  .map((f) => f.slice(0, -5))
const linesOf = (text: string): string[] => text.split(/\n+/).map((l) => l.trim())

describe('clean() takes the article out of a WordPress page exact to the word', () => {
  test.each(names)('%s', (name) => {
    const html = fs.readFileSync(path.join(fixtures, `${name}.html`), 'utf8')
    const expected = JSON.parse(fs.readFileSync(path.join(fixtures, `${name}.expected.json`), 'utf8')) as {
      title: string
      author: string
      lines: string[]
    }
    const { article, outcome } = clean(html, { url: 'https://example.org/2024/03/article/' })
    expect(outcome).toBe('ok')
    expect(article.title).toBe(expected.title)
    expect(article.authors).toEqual([expected.author])
    expect(linesOf(article.text)).toEqual(expected.lines)
  })
})

const words =
  'The harbour was closed on Monday after a crane fell onto the pier, the port authority said in a statement. '
const page = (body: string, head = ''): string =>
  `<html lang="en"><head><title>Harbour closed</title>${head}</head><body>${body}</body></html>`
const story = `<h1>Harbour closed</h1><p>${words}</p><p>${words.replace('Monday', 'Tuesday')}</p><p>${words.replace('harbour', 'marina')}</p>`

test('clean() names a reason for every dropped block', () => {
  const { article } = clean(
    page(`<nav><a href="/a">Home</a></nav>${story}<div class="sharedaddy"><h3>Share this:</h3></div>`),
    { url: 'https://example.org/a' },
  )
  expect(article.dropped).toContainEqual(
    expect.objectContaining({ text: 'Share this:', reason: 'share-bar' }),
  )
  expect(article.dropped.every((d) => d.reason !== '')).toBe(true)
})

test('clean() writes safe HTML: no scripts, handlers or script addresses, links absolute', () => {
  const { article } = clean(
    page(
      `<h1>Harbour closed</h1><p onclick="x()">${words}<a href="javascript:alert(1)">bad</a> <a href="/map" onmouseover="y()">map &lt;b&gt;</a></p><p>${words}<img src=x onerror=alert(1)></p><p>${words}</p>`,
    ),
    { url: 'https://example.org/news/a' },
  )
  expect(article.html).not.toMatch(/script|onclick|onmouse|onerror|<img/i)
  expect(article.html).toContain('<a href="https://example.org/map">map &lt;b&gt;</a>')
})

test('clean() keeps lists, quotes and headings as structure', () => {
  const { article } = clean(
    page(
      `<article><h1>Harbour closed</h1><p>${words}</p><h2>What is known</h2><ul><li>${words}</li><li>One person was hurt, officials said on Tuesday.</li></ul><blockquote><p>${words}</p></blockquote><p>${words}</p></article>`,
    ),
    { url: 'https://example.org/a' },
  )
  expect(article.html).toMatch(
    /<h2>What is known<\/h2>\s*<ul><li>.*<\/li><li>.*<\/li><\/ul>\s*<blockquote><p>/,
  )
})

test('clean() reads title, authors, dates and site from structured data', () => {
  const ld = {
    '@type': 'NewsArticle',
    headline: 'Harbour closed',
    datePublished: '2024-03-04T08:00:00+01:00',
    author: [{ '@type': 'Person', name: 'Ann Teller' }],
    publisher: { '@type': 'Organization', name: 'Coast Post' },
  }
  const { article } = clean(
    page(story, `<script type="application/ld+json">${JSON.stringify(ld)}</script>`),
    { url: 'https://example.org/a' },
  )
  expect(article).toMatchObject({
    title: 'Harbour closed',
    authors: ['Ann Teller'],
    publishedAt: '2024-03-04T08:00:00+01:00',
    siteName: 'Coast Post',
    language: 'en',
    dir: 'ltr',
  })
})

test('clean() uses what the feed said only where the page is silent', () => {
  const { article } = clean(page(story), {
    url: 'https://example.org/a',
    hints: { author: 'Sam Okoro', publishedAt: '2024-03-05T10:00:00Z' },
  })
  expect(article).toMatchObject({ authors: ['Sam Okoro'], publishedAt: '2024-03-05T10:00:00Z' })
})

describe('clean() ends under one word', () => {
  test.each([
    [
      'error-page',
      page('<h1>404 Not Found</h1><p>The page you were looking for does not exist.</p>', '').replace(
        '<title>Harbour closed',
        '<title>404 Not Found',
      ),
    ],
    ['too-short', page('<h1>Harbour closed</h1><p>More soon.</p>')],
    [
      'paywall',
      page(
        `<h1>Harbour closed</h1><p>${words}</p><div class="paywall"><p>Subscribe to read the whole report and every other story, cancel at any time you like.</p></div>`,
      ),
    ],
  ])('%s', (outcome, html) => expect(clean(html, { url: 'https://example.org/a' }).outcome).toBe(outcome))
})

test('clean() survives hostile pages: deep nesting, endless attributes, unclosed tags, nothing at all', () => {
  for (const html of [
    '',
    '<',
    '<div>'.repeat(50_000) + 'x',
    `<p ${'a=1 '.repeat(50_000)}>x`,
    '<a href=x>'.repeat(5000),
    '<script>'.repeat(2000),
    '<!--'.repeat(5000),
    '<table><tr><td>'.repeat(3000),
  ])
    expect(() => clean(html, { url: 'not a url' })).not.toThrow()
})
