import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * A module of @newsbraid/entities as it stands in the source, bundled on the fly: what training needs, or another `entry` of
 * its src folder. `models`: a folder with <language>/model.js to take instead of the library's.
 */
export async function loadLibrary(entry = 'training.ts', { models } = {}) {
  const outfile = fileURLToPath(
    new URL(`../dist/${path.basename(entry, '.ts')}-${process.pid}.mjs`, import.meta.url),
  )
  await build({
    entryPoints: [fileURLToPath(new URL(`../../../libs/entities/src/${entry}`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['newsbraid-source'],
    logLevel: 'warning',
    plugins: models ? [{ name: 'other-models', setup: taking(models) }] : [],
  })
  const library = await import(pathToFileURL(outfile).href)
  fs.rmSync(outfile)
  return library
}

const taking = (models) => (bundler) =>
  bundler.onResolve({ filter: /models\/\w+\/model\.js$/ }, ({ path: name }) => {
    const other = path.resolve(models, name.split('/').at(-2), 'model.js')
    return fs.existsSync(other) ? { path: other } : undefined
  })
