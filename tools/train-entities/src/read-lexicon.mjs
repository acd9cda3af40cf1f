import fs from 'node:fs'

/** Sections of a word list in ../lexicon: `[class]`, then words separated by commas or line ends. */
export function readLexicon(language) {
  const file = new URL(`../lexicon/${language}.txt`, import.meta.url)
  const sections = {}
  let section
  if (!fs.existsSync(file)) return sections
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const head = /^\[(\w+)\]$/.exec(line.trim())
    if (head) section = sections[head[1]] ??= new Set()
    else for (const word of line.split(',')) if (word.trim() && section) section.add(word.trim())
  }
  for (const [name, words] of Object.entries(sections))
    if (!words.size) throw new Error(`Empty word class "${name}" in ${language}.txt`)
  return sections
}
