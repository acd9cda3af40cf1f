// npm start: installs what is missing, builds, and runs everything in this one process.
import { ensureInstalled, root, run } from './install.mjs'

ensureInstalled()
run('Building', process.execPath, ['tools/dev/build.mjs'])
process.chdir(root)
await import('../../dist/apps/standalone/main.js')
