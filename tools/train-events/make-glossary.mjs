// Packs tools/train-events/glossary/*.txt into libs/events/models/glossary/glossary.js:
//   node tools/train-events/make-glossary.mjs [--check]
// A line is one concept: its words in the languages below, `|` between languages, a space between words, `-` where there is
// none; the concept is named after the first English word. `word*` stands for everything that begins so, `_` joins the words
// of a phrase. `^` before a line tells that the concept is the name of somebody or something; places all are. Files are read in order of name and the first concept that has a word keeps it; --check tells which lose one.
import fs from 'node:fs'
import path from 'node:path'
import { fold } from '../../libs/text/dist/index.js'

const LANGUAGES = ['en', 'ar', 'fr', 'de', 'es', 'pt', 'ru', 'sl', 'fa', 'tr', 'it', 'uk']
const folder = path.join(import.meta.dirname, 'glossary')
const check = process.argv.includes('--check')
/** In these every concept is a place. */
const PLACES = new Set(['countries.txt', 'nations.txt'])
const lines = [],
  proper = [],
  names = new Set(),
  owners = new Map(LANGUAGES.map((lang) => [lang, new Map()]))

function keep(name, word, lang) {
  const owner = owners.get(lang)
  const key = fold(word)
  const first = owner.get(key)
  if (first === undefined) owner.set(key, name)
  else if (first !== name && check) console.log(`${lang} ${word}: ${first}, so not ${name}`)
  if (word.endsWith('*') && [...word].length < 4 && check) console.log(`${lang} ${word} of ${name} is short`)
  return first === undefined || first === name
}

for (const file of fs
  .readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .sort())
  for (const [i, line] of fs.readFileSync(path.join(folder, file), 'utf8').split('\n').entries()) {
    if (!line || line.startsWith('#')) continue
    const isName = line.startsWith('^')
    const fields = line
      .slice(isName ? 1 : 0)
      .split('|')
      .map((field) => field.trim())
    if (fields.length !== LANGUAGES.length || fields.some((f) => !f) || fields[0] === '-')
      throw new Error(`Cannot read line ${i + 1} of "${file}": "${line}"`)
    const name = fields[0].split(' ')[0].replace('*', '')
    if (names.has(name)) throw new Error(`Cannot take concept "${name}" twice`)
    names.add(name)
    if (isName || PLACES.has(file)) proper.push(name)
    const kept = fields.map((field, f) =>
      field === '-'
        ? ''
        : field
            .split(/\s+/)
            .filter((word) => keep(name, word, LANGUAGES[f]))
            .join(' '),
    )
    lines.push(`${name}|${kept.join('|')}`)
  }
for (const [f, lang] of LANGUAGES.entries()) {
  const filled = lines.filter((l) => l.split('|')[f + 1]).length
  if (filled < lines.length) console.log(`${lang}: ${filled} of ${lines.length} concepts`)
}
fs.mkdirSync('libs/events/models/glossary', { recursive: true })
fs.writeFileSync(
  'libs/events/models/glossary/glossary.js',
  `// Made by tools/train-events/make-glossary.mjs; see NOTICE.md.\n` +
    `export const languages = ${JSON.stringify(LANGUAGES)}\n` +
    `export const properNames = ${JSON.stringify(proper.join(' '))}\n` +
    `export const concepts = ${JSON.stringify(lines.join('\n'))}\n`,
)
console.log(`${lines.length} concepts, ${fs.statSync('libs/events/models/glossary/glossary.js').size} bytes`)
