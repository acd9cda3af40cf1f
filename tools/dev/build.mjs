// Builds every library to libs/*/dist/index.js and every app to dist/apps/*/main.js with esbuild; packages stay outside the bundles.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  packages: 'external',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
}
const started = Date.now()
/** `--only libs/feeds,libs/text` builds just those */
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1].split(',')
  : undefined
const projects = (dir, file) =>
  fs
    .readdirSync(dir)
    .filter((name) => fs.existsSync(path.join(dir, name, file)) && (!only || only.includes(`${dir}/${name}`)))

/** Inside an app the workspaces' own code is bundled from source; everything from the registry is left alone. */
const inlineWorkspaces = {
  name: 'inline-workspaces',
  setup(b) {
    b.onResolve({ filter: /^[^./]/ }, async ({ path: name, resolveDir, kind, pluginData }) => {
      if (pluginData?.seen) return
      if (!name.startsWith('@newsbraid/')) return { path: name, external: true }
      return b.resolve(name, { resolveDir, kind, pluginData: { seen: true } })
    })
  },
}

for (const name of projects('libs', 'src/index.ts'))
  await build({
    ...common,
    entryPoints: [`libs/${name}/src/index.ts`],
    outfile: `libs/${name}/dist/index.js`,
  })
for (const name of projects('tools', 'src/index.ts'))
  await build({
    ...common,
    entryPoints: [`tools/${name}/src/index.ts`],
    outfile: `tools/${name}/dist/index.js`,
  })
for (const name of projects('apps', 'src/main.ts'))
  await build({
    ...common,
    entryPoints: [`apps/${name}/src/main.ts`],
    outfile: `dist/apps/${name}/main.js`,
    conditions: ['newsbraid-source'],
    packages: undefined,
    plugins: [inlineWorkspaces],
  })
// Files that travel beside a bundle: migrations, models, static pages
for (const name of projects('libs', 'assets'))
  fs.cpSync(`libs/${name}/assets`, `dist/assets/${name}`, { recursive: true })
if (fs.existsSync('apps/reader/build.mjs') && (!only || only.includes('apps/reader')))
  await (await import(path.join(root, 'apps/reader/build.mjs'))).buildReader()
console.log(`built in ${Date.now() - started} ms`)
