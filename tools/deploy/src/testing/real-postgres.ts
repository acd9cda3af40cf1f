import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openTestDatabase } from '@newsbraid/store/testing'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

export type RealPostgres = {
  /** What stands in `postgresql://user:password@HERE/name` */
  addressOf: (address: string) => string
  createDatabase: (name: string) => Promise<void>
  stop: () => Promise<void>
}

export type PostgresOptions = {
  user: string
  password: string
  initdbArgs: readonly string[]
  command: readonly string[]
}

const PACKAGED = '/usr/lib/postgresql'
const NOBODY = 65534

/** A PostgreSQL server of this machine's packages, reached over TCP with a password; without one the embedded server, over its socket. */
export function startPostgres(options: PostgresOptions): Promise<RealPostgres> {
  const versions = fs.existsSync(PACKAGED)
    ? fs
        .readdirSync(PACKAGED)
        .map(Number)
        .filter((n) => n >= 15)
    : []
  const newest = Math.max(...versions)
  return versions.length > 0
    ? startPackaged(path.join(PACKAGED, String(newest), 'bin'), options)
    : startEmbedded()
}

async function startPackaged(
  bin: string,
  { user, password, initdbArgs, command }: PostgresOptions,
): Promise<RealPostgres> {
  const port = await freePort()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'newsbraid-pg-'))
  // PostgreSQL refuses to run as root
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (as.uid) fs.chownSync(dir, as.uid, as.gid)
  const passwordFile = path.join(dir, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o644 })
  const data = path.join(dir, 'data')
  const tool = (name: string, ...args: string[]) => {
    const done = spawnSync(path.join(bin, name), args, {
      ...as,
      cwd: '/',
      encoding: 'utf8',
      env: { LC_ALL: 'C', PGPASSWORD: password },
    })
    return { ok: done.status === 0, text: `${done.stderr}${done.stdout}` }
  }
  const made = tool(
    'initdb',
    '-D',
    data,
    '-U',
    user,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-sync',
    ...initdbArgs,
  )
  if (!made.ok) throw new Error(`Cannot make a database: ${made.text}`)
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: dir, fsync: 'off' }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(bin, 'postgres'), ['-D', data, ...command.slice(1), ...args], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const reach = ['-h', '127.0.0.1', '-p', String(port), '-U', user]
  await until('PostgreSQL answers', 20_000, async () => tool('pg_isready', ...reach).ok)
  return {
    addressOf: (address) => address.replace(/@[^/]*\//, `@127.0.0.1:${port}/`),
    async createDatabase(name) {
      const created = tool('createdb', ...reach, name)
      if (!created.ok) throw new Error(`Cannot make the database "${name}": ${created.text}`)
    },
    async stop() {
      child.kill('SIGINT')
      await ended
      fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

async function startEmbedded(): Promise<RealPostgres> {
  const database = await openTestDatabase()
  const { host, user } = database.connection
  return {
    addressOf: (address) =>
      `postgresql://${user}@localhost${new URL(address).pathname}?host=${encodeURIComponent(host ?? '')}`,
    createDatabase: async (name) => void (await database.pool.query(`CREATE DATABASE ${name}`)),
    stop: database.close,
  }
}
