import type { Due, Send } from '@newsbraid/pipeline'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Database } from './database.ts'
import { createLedger, sendInto } from './ledger.ts'
import { openTestDatabase } from './testing/open-test-database.ts'
import { inTransaction, type Queryable } from './transaction.ts'

const STAGES: Record<string, string> = { poll: 'poll-feed', fetch: 'fetch-page', clean: 'clean-page' }
const stageOf = (queue: string) => STAGES[queue] ?? queue
const WIDTH = 2

let database: Database
const ledger = () =>
  createLedger(
    database.pool,
    { stageOf, laneWidth: WIDTH, laned: ['poll-feed', 'fetch-page'] },
    (tx): Queryable => tx,
  )
const send = (queue: string, items: Parameters<Send>[1]) =>
  inTransaction(database.pool, (tx) => sendInto(tx, { stageOf })(queue, items))
const nothing = async () => {}
const ids = (due: readonly Due[]) => due.map(({ id }) => id).sort()
const work = async (stage: string, id: string) => {
  const { rows } = await database.pool.query<{
    state: string
    attempts: number
    silent: number
    token: string | null
    outcome: string | null
    detail: string | null
    wait: number
  }>(
    `SELECT state, attempts, silent, token, outcome, detail, extract(epoch FROM (due_at - now()))::float8 AS wait FROM work WHERE stage = $1 AND item_id = $2`,
    [stage, id],
  )
  return rows[0]!
}
const tallies = async (stage: string) => {
  const { rows } = await database.pool.query<{ outcome: string; n: number }>(
    'SELECT outcome, sum(n)::integer AS n FROM tallies WHERE stage = $1 GROUP BY outcome',
    [stage],
  )
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
}
const makeDue = () => database.pool.query('UPDATE work SET due_at = now()')
const ok = (id: string) => ({ id, end: { kind: 'done', outcome: 'ok' } as const })
const fails = (id: string) => ({ id, end: { kind: 'retry', error: 'Cannot reach it' } as const })

beforeAll(async () => {
  database = await openTestDatabase()
}, 60_000)
afterEach(() => database.pool.query('TRUNCATE work, tallies, hosts, pages CASCADE'))
afterAll(() => database.close())

test('an item goes from ready over queued and running to done, and what it sends is ready in the same moment', async () => {
  await send('clean', [{ id: 'a' }])
  expect(ids(await ledger().dispatch('clean-page', 10, 't1'))).toEqual(['a'])
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'queued', token: 't1', attempts: 0 })
  expect(await ledger().claim('clean-page', ['a'], 't1')).toEqual(['a'])
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'running', attempts: 1 })
  await ledger().finish('clean-page', 't1', [ok('a')], 3, async (_tx, _held, sendOn) =>
    sendOn('extract', [{ id: 'a' }]),
  )
  expect(await work('clean-page', 'a')).toMatchObject({
    state: 'done',
    outcome: 'ok',
    token: null,
    attempts: 0,
  })
  expect(await work('extract', 'a')).toMatchObject({ state: 'ready' })
  expect(await tallies('clean-page')).toEqual({ ok: 1 })
})

test('effects that throw leave the item running and send nothing', async () => {
  await send('clean', [{ id: 'a' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a'], 't1')
  const finish = ledger().finish('clean-page', 't1', [ok('a')], 3, async (_tx, _held, sendOn) => {
    await sendOn('extract', [{ id: 'a' }])
    throw new Error('The disk is full')
  })
  await expect(finish).rejects.toThrow('The disk is full')
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'running', token: 't1' })
  expect(await work('extract', 'a')).toBeUndefined()
  expect(await tallies('clean-page')).toEqual({})
})

test('only due items are dispatched, each once, however many ask at the same time', async () => {
  await send(
    'clean',
    Array.from({ length: 40 }, (_, n) => ({ id: `i${n}` })),
  )
  await send('clean', [{ id: 'later', dueMs: Date.now() + 60_000 }])
  const taken = await Promise.all(
    Array.from({ length: 8 }, (_, n) => ledger().dispatch('clean-page', 10, `t${n}`)),
  )
  const all = taken.flat().map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(40)
  expect(all).not.toContain('later')
})

test('a job that comes twice, late or forged finds nothing to do', async () => {
  await send('clean', [{ id: 'a' }])
  await ledger().dispatch('clean-page', 10, 't1')
  expect(await ledger().claim('clean-page', ['a'], 'forged')).toEqual([])
  expect(await ledger().claim('clean-page', ['a', 'unknown'], 't1')).toEqual(['a'])
  await ledger().finish('clean-page', 't1', [ok('a')], 3, nothing)
  expect(await ledger().claim('clean-page', ['a'], 't1')).toEqual([])
})

test('work whose token went to another dispatch saves nothing and counts nothing', async () => {
  await send('clean', [{ id: 'a' }, { id: 'b' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a', 'b'], 't1')
  await database.pool.query(`UPDATE work SET touched_at = now() - interval '1 hour' WHERE item_id = 'a'`)
  expect(await ledger().recover('clean-page', 60_000)).toBe(1)
  expect(ids(await ledger().dispatch('clean-page', 10, 't2'))).toEqual(['a'])
  const saved: string[] = []
  const save = (token: string, items: string[]) =>
    ledger().finish('clean-page', token, items.map(ok), 3, async (_tx, held) => void saved.push(...held))
  await save('t1', ['a', 'b'])
  expect(saved).toEqual(['b'])
  await ledger().claim('clean-page', ['a'], 't2')
  await save('t2', ['a'])
  expect(saved).toEqual(['b', 'a'])
  expect(await tallies('clean-page')).toEqual({ ok: 2 })
})

test('a failing item waits longer each time and ends in quarantine with the last error', async () => {
  await send('clean', [{ id: 'a' }])
  const waits: number[] = []
  for (let n = 1; n <= 3; n++) {
    await makeDue()
    expect(ids(await ledger().dispatch('clean-page', 10, `t${n}`))).toEqual(['a'])
    await ledger().claim('clean-page', ['a'], `t${n}`)
    await ledger().finish('clean-page', `t${n}`, [fails('a')], 3, nothing)
    waits.push((await work('clean-page', 'a')).wait)
  }
  expect(waits[0]).toBeGreaterThan(0)
  expect(waits[1]).toBeGreaterThan(waits[0]!)
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'quarantined', detail: 'Cannot reach it' })
  expect(await tallies('clean-page')).toEqual({ quarantined: 1 })
  await makeDue()
  expect(await ledger().dispatch('clean-page', 10, 't9')).toEqual([])
})

test('an item that failed before goes alone, so that it takes nobody with it', async () => {
  await send('clean', [{ id: 'a' }, { id: 'b' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a', 'b'], 't1')
  await ledger().finish('clean-page', 't1', [fails('a')], 3, nothing)
  await ledger().release('clean-page', 't1')
  await makeDue()
  await send('clean', [{ id: 'b' }])
  expect((await ledger().dispatch('clean-page', 10, 't2')).sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual([
    { id: 'a', alone: true },
    { id: 'b', alone: false },
  ])
})

test('putting off costs no attempt and counts as no end', async () => {
  await send('clean', [{ id: 'a' }])
  for (let n = 0; n < 5; n++) {
    await makeDue()
    await ledger().dispatch('clean-page', 10, `t${n}`)
    await ledger().claim('clean-page', ['a'], `t${n}`)
    await ledger().finish(
      'clean-page',
      `t${n}`,
      [{ id: 'a', end: { kind: 'defer', untilMs: Date.now() + 60_000, reason: 'busy' } }],
      3,
      nothing,
    )
  }
  const { state, attempts, wait } = await work('clean-page', 'a')
  expect({ state, attempts }).toEqual({ state: 'ready', attempts: 0 })
  expect(wait).toBeGreaterThan(30)
  expect(await tallies('clean-page')).toEqual({})
})

test('what could not be put on the queue is ready again, what runs already stays', async () => {
  await send('clean', [{ id: 'a' }, { id: 'b' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['b'], 't1')
  await ledger().release('clean-page', 't1')
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'ready', token: null })
  expect(await work('clean-page', 'b')).toMatchObject({ state: 'running', token: 't1' })
})

test('touching keeps work from being taken over; silence does not', async () => {
  await send('clean', [{ id: 'alive' }, { id: 'silent' }, { id: 'lost' }])
  await ledger().dispatch('clean-page', 1, 't1')
  await ledger().dispatch('clean-page', 1, 't2')
  await ledger().dispatch('clean-page', 1, 't3')
  const { rows } = await database.pool.query<{ item_id: string; token: string }>(
    'SELECT item_id, token FROM work',
  )
  const tokenOf = new Map(rows.map(({ item_id, token }) => [item_id, token]))
  for (const id of ['alive', 'silent']) await ledger().claim('clean-page', [id], tokenOf.get(id)!)
  await database.pool.query(`UPDATE work SET touched_at = now() - interval '1 hour'`)
  await ledger().touch([tokenOf.get('alive')!])
  expect(await ledger().recover('clean-page', 60_000)).toBe(2)
  expect(await work('clean-page', 'alive')).toMatchObject({ state: 'running' })
  expect(await work('clean-page', 'silent')).toMatchObject({ state: 'ready', attempts: 0, silent: 1 })
  expect(await work('clean-page', 'lost')).toMatchObject({ state: 'ready', attempts: 0, silent: 0 })
})

test('an item that ends its process again and again is quarantined, one lost with the queue never', async () => {
  await send('clean', [{ id: 'killer' }, { id: 'lost' }])
  for (let n = 0; n < 12; n++) {
    await ledger().dispatch('clean-page', 10, `t${n}`)
    await ledger().claim('clean-page', ['killer'], `t${n}`)
    await database.pool.query(`UPDATE work SET touched_at = now() - interval '1 hour'`)
    await ledger().recover('clean-page', 60_000)
  }
  expect(await work('clean-page', 'killer')).toMatchObject({ state: 'quarantined', silent: 8 })
  expect((await work('clean-page', 'killer')).detail).toContain('without a word 8 times')
  expect(await work('clean-page', 'lost')).toMatchObject({ state: 'ready' })
  expect(await tallies('clean-page')).toEqual({ quarantined: 1 })
})

test('each item is counted once, under its last word', async () => {
  await send('clean', [{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a', 'b', 'c'], 't1')
  const ends = [
    ok('a'),
    { id: 'b', end: { kind: 'done', outcome: 'too-short' } as const },
    { id: 'c', end: { kind: 'quarantine', reason: 'It is broken' } as const },
  ]
  await ledger().finish('clean-page', 't1', ends, 3, nothing)
  await ledger().finish('clean-page', 't1', ends, 3, nothing)
  expect(await tallies('clean-page')).toEqual({ ok: 1, 'too-short': 1, quarantined: 1 })
})

test('what is said of an item may hold characters that PostgreSQL refuses', async () => {
  await send('clean', [{ id: 'a' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a'], 't1')
  await ledger().finish(
    'clean-page',
    't1',
    [{ id: 'a', end: { kind: 'quarantine', reason: 'Cannot read "\0\ud800"' } }],
    3,
    nothing,
  )
  expect((await work('clean-page', 'a')).detail).toBe('Cannot read "\ufffd"')
})

test('lanes: never more at one host than the lane is wide, over stages and over all who dispatch', async () => {
  const pages = Array.from({ length: 30 }, (_, n) => ({
    id: `p${n}`,
    lane: n < 20 ? 'slow.example' : 'other.example',
  }))
  await send('fetch', pages)
  await send('poll', [{ id: 'feed', lane: 'slow.example' }])
  const taken = await Promise.all([
    ledger().dispatch('fetch-page', 50, 't1'),
    ledger().dispatch('fetch-page', 50, 't2'),
    ledger().dispatch('poll-feed', 50, 't3'),
    ledger().dispatch('fetch-page', 50, 't4'),
  ])
  expect(taken.flat()).toHaveLength(2 * WIDTH)
  const { rows } = await database.pool.query<{ lane: string; n: number }>(
    `SELECT lane, count(*)::integer AS n FROM work WHERE state = 'queued' GROUP BY lane ORDER BY lane`,
  )
  expect(rows).toEqual([
    { lane: 'other.example', n: WIDTH },
    { lane: 'slow.example', n: WIDTH },
  ])
})

test('lanes: a host that is not free gets nobody, one that becomes free does', async () => {
  await send('fetch', [
    { id: 'a', lane: 'busy.example' },
    { id: 'b', lane: 'free.example' },
  ])
  await database.pool.query(
    `UPDATE hosts SET next_at = now() + interval '1 hour' WHERE host = 'busy.example'`,
  )
  expect(ids(await ledger().dispatch('fetch-page', 10, 't1'))).toEqual(['b'])
  await database.pool.query(`UPDATE hosts SET next_at = now() WHERE host = 'busy.example'`)
  expect(ids(await ledger().dispatch('fetch-page', 10, 't2'))).toEqual(['a'])
})

test('a long line at one host keeps nobody else waiting and counts for little', async () => {
  await send(
    'fetch',
    Array.from({ length: 300 }, (_, n) => ({ id: `slow${n}`, lane: 'slow.example' })),
  )
  await send('fetch', [{ id: 'z', lane: 'z.example' }])
  expect(ids(await ledger().dispatch('fetch-page', 10, 't1'))).toContain('z')
  expect(await ledger().backlog('fetch-page', 1000)).toBe(50)
  await send('fetch', [{ id: 'later', lane: 'later.example', dueMs: Date.now() + 60_000 }])
  expect(await ledger().backlog('fetch-page', 1000)).toBe(50)
  await send(
    'clean',
    Array.from({ length: 30 }, (_, n) => ({ id: `c${n}` })),
  )
  expect(await ledger().backlog('clean-page', 20)).toBe(20)
})

test('an item sent again while it runs starts anew, and the work under way saves nothing', async () => {
  await send('clean', [{ id: 'a' }])
  await ledger().dispatch('clean-page', 10, 't1')
  await ledger().claim('clean-page', ['a'], 't1')
  await send('clean', [{ id: 'a' }])
  let saved = 0
  await ledger().finish('clean-page', 't1', [ok('a')], 3, async (_tx, held) => void (saved += held.size))
  expect(saved).toBe(0)
  expect(await work('clean-page', 'a')).toMatchObject({ state: 'ready' })
})
