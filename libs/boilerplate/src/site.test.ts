import { expect, test } from '@jest/globals'
import { clean, createSite, hasWords, siteFrom } from './index.ts'

const topics = ['harbour', 'school', 'bridge', 'library', 'market', 'stadium']
const url = (i: number): string => `https://example.org/${i}`
const notice =
  'Our newsroom is funded by the people of the valley, and every contribution keeps this paper free for all to read.'
const html = (i: number): string => {
  const t = topics[i] ?? 'park'
  return `<html><head><title>News of the ${t} reach the town</title></head><body><div id="x"><h1>News of the ${t} reach the town</h1>
  <p>The ${t} will be rebuilt next year, the town council decided on Monday after a long debate about money.</p>
  <p>Work on the ${t} begins in May, according to the mayor, who spoke of a “day of joy” for the whole valley.</p>
  <p>Critics say the ${t} costs too much, and that the council hid the true figures from the people for months.</p>
  <p>${notice}</p></div></body></html>`
}

test('a site learns that a block on several pages is furniture, and says so', () => {
  const site = createSite('example.org')
  for (let i = 0; i < 4; i++) site.learn(html(i), url(i))
  const { article } = clean(html(4), { url: url(4), site })
  expect(article.text).not.toContain(notice)
  expect(article.text).toContain('Critics say the market costs too much')
  expect(article.dropped).toContainEqual({
    text: notice,
    reason: 'repeated-on-site',
    evidence: 'seen on 4 other pages of this site',
  })
})

test('a site never drops a body: a page seen before under another address stays whole', () => {
  const site = createSite('example.org')
  for (let i = 0; i < 4; i++) site.learn(html(0), url(i))
  const { article } = clean(html(0), { url: url(9), site })
  expect(article.text).toContain('Work on the harbour begins in May')
})

test('a template survives the store, and absorbing a footprint is learning', () => {
  const site = createSite('example.org')
  const other = createSite('example.org')
  for (let i = 0; i < 3; i++) {
    site.learn(html(i), url(i))
    other.absorb(clean(html(i), { url: url(i), site: other }).footprint)
  }
  const stored: unknown = JSON.parse(JSON.stringify(site))
  expect(other.toJSON()).toEqual(site.toJSON())
  expect(siteFrom(stored).toJSON()).toEqual(site.toJSON())
})

test('a page learnt twice counts once', () => {
  const site = createSite('example.org')
  site.learn(html(0), url(0))
  site.learn(html(0), url(0))
  expect(site.size).toBe(1)
})

test('what a person marks is obeyed', () => {
  const site = createSite('example.org')
  site.mark(notice, 'drop')
  expect(clean(html(0), { url: url(0), site }).article.text).not.toContain(notice)
  for (let i = 1; i < 5; i++) site.learn(html(i), url(i))
  site.mark(notice, 'keep')
  expect(clean(html(0), { url: url(0), site }).article.text).toContain(notice)
})

test('what a person marks is known by its words, however long it is and whatever numbers it holds', () => {
  const site = createSite('example.org')
  const long = `${notice} `.repeat(8).trim()
  const page = (text: string): string => html(0).replace(notice, text)
  site.mark(long.slice(0, 500), 'drop')
  expect(clean(page(long), { url: url(0), site }).article.text).not.toContain('newsroom')
  site.mark('Our 12 reporters ask you for 5 minutes of your day', 'drop')
  const text = clean(page('Our 7 reporters ask you for 30 minutes of your day'), { url: url(0), site })
    .article.text
  expect(text).not.toContain('reporters')
  expect(hasWords('12:30')).toBe(false)
})

test('a template of another shape starts afresh', () => {
  expect(siteFrom({ version: 7 }, 'example.org').size).toBe(0)
})

test('a template stays bounded', () => {
  const site = createSite('example.org')
  for (let i = 0; i < 200; i++)
    site.absorb({
      url: url(i),
      title: i,
      blocks: Array.from({ length: 50 }, (_, k) => ({
        text: i * 50 + k,
        path: i * 50 + k,
        chars: 80,
        kept: false,
      })),
    })
  const { texts, paths, titles } = site.toJSON()
  expect(texts.length).toBeLessThanOrEqual(1500)
  expect(paths.length).toBeLessThanOrEqual(400)
  expect(titles.length).toBeLessThanOrEqual(300)
})
