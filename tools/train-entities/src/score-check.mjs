// node tools/train-entities/src/score-check.mjs [--language ar] [--seen | --unseen] [--errors] [--models DIR]
// Exact F1 of the whole extraction on ../../corpus/names; --models: a folder with <language>/model.js to take instead of the library's
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { loadLibrary } from './load-library.mjs'

const { values: options } = parseArgs({
  options: {
    language: { type: 'string' },
    seen: { type: 'boolean' },
    unseen: { type: 'boolean' },
    errors: { type: 'boolean' },
    models: { type: 'string' },
  },
})
const TYPES = { P: 'person', O: 'organisation', L: 'place' }
const { extractFrom } = await loadLibrary('index.ts', { models: options.models })
const total = {}
for (const language of options.language ? [options.language] : ['ar', 'en', 'fr', 'de', 'es', 'fa']) {
  const counts = {}
  for (const { name, text, titleUnits, gold } of articlesOf(language)) {
    const found = extractFrom(text, language, titleUnits).mentions.map((m) =>
      withoutProclitics(m, gold, text),
    )
    const isIn = (list, m) => list.some((o) => o.start === m.start && o.end === m.end && o.type === m.type)
    for (const [list, other, field, sign] of [
      [gold, found, 'gold', '-'],
      [found, gold, 'found', '+'],
    ])
      for (const m of list) {
        const isRight = isIn(other, m)
        if (!isRight && options.errors)
          console.log(`${language} ${name} ${sign} ${m.type} ${text.slice(m.start, m.end)}`)
        for (const into of [counts, total])
          for (const type of [m.type, 'all']) {
            const count = (into[type] ??= { gold: 0, found: 0, right: 0 })
            count[field]++
            if (field === 'gold' && isRight) count.right++
          }
      }
  }
  print(language, counts)
}
print('all', total)

function print(title, counts) {
  const f1 = ({ gold, found, right } = { gold: 1, found: 0, right: 0 }) =>
    ((200 * right) / (gold + found)).toFixed(1)
  const { all } = counts
  console.log(
    `${title.padEnd(4)} ${all.gold} names  F1 ${f1(all)}  P ${((100 * all.right) / all.found).toFixed(1)}  R ${((100 * all.right) / all.gold).toFixed(1)}  ` +
      `person ${f1(counts.person)}  organisation ${f1(counts.organisation)}  place ${f1(counts.place)}`,
  )
}

/** One or two proclitics left in a mention are forgiven: the sets that this is compared with do so too. */
function withoutProclitics({ start, end, type }, gold, text) {
  const meant = gold.find(
    (g) =>
      g.end === end &&
      g.start > start &&
      g.start - start <= 2 &&
      /^[وفبلك]+$/.test(text.slice(start, g.start)),
  )
  return { start: meant?.start ?? start, end, type }
}

function articlesOf(language) {
  const files = [!options.unseen && language, !options.seen && `${language}-unseen`].filter(Boolean)
  const source = files
    .map((name) => fs.readFileSync(new URL(`../../corpus/names/${name}.txt`, import.meta.url), 'utf8'))
    .join('\n')
  return source
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [name, ...lines] = block.trim().split('\n')
      let text = ''
      const gold = []
      for (const [, plain, letter, marked] of lines
        .join('\n\n')
        .matchAll(/([^[]*)(?:\[([POL]) ([^\]]*)\])?/g)) {
        text += plain
        if (!marked) continue
        gold.push({ start: text.length, end: text.length + marked.length, type: TYPES[letter] })
        text += marked
      }
      return { name, text, titleUnits: text.indexOf('\n'), gold }
    })
}
