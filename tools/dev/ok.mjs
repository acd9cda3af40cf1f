// npm run ok: everything that must hold before a commit lands, in the order in which it fails fastest.
import { ensureInstalled, run } from './install.mjs'

ensureInstalled()
const npx = (label, tool, ...args) => {
  const started = Date.now()
  run(label, process.execPath, [`node_modules/${tool}`, ...args])
  console.log(`${label}: ok (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
npx('Format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')
npx('Lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0')
npx('Types', 'typescript/bin/tsc', '-b')
run('Tests', process.execPath, ['tools/dev/test.mjs'])
