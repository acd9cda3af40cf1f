// Builds the pages and serves them with invented news: node apps/reader/dev/serve.mjs [port]
import os from 'node:os'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildReader } from '../build.mjs'

await buildReader()
const bundle = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'reader-')), 'fixture-server.mjs')
await build({
  entryPoints: [path.join(import.meta.dirname, 'fixture-server.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['newsbraid-source'],
})
const { startFixtureServer } = await import(pathToFileURL(bundle).href)
const { url } = await startFixtureServer(
  path.resolve(import.meta.dirname, '../../../dist/apps/reader'),
  Number(process.argv[2] ?? 0),
)
console.log(`The pages stand at ${url}`)
