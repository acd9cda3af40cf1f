import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { type Database, openDatabase } from '../database.ts'
import { isAlive } from './tenants.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-embedded-'))
  folders.push(folder)
  return folder
}
afterAll(() =>
  folders.forEach((folder) =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  ),
)

const serverPid = (dataDir: string) => {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid')
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined
}
const migrations = async ({ pool }: Database) => {
  const { rows } = await pool.query<{ name: string; at: Date }>(
    'SELECT name, at FROM migrations ORDER BY name',
  )
  return rows
}
const gone = async (pid: number) => {
  for (let tries = 0; tries < 200 && isAlive(pid); tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  return !isAlive(pid)
}

test('those who start together share one server and migrate it once; the last to leave stops it', async () => {
  const dataDir = newFolder()
  const [one, two] = await Promise.all([openDatabase({ dataDir }), openDatabase({ dataDir })])
  expect([one.sole, two.sole].sort()).toEqual([false, true])
  const applied = await migrations(one)
  expect(applied.length).toBeGreaterThan(0)
  expect(await migrations(two)).toEqual(applied)
  const pid = serverPid(dataDir)!
  await one.close()
  expect(isAlive(pid)).toBe(true)
  expect(await migrations(two)).toEqual(applied)
  await two.close()
  expect(await gone(pid)).toBe(true)

  const again = await openDatabase({ dataDir })
  expect(again.sole).toBe(true)
  expect(await migrations(again)).toEqual(applied)
  await again.close()
}, 60_000)

test('a server whose process was killed is taken over, and stopped by who took it', async () => {
  const dataDir = newFolder()
  const former = await openDatabase({ dataDir })
  await former.pool.query(`INSERT INTO sources (id, name) VALUES ('s', 'Harbour Gazette')`)
  const pid = serverPid(dataDir)
  // As a killed process leaves it: the server runs, the note names a process that is gone
  const users = path.join(dataDir, 'postgres.users')
  const dead = spawnSync(process.execPath, ['--version']).pid
  for (const note of fs.readdirSync(users))
    fs.renameSync(path.join(users, note), path.join(users, `${dead}.1`))
  fs.writeFileSync(path.join(dataDir, 'postgres.starting'), String(dead))
  const heir = await openDatabase({ dataDir })
  expect(heir.sole).toBe(true)
  expect(serverPid(dataDir)).toBe(pid)
  expect((await heir.pool.query('SELECT name FROM sources')).rows).toEqual([{ name: 'Harbour Gazette' }])
  await former.pool.end()
  await heir.close()
  expect(await gone(pid!)).toBe(true)
}, 60_000)

test('a server that was killed itself is started again with all that was committed', async () => {
  const dataDir = newFolder()
  const former = await openDatabase({ dataDir })
  await former.pool.query(`INSERT INTO sources (id, name) VALUES ('s', 'Harbour Gazette')`)
  await former.pool.query('CHECKPOINT')
  const pid = serverPid(dataDir)!
  process.kill(pid, 'SIGKILL')
  expect(await gone(pid)).toBe(true)
  const again = await openDatabase({ dataDir })
  expect(serverPid(dataDir)).not.toBe(pid)
  expect((await again.pool.query('SELECT name FROM sources')).rows).toEqual([{ name: 'Harbour Gazette' }])
  await former.pool.end()
  await again.close()
  await former.close().catch(() => {})
}, 60_000)

test('a folder that is no database is refused in words that name DATABASE_URL', async () => {
  const dataDir = newFolder()
  fs.mkdirSync(path.join(dataDir, 'postgres'), { mode: 0o700 })
  fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '7.4\n')
  await expect(openDatabase({ dataDir })).rejects.toThrow('set DATABASE_URL to use your own')
}, 60_000)

test('a database made by a newer Newsbraid is left alone', async () => {
  const dataDir = newFolder()
  const database = await openDatabase({ dataDir })
  await database.pool.query(`INSERT INTO migrations (name) VALUES ('9999-later.sql')`)
  await expect(openDatabase({ dataDir })).rejects.toThrow('newer Newsbraid (migration "9999-later.sql")')
  await database.close()
}, 60_000)
