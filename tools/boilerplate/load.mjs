// Pages with known bodies, and the library's inner functions, for fitting the two small models.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { Parser } from 'htmlparser2'

const root = path.resolve(import.meta.dirname, '../..')

export function rowsOf(dir, name) {
  return zlib
    .gunzipSync(fs.readFileSync(path.join(dir, `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l))
}

/** Bundles the library's source with all its inner exports and imports it. */
export async function innards() {
  const src = path.join(root, 'libs/boilerplate/src')
  const out = path.join(root, 'libs/boilerplate/dist', `fit-${process.pid}.mjs`)
  const files = fs
    .readdirSync(src)
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && f !== 'index.ts')
  await build({
    stdin: { contents: files.map((f) => `export * from './${f}'`).join('\n'), resolveDir: src, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile: out,
    logLevel: 'error',
  })
  try {
    return await import(pathToFileURL(out).href)
  } finally {
    fs.unlinkSync(out)
  }
}

/** Pages of one publisher stay in one fold: the last two labels of the host, or three where the last two are both short. */
export function hostKey(url) {
  let host
  try {
    host = new URL(url).hostname
  } catch {
    return url
  }
  const labels = host.replace(/^www\./, '').split('.')
  return labels.slice(labels.length > 2 && labels.at(-2).length <= 3 ? -3 : -2).join('.')
}
export function foldOf(key, folds) {
  let h = 2166136261
  for (const c of key) h = Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0
  return (((h >>> 8) ^ h) >>> 0) % folds
}

const wordsOf = (s) =>
  (s ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u202a-\u202e]/gu, '')
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{Mc}]+/gu) ??
  []

/** Tells for any text whether it is in the gold: share of its 4-word runs, or for short texts its whole run of words. */
export function goldReader(goldText) {
  const lines = new Set(goldText.split('\n').map((l) => wordsOf(l).join(' ')))
  const words = wordsOf(goldText)
  const joined = ` ${words.join(' ')} `
  const runs = new Set()
  for (let i = 0; i + 3 < words.length; i++) runs.add(words.slice(i, i + 4).join(' '))
  return (text) => {
    const w = wordsOf(text)
    if (!w.length) return { share: 0, sure: 0 }
    if (w.length < 4) {
      const key = w.join(' ')
      if (lines.has(key)) return { share: 1, sure: 1 }
      return joined.includes(` ${key} `) ? { share: 1, sure: 0.15 } : { share: 0, sure: 1 }
    }
    let hits = 0
    for (let i = 0; i + 3 < w.length; i++) if (runs.has(w.slice(i, i + 4).join(' '))) hits++
    return { share: hits / (w.length - 3), sure: 1 }
  }
}

/** A model as a module of its own: one line of JSON, so that formatting leaves it alone. */
export const moduleOf = (name, type, from, model) =>
  `import type { ${type} } from '${from}'\n\n/** Written by tools/boilerplate; see README.md beside it. */\nexport const ${name} = JSON.parse(\n  '${JSON.stringify(model)}',\n) as ${type}\n`

const LINE = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
/** All text of a page as a plain dump, hidden parts and buttons included, one line per block. */
export function dumpOf(html) {
  let text = '',
    skip = 0
  const parser = new Parser({
    onopentagname(name) {
      if (/^(script|style|noscript|template|head)$/.test(name)) skip++
      else if (LINE.has(name)) text += '\n'
    },
    onclosetag(name) {
      if (/^(script|style|noscript|template|head)$/.test(name)) skip = Math.max(0, skip - 1)
      else if (LINE.has(name)) text += '\n'
    },
    ontext(data) {
      if (!skip) text += data.replace(/\s+/g, ' ')
    },
  })
  parser.write(html)
  parser.end()
  return text
    .split('\n')
    .map((l) => l.replace(/\s+/g, ' ').trim())
    .filter((l) => l !== '')
}
