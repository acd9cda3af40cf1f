import { expect, test } from '@jest/globals'
import { discoverFeeds } from './index.ts'

test('discoverFeeds() puts declared feeds first, then linked ones, then comments', () => {
  const page = `<html><head><base href="https://cdn.paper.example/x/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel='alternate' type='application/atom+xml' title='Caf&eacute;' href='all.atom'>
    <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0"><link rel="alternate" hreflang="ar" href="/ar">
    <link rel="stylesheet" href="/rss.css"></head><body>
    <a href="/about">About</a><a href="https://paper.example/rss/sport.xml">خلاصة الرياضة</a><a href="/feedback">Feedback</a><a href="javascript:rss()">x</a></body></html>`
  expect(discoverFeeds(page, 'https://paper.example/')).toEqual([
    { url: 'https://cdn.paper.example/x/all.atom', title: 'Café', type: 'application/atom+xml' },
    { url: 'https://paper.example/rss/sport.xml', title: 'خلاصة الرياضة', type: undefined },
    { url: 'https://cdn.paper.example/comments/feed', title: 'Comments', type: 'application/rss+xml' },
  ])
})
