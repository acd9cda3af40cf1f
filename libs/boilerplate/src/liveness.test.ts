import { expect, test } from '@jest/globals'
import { clean } from './index.ts'

const livenessOf = (head: string, robotsHeader?: string) =>
  clean(`<html><head>${head}</head><body><h1>Harbour closed</h1></body></html>`, {
    url: 'https://coastpost.example/a',
    robotsHeader,
  }).liveness

test('a page that says nothing may be listed and kept', () => {
  expect(livenessOf('<meta name="robots" content="max-image-preview:large">')).toEqual({ noindex: false })
})

test('noindex is read from meta and header, none means the same', () => {
  expect(livenessOf('<meta name="robots" content="noindex, nofollow">').noindex).toBe(true)
  expect(livenessOf('<meta name="googlebot-news" content="noindex">').noindex).toBe(true)
  expect(livenessOf('', 'none').noindex).toBe(true)
  expect(livenessOf('', 'max-snippet: 20, noindex').noindex).toBe(true)
})

test('a header for one other robot says nothing to us', () => {
  expect(livenessOf('', 'otherbot: noindex').noindex).toBe(false)
  expect(livenessOf('', 'otherbot: noindex, googlebot: nofollow').noindex).toBe(false)
  expect(livenessOf('', 'googlebot: noindex').noindex).toBe(true)
})

test('the earliest day after which the page is gone counts', () => {
  expect(
    livenessOf('<meta name="robots" content="unavailable_after: 2027-05-09T06:20:00+02">').unavailableAfter,
  ).toBe('2027-05-09T06:20:00+02:00')
  expect(livenessOf('', 'unavailable_after: 25 Jun 2027 15:00:00 GMT').unavailableAfter).toBe(
    '2027-06-25T15:00:00.000Z',
  )
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","expires":"2026-01-02"}</script>'
  expect(livenessOf(ld, 'unavailable_after: 25 Jun 2027 15:00:00 GMT').unavailableAfter).toBe('2026-01-02')
})
