import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { type BusJob, defineJob, dispatchDue } from './index.ts'

const takes = defineJob({ queue: 'clean', version: 1, id: z.string(), maxBatch: 3 })
const stage = { name: 'clean-page', takes, highWater: 4 }

/** A store with items that are due, and a queue; both in memory, as the ports promise. */
function line(due: string[], { waiting = 0, backlog = 0, alone = [] as string[], broken = false } = {}) {
  const jobs: BusJob[] = []
  const released: string[] = []
  const ledger = {
    dispatch: async (_stage: string, limit: number) =>
      due.splice(0, limit).map((id) => ({ id, alone: alone.includes(id) })),
    release: async (_stage: string, token: string) => void released.push(token),
    backlog: async (_stage: string, enough: number) => Math.min(backlog, enough),
  }
  const bus = {
    counts: async () => ({ waiting: waiting + jobs.length, active: 0, delayed: 0, failed: 0 }),
    add: async (_queue: string, added: readonly BusJob[]) => {
      if (broken) throw new Error('The queue is gone')
      jobs.push(...added)
    },
  }
  const dispatch = (enough = 100) =>
    dispatchDue(stage, [{ name: 'extract', enough }], ledger, bus, () => 'tok')
  return { dispatch, jobs, released, due }
}
const names = (n: number) => Array.from({ length: n }, (_, i) => `i${i}`)

test('what is due goes in whole batches under one token, and every job has an id of its own', async () => {
  const { dispatch, jobs } = line(names(7))
  expect(await dispatch()).toBe(7)
  expect(jobs.map(({ payload }) => payload)).toEqual([
    { ids: ['i0', 'i1', 'i2'], token: 'tok' },
    { ids: ['i3', 'i4', 'i5'], token: 'tok' },
    { ids: ['i6'], token: 'tok' },
  ])
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(3)
  for (const { name, payload } of jobs) expect(takes.parse(name, payload)).toEqual(payload)
})

test('no more than the queue may hold leaves the store; the rest waits there', async () => {
  const { dispatch, jobs, due } = line(names(50), { waiting: 2 })
  expect(await dispatch()).toBe(6)
  expect(jobs).toHaveLength(2)
  expect(due).toHaveLength(44)
  expect(await dispatch()).toBe(0)
})

test('nothing leaves while a stage further on has enough waiting', async () => {
  const { dispatch, due } = line(names(5), { backlog: 100 })
  expect(await dispatch(100)).toBe(0)
  expect(due).toHaveLength(5)
  expect(await dispatch(101)).toBe(5)
})

test('an item that failed before travels alone', async () => {
  const { dispatch, jobs } = line(names(4), { alone: ['i1'] })
  await dispatch()
  expect(jobs.map(({ payload }) => payload.ids)).toEqual([['i1'], ['i0', 'i2', 'i3']])
})

test('when the queue is gone the items are given back and the error is told', async () => {
  const { dispatch, released } = line(names(4), { broken: true })
  await expect(dispatch()).rejects.toThrow('The queue is gone')
  expect(released).toEqual(['tok'])
})
