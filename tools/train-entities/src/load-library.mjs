import fs from 'node:fs'
import { build } from 'esbuild'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The features and tokens of @newsbraid/entities as they stand in the source, bundled on the fly. */
export async function loadLibrary() {
  const outfile = fileURLToPath(new URL('../dist/training.mjs', import.meta.url))
  await build({
    entryPoints: [fileURLToPath(new URL('../../../libs/entities/src/training.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['newsbraid-source'],
    external: ['eld/*'],
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href + `?${fs.statSync(outfile).mtimeMs}`)
}
