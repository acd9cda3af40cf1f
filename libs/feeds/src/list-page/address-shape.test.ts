import { expect, test } from '@jest/globals'
import { addressShape, bareAddress } from '../index.ts'

const score = (path: string): number => addressShape(`https://paper.example/${path}`).score

test.each([
  '2026/03/01/bridge',
  'news/2026-03-01-harbour-bridge-opens',
  '%D8%A7%D9%81%D8%AA%D8%AA%D8%A7%D8%AD-%D8%AC%D8%B3%D8%B1-%D8%AC%D8%AF%D9%8A%D8%AF-%D9%81%D9%88%D9%82-%D9%85%D9%8A%D9%86%D8%A7%D8%A1/',
  'lokales/faehre-17734.html',
  'category/politics/harbour-bridge-opens-on-monday',
  '?p=123',
  'news.php?id=5',
  'node/48121',
  'a/3cc842471fb9df42315d658d88c8403a',
  '記事/港の橋が月曜日に開通',
])('addressShape() sees an article in "%s"', (path) => {
  expect(score(path)).toBeGreaterThanOrEqual(2)
})

test.each([
  '',
  'sport',
  'sport/football',
  'tag/storm-on-the-whole-coast',
  'author/salma-karim-of-the-port',
  'page/2',
  '2026/03/01/harbour-bridge-opens/comment-page-1',
  '?page=3',
  'index.php?cat=7',
  '2026/03/',
  '2026/03/01/',
  'news/paper-of-the-week-2026.pdf',
  'harbour-bridge-opens-on-monday?share=mail',
  'login?return=https%3A%2F%2Fpaper.example%2F2026%2F03%2F01%2Fx',
  'terms-and-conditions',
])('addressShape() sees none in "%s"', (path) => {
  expect(score(path)).toBeLessThan(0)
})

test('addressShape() gives addresses of one kind one pattern, with number and day', () => {
  const one = addressShape('https://paper.example/2026/03/01/bridge-over-the-harbour-48121.html')
  const other = addressShape('https://paper.example/2025/11/28/storm-at-the-old-quay-3977.html')
  expect(one).toMatchObject({ pattern: other.pattern, number: 48121, day: '2026-03-01' })
})

test('bareAddress() drops a query behind a path that names the article, and no other', () => {
  expect(bareAddress('https://p.example/a/harbour-bridge-opens-on-monday?pos=3')).toBe(
    'https://p.example/a/harbour-bridge-opens-on-monday',
  )
  expect(bareAddress('https://p.example/news.php?id=5')).toBeUndefined()
  expect(bareAddress('https://p.example/a/harbour-bridge-opens-on-monday?share=x')).toBeUndefined()
})
