// Builds the web pages to dist/apps/reader: one script, one style sheet, one page; every file's name changes with its content.
import fs from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const usual = path.resolve(here, '../../dist/apps/reader')

/** Writes the pages to a folder and answers with the names of the files. Files of an earlier build are removed after the new ones stand. */
export async function buildReader(out = usual) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: { app: 'src/main.tsx', boot: 'src/boot.ts' },
    outdir: out,
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    conditions: ['newsbraid-source'],
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
  })
  const built = Object.keys(metafile.outputs).map((file) => path.basename(file))
  const named = (name, ending) =>
    `/${built.find((file) => file.startsWith(`${name}.`) && file.endsWith(ending))}`
  const page = (await fs.readFile(path.join(here, 'src/index.html'), 'utf8')).replace(
    /\{\{(\w+)(\.\w+)\}\}/g,
    (_, name, ending) => named(name, ending),
  )
  const assets = await fs.readdir(path.join(here, 'assets'))
  for (const file of assets) await fs.copyFile(path.join(here, 'assets', file), path.join(out, file))
  await fs.writeFile(path.join(out, 'index.html'), page)
  await fs.writeFile(path.join(out, 'licences.txt'), await licencesOf(Object.keys(metafile.inputs)))
  const files = new Set([...built, ...assets, 'index.html', 'licences.txt'])
  for (const file of await fs.readdir(out))
    if (!files.has(file)) await fs.rm(path.join(out, file), { recursive: true })
  return [...files].sort()
}

/** Names and licences of the packages that went into the script. */
async function licencesOf(inputs) {
  const folders = new Set(
    inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  )
  const texts = [...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(
      await fs.readFile(path.join(here, folder, 'package.json'), 'utf8'),
    )
    const text = await fs.readFile(path.join(here, folder, 'LICENSE'), 'utf8').catch(() => '')
    return `${name} ${version} (${license})\n\n${text}`.trim()
  })
  return `${(await Promise.all(texts)).join('\n\n----\n\n')}\n`
}

if (process.argv[1] === import.meta.filename) console.log((await buildReader()).join('\n'))
