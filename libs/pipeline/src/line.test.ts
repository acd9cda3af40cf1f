import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { defineJob, wholeLine } from './index.ts'

const job = <const Q extends string>(queue: Q) =>
  defineJob({ queue, version: 1, id: z.string(), maxBatch: 2 })
const fetch = job('fetch')
const clean = job('clean')

test('wholeLine() takes a line in which every queue has its reader', () => {
  const line = wholeLine([
    { name: 'a', takes: fetch, sends: [clean] },
    { name: 'b', takes: clean, sends: [] },
  ])
  expect(line.map((stage) => stage.takes.queue)).toEqual(['fetch', 'clean'])
})

test('wholeLine() refuses a queue nobody reads, when compiled and when run', () => {
  // @ts-expect-error nobody takes "clean" jobs
  expect(() => wholeLine([{ name: 'a', takes: fetch, sends: [clean] }])).toThrow('nobody takes "clean" jobs')
})

test('wholeLine() refuses two readers of one queue', () => {
  expect(() =>
    wholeLine([
      { name: 'a', takes: fetch, sends: [] },
      { name: 'b', takes: fetch, sends: [] },
    ]),
  ).toThrow('two stages take "fetch" jobs')
})

test('a job reads its own payload, those of earlier versions, and refuses the rest with the payload quoted', () => {
  const now = defineJob({
    queue: 'clean',
    version: 2,
    id: z.string().min(1),
    maxBatch: 2,
    earlier: { 'clean@1': (payload) => ({ ids: [(payload as { pageId: string }).pageId], token: 'old' }) },
  })
  expect(now.parse('clean@2', { ids: ['a', 'b'], token: 't' })).toEqual({ ids: ['a', 'b'], token: 't' })
  expect(now.parse('clean@1', { pageId: 'a' })).toEqual({ ids: ['a'], token: 'old' })
  expect(() => now.parse('clean@2', { ids: ['a', 'b', 'c'], token: 't' })).toThrow('"ids":["a","b","c"]')
  expect(() => now.parse('clean@2', { ids: ['a'], token: 't', html: '<p>' })).toThrow('Cannot read payload')
  expect(() => now.parse('shred@1', {})).toThrow('Cannot read job "shred@1"')
})
