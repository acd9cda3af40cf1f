import { expect, test } from '@jest/globals'
import type { ItemEnd } from '@newsbraid/model'
import { z } from 'zod'
import { defer, defineJob, defineStage, done, type Ledger, runBatch, Unprocessable } from './index.ts'

type Tx = { write: (id: string, value: number) => void }

/** A ledger in memory that keeps what a transaction keeps: effects of a throwing `effects` are undone. */
function memoryLedger() {
  const running = new Map<string, string>()
  const ends = new Map<string, ItemEnd>()
  const written = new Map<string, number>()
  const ledger: Ledger<Tx> = {
    async claim(_stage, ids, token) {
      const mine = ids.filter((id) => !ends.has(id))
      for (const id of mine) running.set(id, token)
      return mine
    },
    async finish(_stage, token, items, _max, effects) {
      const held = new Set(items.map(({ id }) => id).filter((id) => running.get(id) === token))
      const draft = new Map<string, number>()
      await effects({ write: (id, value) => void draft.set(id, value) }, held, async () => {})
      for (const [id, value] of draft) written.set(id, value)
      for (const { id, end } of items) if (held.has(id)) ends.set(id, end)
    },
    dispatch: async () => [],
    backlog: async () => 0,
    release: async () => {},
    touch: async () => {},
    recover: async () => 0,
  }
  return { ledger, ends, written, running }
}

const takes = defineJob({ queue: 'halve', version: 1, id: z.string(), maxBatch: 50 })
const halve = defineStage<object, Tx>()({
  name: 'halve',
  takes,
  sends: [],
  concurrency: 1,
  maxAttempts: 3,
  highWater: 10,
  enough: 100,
  load: async (ids) => new Map(ids.filter((id) => id !== 'gone').map((id) => [id, Number(id)] as const)),
  run: (n: number) => {
    if (n === 13) throw new Error('Cannot halve "13"')
    if (n < 0) throw new Unprocessable(`Cannot halve "${n}": it is negative`)
    if (n === 100) return defer(5000, 'busy')
    return done('ok', n / 2)
  },
  save: async (saved, tx) => {
    for (const { id, result } of saved) {
      if (id === '666') throw new Error('constraint violated')
      tx.write(id, result)
    }
  },
})

test('every item ends once, under one word, and a failing one costs only itself', async () => {
  const { ledger, ends, written } = memoryLedger()
  await runBatch(halve, { ids: ['4', '13', '-2', 'gone', '100', '8'], token: 't1' }, ledger, {})
  expect(Object.fromEntries(ends)).toEqual({
    '4': { kind: 'done', outcome: 'ok' },
    '8': { kind: 'done', outcome: 'ok' },
    '13': { kind: 'retry', error: 'Cannot halve "13"' },
    '-2': { kind: 'quarantine', reason: 'Cannot halve "-2": it is negative' },
    gone: { kind: 'done', outcome: 'vanished' },
    '100': { kind: 'defer', untilMs: 5000, reason: 'busy' },
  })
  expect([...written]).toEqual([
    ['4', 2],
    ['8', 4],
  ])
})

test('a result that cannot be saved is set aside alone and holds nobody else', async () => {
  const { ledger, ends, written } = memoryLedger()
  await runBatch(halve, { ids: ['4', '666', '8'], token: 't1' }, ledger, {})
  expect([...written.keys()]).toEqual(['4', '8'])
  expect(ends.get('666')).toEqual({ kind: 'retry', error: 'Cannot save: constraint violated' })
})

test('a job delivered twice does its work once', async () => {
  const { ledger, written } = memoryLedger()
  await runBatch(halve, { ids: ['4'], token: 't1' }, ledger, {})
  written.clear()
  expect(await runBatch(halve, { ids: ['4'], token: 't1' }, ledger, {})).toEqual([])
  expect(written.size).toBe(0)
})

test('an item taken over by another dispatch while it ran is not saved by the first', async () => {
  const { ledger, written, running } = memoryLedger()
  const slow = { ...halve, run: (n: number) => (running.set('4', 't2'), done('ok', n / 2)) }
  await runBatch(slow, { ids: ['4'], token: 't1' }, ledger, {})
  expect(written.size).toBe(0)
})
