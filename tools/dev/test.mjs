// npm test: installs what is missing, builds, runs every test in two jest workers and says in one line how many passed.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureInstalled, root, run } from './install.mjs'

ensureInstalled()
run('Building', process.execPath, ['tools/dev/build.mjs'])
for (const [program, what] of [
  ['redis-server', 'the queue on Redis and the services as separate processes'],
  ['chromium', 'the pages in a browser'],
])
  if (spawnSync(program, ['--version']).error)
    console.log(`No ${program} on this machine: ${what} are not tried`)
const summary = path.join(os.tmpdir(), `newsbraid-tests-${process.pid}.json`)
const done = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${summary}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
)
if (!fs.existsSync(summary)) process.exit(done.status || 1)
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
  fs.readFileSync(summary, 'utf8'),
)
fs.rmSync(summary)
console.log(
  `\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped`,
)
process.exit(done.status ?? 1)
