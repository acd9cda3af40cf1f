// Installs what is missing: nothing but Node and npm is needed. Runs `npm ci` once for each state of the lock file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 11)) {
    console.error(`Newsbraid needs Node 20.11 or newer; this is Node ${process.versions.node}`)
    process.exit(1)
  }
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  const print = createHash('sha256').update(lock).digest('hex')
  const stamp = path.join(root, 'node_modules', '.newsbraid-installed')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print) return
  console.log('Installing packages (once, about a minute) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) {
    console.error('Cannot install the packages: see the lines above. Is the npm registry reachable?')
    process.exit(1)
  }
  fs.writeFileSync(stamp, print)
}

/** Runs one of our own scripts to its end; ends this process with its exit code when it fails. */
export function run(label, command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (done.status !== 0) {
    console.error(`${label} failed`)
    process.exit(done.status ?? 1)
  }
}
