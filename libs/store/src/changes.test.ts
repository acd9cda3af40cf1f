import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { changeBell } from './changes.ts'
import type { Database } from './database.ts'
import { openTestDatabase } from './testing/open-test-database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
}, 60_000)
afterAll(() => database.close())

const ring = () => database.pool.query(`SELECT pg_notify('newsbraid_changes', '1')`)
const listeners = async () => {
  const { rows } = await database.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'newsbraid-changes'`,
  )
  return rows.map(({ pid }) => pid)
}

/** Waits until it holds; the test's own time limit is the only clock. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Counts how often it was woken. */
function waker() {
  const seen = { times: 0 }
  return { seen, wake: () => void seen.times++ }
}

test('all who wait are woken over one connection, which the last one closes', async () => {
  const bell = changeBell(database.connection)
  const [a, b] = [waker(), waker()]
  const stopA = bell.onChange(a.wake)
  const stopB = bell.onChange(b.wake)
  // Opening rings once: something may have happened before
  await until(() => a.seen.times > 0 && b.seen.times > 0)
  expect(await listeners()).toHaveLength(1)
  const before = { a: a.seen.times, b: b.seen.times }
  await ring()
  await until(() => a.seen.times > before.a && b.seen.times > before.b)
  stopA()
  const stopped = a.seen.times
  await ring()
  await until(() => b.seen.times > before.b + 1)
  expect(a.seen.times).toBe(stopped)
  stopB()
  await until(async () => (await listeners()).length === 0)
})

test('a connection that breaks is opened again, and wakes for what was missed', async () => {
  const bell = changeBell(database.connection)
  const { seen, wake } = waker()
  const stop = bell.onChange(wake)
  await until(() => seen.times > 0)
  const [pid] = await listeners()
  const before = seen.times
  await database.pool.query('SELECT pg_terminate_backend($1)', [pid])
  await until(() => seen.times > before)
  expect(await listeners()).not.toContain(pid)
  const after = seen.times
  await ring()
  await until(() => seen.times > after)
  stop()
  await bell.close()
})
