// Packs tools/train-events/glossary/*.txt into libs/events/models/glossary/glossary.js:
//   node tools/train-events/make-glossary.mjs
// A line is one concept: `English|Arabic|French|German|Spanish|Portuguese|Russian|Slovene`, words by spaces; the concept is
// named after the first English word. `word*` stands for everything that begins so, `_` joins the words of a phrase.
import fs from 'node:fs'
import path from 'node:path'

const LANGUAGES = ['en', 'ar', 'fr', 'de', 'es', 'pt', 'ru', 'sl']
const folder = path.join(import.meta.dirname, 'glossary')
const lines = [],
  names = new Set()
for (const file of fs
  .readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .sort())
  for (const [i, line] of fs.readFileSync(path.join(folder, file), 'utf8').split('\n').entries()) {
    if (!line || line.startsWith('#')) continue
    const fields = line.split('|').map((field) => field.trim().replaceAll(/\s+/g, ' '))
    if (fields.length !== LANGUAGES.length || fields.some((f) => !f))
      throw new Error(`Cannot read line ${i + 1} of "${file}": "${line}"`)
    const name = fields[0].split(' ')[0].replace('*', '')
    if (names.has(name)) throw new Error(`Cannot take concept "${name}" twice`)
    names.add(name)
    lines.push(`${name}|${fields.join('|')}`)
  }
fs.mkdirSync('libs/events/models/glossary', { recursive: true })
fs.writeFileSync(
  'libs/events/models/glossary/glossary.js',
  `// Made by tools/train-events/make-glossary.mjs; see NOTICE.md.\n` +
    `export const languages = ${JSON.stringify(LANGUAGES)}\n` +
    `export const concepts = ${JSON.stringify(lines.join('\n'))}\n`,
)
console.log(`${lines.length} concepts`)
