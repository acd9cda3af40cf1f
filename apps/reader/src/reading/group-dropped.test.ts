import { expect, test } from '@jest/globals'
import { countReasons, groupDropped } from './group-dropped.ts'

const DROPPED = [
  { text: 'Sport', reason: 'links', evidence: 'all links' },
  { text: 'Weather', reason: 'links', evidence: 'all links' },
  { text: 'Today', reason: 'links', evidence: 'in a menu' },
  { text: 'Share', reason: 'share-bar' },
  { text: 'More', reason: 'links', evidence: 'in a menu' },
]

test('groupDropped() joins neighbours of one reason and says each evidence once in a row', () => {
  expect(groupDropped(DROPPED)).toEqual([
    {
      reason: 'links',
      blocks: [
        { text: 'Sport', evidence: 'all links' },
        { text: 'Weather', evidence: undefined },
        { text: 'Today', evidence: 'in a menu' },
      ],
    },
    { reason: 'share-bar', blocks: [{ text: 'Share', evidence: undefined }] },
    { reason: 'links', blocks: [{ text: 'More', evidence: 'in a menu' }] },
  ])
})

test('countReasons() counts blocks, most first', () => {
  expect(countReasons(DROPPED)).toEqual([
    { reason: 'links', count: 4 },
    { reason: 'share-bar', count: 1 },
  ])
})
