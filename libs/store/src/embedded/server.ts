import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { postgresHome } from './binaries.ts'
import { chooseRunAs, own, type RunAs } from './run-as.ts'
import { isAlive, moveIn } from './tenants.ts'

export type EmbeddedServer = { connection: pg.PoolConfig; sole: boolean; stop: () => Promise<void> }

const USER = 'newsbraid'
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const connectionTo = (socketDir: string): pg.PoolConfig => ({
  host: socketDir,
  user: USER,
  database: 'postgres',
})

/**
 * A PostgreSQL server below `dataDir`, reached through a unix socket only. One server serves every process on this
 * folder: whoever comes first starts it, whoever leaves last stops it, and a server orphaned by a kill is taken over.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const folder = path.resolve(dataDir)
  fs.mkdirSync(folder, { recursive: true })
  const cluster = path.join(folder, 'postgres')
  const { sole, moveOut } = moveIn(path.join(folder, 'postgres.users'))
  try {
    await startLock(folder, async () => {
      if (await answers(cluster)) return
      const as = chooseRunAs(postgresHome(), folder)
      if (!fs.existsSync(cluster)) initialise(cluster, as)
      own(cluster, as)
      await launch(cluster, folder, as)
    })
  } catch (error) {
    moveOut()
    throw error
  }
  const { socketDir } = running(cluster)!
  return {
    connection: connectionTo(socketDir),
    sole,
    async stop() {
      if (moveOut()) await stopServer(cluster)
    },
  }
}

/** One process at a time looks whether a server runs and starts it. A lock left by a dead process is broken. */
async function startLock(folder: string, act: () => Promise<void>): Promise<void> {
  const lock = path.join(folder, 'postgres.starting')
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      const holder = Number(fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : 0)
      if (holder && !isAlive(holder)) fs.rmSync(lock, { force: true })
      else await sleep(100)
    }
  }
  try {
    await act()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

/** Process id and socket folder out of postmaster.pid (its lines 1 and 5); undefined when no server lives there. */
function running(cluster: string): { pid: number; socketDir: string } | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const socketDir = lines[4]?.trim()
  return pid && socketDir && isAlive(pid) ? { pid, socketDir } : undefined
}

async function answers(cluster: string): Promise<boolean> {
  const server = running(cluster)
  if (!server) return false
  for (let tries = 0; tries < 100 && isAlive(server.pid); tries++) {
    if (await connects(server.socketDir)) return true
    await sleep(100)
  }
  return false
}

async function connects(socketDir: string): Promise<boolean> {
  const client = new pg.Client({ ...connectionTo(socketDir), connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const identity = (as: RunAs) => (as.uid === undefined ? {} : { uid: as.uid, gid: as.gid })

/** Makes the cluster beside its place and moves it there when it is whole, so that an interrupted start leaves nothing half done. */
function initialise(cluster: string, as: RunAs): void {
  const draft = `${cluster}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  if (as.uid !== undefined) fs.chownSync(draft, as.uid, as.gid ?? as.uid)
  let output = ''
  for (const locale of ['C.UTF-8', 'C']) {
    const [command, ...args] = [
      ...as.wrap,
      path.join(as.bin, 'initdb'),
      ...['-D', draft, '-U', USER, '-A', 'trust', '--encoding=UTF8', `--locale=${locale}`, '--no-sync'],
    ]
    const made = spawnSync(command!, args, { ...identity(as), cwd: '/', encoding: 'utf8', env: serverEnv() })
    if (made.status === 0) return fs.renameSync(draft, cluster)
    output = `${made.error?.message ?? ''} ${made.stderr} ${made.stdout}`
  }
  throw new Error(
    `Cannot make the embedded database in "${cluster}"; set DATABASE_URL to use your own: ${output.trim().slice(-600)}`,
  )
}

// eslint-disable-next-line no-restricted-properties -- a child finds its libraries as we find ours; no setting is read
const serverEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

async function launch(cluster: string, folder: string, as: RunAs): Promise<void> {
  fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  const socketDir = fs.mkdtempSync(path.join(os.tmpdir().length > 60 ? '/tmp' : os.tmpdir(), 'newsbraid-'))
  if (as.uid !== undefined) fs.chownSync(socketDir, as.uid, as.gid ?? as.uid)
  fs.chmodSync(socketDir, 0o700)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    synchronous_commit: 'off',
    max_connections: '100',
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    autovacuum_naptime: '20s',
  }
  const logFile = path.join(folder, 'postgres.log')
  const log = fs.openSync(logFile, 'a')
  const [command, ...args] = [
    ...as.wrap,
    path.join(as.bin, 'postgres'),
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // Detached: an interrupt typed at the terminal must reach Newsbraid first, which then stops the server
  const child = spawn(command!, args, {
    ...identity(as),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnv(),
  })
  let failure: string | undefined
  child.on('error', (error) => (failure = error.message))
  child.on('exit', (code) => (failure ??= `it ended with code ${code}`))
  child.unref()
  fs.closeSync(log)
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (failure) break
    if (running(cluster)?.socketDir === socketDir && (await connects(socketDir))) return
    await sleep(100)
  }
  const tail = fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-4).join(' | ')
  throw new Error(
    `Cannot start the embedded database in "${cluster}" (${failure ?? 'no answer in 60 s'}); set DATABASE_URL to use your own: ${tail}`,
  )
}

async function stopServer(cluster: string): Promise<void> {
  const server = running(cluster)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  for (let waited = 0; waited < 20_000 && isAlive(server.pid); waited += 50) await sleep(50)
  fs.rmSync(server.socketDir, { recursive: true, force: true })
}
