import { expect, test } from '@jest/globals'
import type { ApiSource } from '@newsbraid/model'
import { offeredFeeds } from './offered-feeds.ts'

const source = (lastOutcome: string, lastError: string): ApiSource => ({
  id: 'S',
  name: 'North',
  feedUrl: 'https://north.example',
  state: 'active',
  lastOutcome,
  lastError,
  failures: 1,
  repairs: [],
  articleCount: 0,
  entriesPerDay: 0,
  silent: false,
})
const TOLD =
  'Read an HTML page instead of a feed at "https://north.example/"; it links to the feeds https://north.example/rss, https://north.example/sport.rss'

test('offeredFeeds() finds the feeds that a page links to, and not the page itself', () => {
  expect(offeredFeeds(source('not-a-feed', TOLD))).toEqual([
    'https://north.example/rss',
    'https://north.example/sport.rss',
  ])
})

test('offeredFeeds() takes no address from another kind of error', () => {
  expect(offeredFeeds(source('address-refused', TOLD))).toEqual([])
})
