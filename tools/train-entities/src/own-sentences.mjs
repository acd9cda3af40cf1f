import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readLexicon } from './read-lexicon.mjs'

const TYPES = { P: 'PER', O: 'ORG', L: 'LOC', M: 'MISC' }
const MAX_DEPTH = 12

/**
 * Training sentences written for this project (../corpus): templates with slots, filled by `next`, a seeded generator of
 * numbers in [0, 1). Yields { text, spans: [start, end, type][], weight }.
 */
export function* ownSentences(language, { count, weight = 1, keeps = () => true, ...sources }) {
  const templates = linesOf(new URL(`../corpus/${language}.txt`, import.meta.url)).filter((_, n) => keeps(n))
  if (!count || !templates.length) return
  const fill = filler(language, sources)
  const { next } = sources
  for (let i = 0; i < count; i++) {
    const filled = fill(templates[i % templates.length] ?? '').replace(/^["“]?\p{Ll}/u, (c) =>
      c.toUpperCase(),
    )
    const ended = /[.!؟?:]$/.test(filled) || next() < 0.15 ? filled : `${filled}${next() < 0.3 ? ' .' : '.'}`
    yield { ...marked(CONTRACTED[language]?.(ended) ?? ended), weight }
  }
}

/** A copy of a marked sentence with other names of people and places in it: most names of the news are new to a model. */
export function renamer(language, sources) {
  const fill = filler(language, sources)
  const { next } = sources
  return ({ text, spans, ...rest }) => {
    let renamed = ''
    let at = 0
    const moved = []
    for (const [start, end, type] of spans) {
      const words = text.slice(start, end).split(' ').length
      const slot =
        type === 'PER'
          ? words > 1
            ? '{person}'
            : '{latin}'
          : type === 'LOC' && words < 3
            ? next() < 0.5
              ? '{place}'
              : '{latin}'
            : undefined
      renamed += text.slice(at, start)
      const from = renamed.length
      renamed += slot && next() < 0.8 ? fill(slot) : text.slice(start, end)
      moved.push([from, renamed.length, type])
      at = end
    }
    return { text: renamed + text.slice(at), spans: moved, ...rest }
  }
}

function filler(language, { next, names, gazetteer }) {
  const folder = new URL('../corpus/', import.meta.url)
  const slots = readSlots(new URL(`${language}-slots.txt`, folder))
  const lexicon = readLexicon(language)
  // Our own list is denser in places of the news than the gazetteer, so it weighs as much
  const ownPlaces = [...(lexicon.place ?? [])]
  const allPlaces = gazetteer.place.split('|').filter((p) => !/[\[\]{}/]/.test(p))
  slots.place = [...allPlaces]
  while (ownPlaces.length && slots.place.length < 2 * allPlaces.length) slots.place.push(...ownPlaces)
  slots.country = gazetteer.country.split('|')
  slots.orgknown = [...(lexicon.orgknown ?? [])]
  slots.nation = [...(lexicon.nation ?? [])]
  const given = [...lexicon.given]
  slots.given ??= given
  slots.givenf ??= given.slice(given.indexOf(FIRST_WOMAN[language] ?? given[0]))
  slots.foreign ??= [...(lexicon.foreign ?? given)]
  slots.latin ??= foreignWords(names, language)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const fill = (text, depth = 0) => {
    if (depth > MAX_DEPTH) throw new Error(`Slots of "${text}" go round in a circle`)
    return text
      .replace(/\(([^()]*\/[^()]*)\)/g, (_, choices) => pick(choices.split('/')))
      .replace(/\{(\w+)\}/g, (_, name) => {
        if (!slots[name]) throw new Error(`Unknown slot "${name}" in "${text}"`)
        return fill(pick(slots[name]), depth + 1)
      })
  }
  return fill
}
const FIRST_WOMAN = { ar: 'فاطمة', en: 'Mary', fr: 'Marie', de: 'Anna', es: 'María', fa: 'فاطمه' }

const CONTRACTED = {
  /** `ل` before the article is written `لل`; و, ب and ف are simply glued. */
  ar: (text) => text.replace(/(?<=^|\s|و|[([«"])ل((?:["«“]?\[\w )*)ال/g, 'ل$1ل'),
  es: (text) => text.replace(/\b(de|a) el (?=\p{Ll})/gu, '$1l '),
  fr: (text) =>
    text.replace(/\b(de|à) (les?) (?=\[|\p{Ll})/gu, (_, p, a) =>
      p === 'de' ? (a === 'le' ? 'du ' : 'des ') : a === 'le' ? 'au ' : 'aux ',
    ),
}

/** Text without brackets, and the outermost bracket of each name as a span. */
function marked(source) {
  let text = ''
  const spans = []
  const open = []
  for (let i = 0; i < source.length; i++) {
    if (source[i] === '[') {
      open.push({ start: text.length, type: TYPES[source[i + 1]] })
      i += 2
    } else if (source[i] === ']') {
      const { start, type } = open.pop()
      if (!open.length) spans.push([start, text.length, type])
    } else text += source[i]
  }
  return { text, spans }
}

const linesOf = (url) =>
  fs.existsSync(url)
    ? fs
        .readFileSync(url, 'utf8')
        .split('\n')
        .filter((l) => l.trim() && !l.startsWith('#'))
    : []

function readSlots(url) {
  const slots = {}
  for (const line of linesOf(url)) {
    const cut = line.indexOf(':')
    slots[line.slice(0, cut)] = line
      .slice(cut + 1)
      .split('|')
      .map((c) => c.trim())
      .filter(Boolean)
  }
  return slots
}

/** Name words of other languages in the language's script, none that is also an everyday word there. */
function foreignWords(folder, language) {
  const side = /ar|fa/.test(language) ? 'ar' : 'latin'
  const words = new Set()
  for (const file of fs.readdirSync(folder).sort())
    for (const line of gunzipSync(fs.readFileSync(path.join(folder, file)))
      .toString('utf8')
      .trim()
      .split('\n')) {
      const word = JSON.parse(line)[side]
      if (word.length > 3 && !/[\s.]/.test(word))
        words.add(side === 'latin' ? word.replace(/(^|-)\p{L}/gu, (c) => c.toUpperCase()) : word)
    }
  const everyday = readLexicon(language)
  for (const list of Object.values(everyday)) for (const word of list) words.delete(word)
  return [...words]
}
