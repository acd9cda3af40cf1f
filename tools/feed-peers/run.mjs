// Reads feeds with ours and four to five other readers and names each field where two of them agree and ours differs.
// node tools/feed-peers/run.mjs FILE…   a feed each, or .jsonl/.jsonl.gz with {id, bytes} (base64) a line
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { build } from 'esbuild'

const outfile = path.join(import.meta.dirname, 'dist/ask-all.js')
await build({
  entryPoints: [path.join(import.meta.dirname, 'src/ask-all.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['newsbraid-source'],
  external: [
    'rss-parser',
    'feedsmith',
    'htmlparser2',
    '@rowanmanning/feed-parser',
    'feedparser',
    'entities',
    'iconv-lite',
  ],
  logLevel: 'error',
  outfile,
})
const { askAll } = await import(outfile)

const feedsIn = (file) => {
  const bytes = /\.gz$/.test(file) ? zlib.gunzipSync(fs.readFileSync(file)) : fs.readFileSync(file)
  if (!/\.jsonl(\.gz)?$/.test(file)) return [{ id: file, bytes }]
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return lines.map((line) => ({ id: line.id, bytes: Buffer.from(line.bytes, 'base64') }))
}

let read = 0
const byField = {}
for (const { id, bytes } of process.argv.slice(2).flatMap(feedsIn)) {
  read += 1
  for (const { field, ours, theirs, peers } of await askAll(bytes.toString('utf8'))) {
    const kind = field.replace(/\[\d+\]/, '')
    byField[kind] = (byField[kind] ?? 0) + 1
    console.log(
      `${id}: ${field} ours ${JSON.stringify(ours)?.slice(0, 120)} · ${peers.join(', ')} ${JSON.stringify(theirs).slice(0, 120)}`,
    )
  }
}
console.log(`${read} feeds read`, byField)
