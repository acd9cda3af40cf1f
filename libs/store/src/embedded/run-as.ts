import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** How PostgreSQL's programs are started: it refuses root, so root needs a way round. */
export type RunAs = {
  bin: string
  /** Put before the command: `unshare …` or nothing */
  wrap: string[]
  uid?: number
  gid?: number
}

const NOBODY = 65534
const MAPPED = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]

/**
 * As an ordinary user: as oneself. As root: as `nobody` where it can reach binaries and data, else inside a user
 * namespace that shows root as `nobody`, else with binaries copied to a readable place. Throws naming DATABASE_URL.
 */
export function chooseRunAs(home: string, dataDir: string): RunAs {
  const bin = path.join(home, 'bin')
  if (process.getuid?.() !== 0) return { bin, wrap: [] }
  const reaches = (folder: string) =>
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: NOBODY, gid: NOBODY }).status === 0
  const starts = (folder: string) =>
    spawnSync(path.join(folder, 'postgres'), ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status ===
    0
  if (reaches(dataDir) && starts(bin)) return { bin, wrap: [], uid: NOBODY, gid: NOBODY }
  const [command, ...rest] = [...MAPPED, path.join(bin, 'postgres'), '--version']
  if (spawnSync(command!, rest, { cwd: '/' }).status === 0) return { bin, wrap: MAPPED }
  if (reaches(dataDir)) {
    const copy = path.join(os.tmpdir(), `newsbraid-postgres-${process.arch}`)
    if (!fs.existsSync(path.join(copy, 'bin', 'postgres'))) {
      fs.cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
      spawnSync('chmod', ['-R', 'a+rX', copy])
    }
    if (starts(path.join(copy, 'bin')))
      return { bin: path.join(copy, 'bin'), wrap: [], uid: NOBODY, gid: NOBODY }
  }
  throw new Error(
    `Cannot run the embedded database as root: "nobody" can't reach "${dataDir}" and user namespaces are off; start as an ordinary user or set DATABASE_URL`,
  )
}

/** Gives a folder and all in it to whoever runs the server; does nothing when it is theirs already. */
export function own(folder: string, as: RunAs): void {
  if (process.getuid?.() !== 0) return
  const uid = as.uid ?? 0
  if (fs.statSync(folder).uid === uid) return
  const done = spawnSync('chown', ['-R', `${uid}:${as.gid ?? 0}`, folder])
  if (done.status !== 0)
    throw new Error(`Cannot give "${folder}" to user ${uid}: ${String(done.stderr).trim()}`)
}
