// Adds to package-lock.json the optional packages for other platforms that the registry at hand does not carry (some
// mirrors serve one platform only). Without their entries `npm ci` refuses the lock; with them each machine fetches its
// own. Run after `npm install` has changed the lock: node tools/dev/complete-lock.mjs
import fs from 'node:fs'
import path from 'node:path'

const file = path.resolve(import.meta.dirname, '../../package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const OS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'freebsd',
  'android',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'wasm32',
]
const CPU = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']

/** Platform out of a name such as `@swc/core-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/)
  const os = OS.find((word) => words.includes(word))
  const cpu = CPU.find(
    (word) =>
      words.includes(word) ||
      words.some((w) => w.startsWith(word) && word !== 'arm') ||
      (word === 'arm' && words.some((w) => /^arm(v\d|$)/.test(w))),
  )
  return {
    os: os === 'windows' ? 'win32' : os === 'wasm32' ? undefined : os,
    cpu: words.includes('wasm32') ? 'wasm32' : cpu,
  }
}

let added = 0
for (const [at, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (at === '') continue
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${at}/node_modules/${name}`]) continue
    const { os, cpu } = platformOf(name)
    if (!os && cpu !== 'wasm32' && !/fsevents/.test(name)) continue
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(dev ? { dev: true } : {}),
      ...(/musl/.test(name) ? { libc: ['musl'] } : /gnu(?!eabi)/.test(name) ? { libc: ['glibc'] } : {}),
      optional: true,
      ...(os ? { os: [os] } : /fsevents/.test(name) ? { os: ['darwin'] } : {}),
    }
    added++
  }
}
const { '': first, ...rest } = lock.packages
lock.packages = {
  '': first,
  ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))),
}
fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
console.log(`${added} packages for other platforms added`)
