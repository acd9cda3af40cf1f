import { expect, test } from '@jest/globals'
import { canonicalUrl, urlKey } from './index.ts'
import { OTHER_PAGE, SAME_PAGE } from './fixtures/url-pairs.ts'

test('urlKey() merges no two pages', () => {
  expect(OTHER_PAGE.filter(([, one, other]) => urlKey(one) === urlKey(other))).toEqual([])
})

test('urlKey() brings the addresses of one page together', () => {
  expect(SAME_PAGE.filter(([, one, other]) => urlKey(one) !== urlKey(other))).toEqual([])
})

test('canonicalUrl() of a canonical address is itself', () => {
  const all = [...SAME_PAGE, ...OTHER_PAGE].flatMap(([, one, other]) => [one, other])
  const canonical = all.map((url) => canonicalUrl(url) ?? url)
  expect(canonical.map((url) => canonicalUrl(url))).toEqual(canonical)
})
