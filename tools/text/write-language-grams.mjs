// Writes libs/text/src/models/language-grams.ts from the small database of the package eld (Apache 2.0).
// node tools/text/write-language-grams.mjs
import fs from 'node:fs'
import path from 'node:path'

const eld = path.resolve(import.meta.dirname, '../../node_modules/eld/src')
const { ngramsData } = await import(path.join(eld, 'ngrams/small.js'))
const { dictionary } = await import(path.join(eld, 'dictionary.js'))
const { avgScore } = await import(path.join(eld, 'avgScore.js'))

// The package writes each byte above 0x7f as a sign of its own
const byteOf = new Map(dictionary.slice(0xc2).map((sign, i) => [sign, 0xc2 + i]))
for (let byte = 0x80; byte < 0xc2; byte++) byteOf.set(dictionary[byte], byte)
byteOf.delete(' ')
for (const sign of "abcdefghijklmnopqrstuvwxyz'`") byteOf.set(sign, sign.charCodeAt(0))

/** By place in a word: inside it, at its start, at its end, the whole of it */
const tables = [[], [], [], []]
for (const [gram, scores] of Object.entries(ngramsData.ngrams)) {
  const place = (gram.startsWith(' ') ? 1 : 0) + (gram.endsWith(' ') ? 2 : 0)
  const bytes = [...gram.trim()].map((sign) => byteOf.get(sign))
  if (bytes.length > 4 || bytes.includes(undefined)) throw new Error(`Cannot write "${gram}"`)
  tables[place].push([bytes.reduce((key, byte) => key * 256 + byte, 0), scores])
}

const out = []
for (const table of tables) {
  table.sort(([a], [b]) => a - b)
  let last = 0
  for (const [key, scores] of table) {
    let delta = key - last
    last = key
    for (; delta > 127; delta = Math.floor(delta / 128)) out.push((delta % 128) + 128)
    out.push(delta)
    const pairs = Object.entries(scores)
    for (const [i, [language, score]] of pairs.entries())
      out.push(Number(language) + (i === pairs.length - 1 ? 128 : 0), score)
  }
}
const languages = Object.values(ngramsData.languages)
fs.writeFileSync(
  path.resolve(import.meta.dirname, '../../libs/text/src/models/language-grams.ts'),
  `/** Written by tools/text; see README.md beside it. */
export const languageGrams = {
  /** By number */
  languages:
    '${languages.join(' ')}',
  /** By language: mean score of its own texts, in thousandths */
  ownScores:
    '${languages.map((l) => Math.round(avgScore[l] * 1000)).join(' ')}',
  /** Grams by place in a word: inside, at its start, at its end, the whole of it */
  counts: [${tables.map((t) => t.length).join(', ')}],
  /** By gram: distance from the one before (base 128, low digits first), then language and score, the last pair marked by bit 7 */
  grams:
    '${Buffer.from(out).toString('base64')}',
}
`,
)
console.log(`${tables.map((t) => t.length).join(' + ')} grams, ${out.length} bytes`)
