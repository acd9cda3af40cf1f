import { expect, test } from '@jest/globals'
import { parseOpml, writeOpml } from './index.ts'

const read = (text: string) => parseOpml(new TextEncoder().encode(text))

test('parseOpml() reads folders, cases, quotes, ampersands and old schemes', () => {
  const feeds = read(`<opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="عربي"><outline title="ليبيا" text="x"><outline type="rss" text="x" title="الساحل" xmlUrl="https://a.example/f?c=1&l=ar" htmlUrl="https://a.example/"/></outline></outline>
    <OUTLINE TEXT='Second' XMLURL='feed://b.example/f'/><outline text="twice" xmlUrl="https://a.example/f?c=1&amp;l=ar"/>
    <outline text="open" type="rss" xmlUrl=" feed:https://c.example/f "><outline text="after" type="rss" xmlUrl="https://d.example/f">
    <outline type="link" text="no feed" url="https://e.example/"/></body></opml>`)
  expect(feeds).toEqual([
    {
      feedUrl: 'https://a.example/f?c=1&l=ar',
      title: 'الساحل',
      siteUrl: 'https://a.example/',
      folder: ['عربي', 'ليبيا'],
    },
    { feedUrl: 'http://b.example/f', title: 'Second', siteUrl: undefined, folder: [] },
    { feedUrl: 'https://c.example/f', title: 'open', siteUrl: undefined, folder: [] },
    { feedUrl: 'https://d.example/f', title: 'after', siteUrl: undefined, folder: [] },
  ])
})

test('parseOpml() says when there is none', () => {
  expect(() => read('<html><body>404</body></html>')).toThrow(
    'Cannot find OPML in this file: it begins "<html><body>404</body></html>"',
  )
  expect(read('<opml version="2.0"><body></body></opml>')).toEqual([])
})

test('writeOpml() writes what parseOpml() reads', () => {
  const feeds = [
    {
      feedUrl: 'https://a.example/f?c=1&l="ar"',
      title: 'A <b> & "c"',
      siteUrl: 'https://a.example/',
      folder: ['عربي', 'ليبيا'],
    },
    { feedUrl: 'https://b.example/f', title: 'B', siteUrl: undefined, folder: ['عربي'] },
    { feedUrl: 'https://c.example/f', title: 'C', siteUrl: undefined, folder: [] },
  ]
  const text = writeOpml(feeds, { title: 'Newsbraid', createdAt: '2026-05-04T18:05:09Z' })
  expect(text).toContain('<dateCreated>Mon, 04 May 2026 18:05:09 GMT</dateCreated>')
  expect(read(text)).toEqual(feeds)
})
