// Learns the bilingual lexicon of libs/events from permissive parallel text:
//   node tools/train-events/learn-lexicon.mjs --parallel DIR [--counts FILE.jsonl.gz] [--out libs/events/models/xling/lexicon.js]
// DIR holds tico.en-XX.tsv.gz, tatoeba.en-XX.tsv.gz (English TAB other), terms.cldr.tsv.gz (language TAB term TAB English)
// and names.en-XX.tsv.gz (English TAB other TAB count). IBM Model 1 both ways, then sqrt(p(e|f) p(f|e)).
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { parseArgs } from 'node:util'
import { skeletonOf, termsOf, tokens } from '../../libs/events/dist/index.js'
import { readPlaces } from './places.mjs'

const { values } = parseArgs({
  options: {
    parallel: { type: 'string' },
    counts: { type: 'string' },
    out: { type: 'string', default: 'libs/events/models/xling/lexicon.js' },
  },
})
const LANGUAGES = ['ar', 'de', 'es', 'fa', 'fr', 'pt', 'ru', 'sl', 'tr']
const COMMON = 2500
/** How often a pair of names must have been seen to be kept: size against reach */
const LEAST_NAMED = { ar: 2, ru: 8 }
const read = (name) => {
  const file = path.join(values.parallel, name)
  return fs.existsSync(file)
    ? zlib
        .gunzipSync(fs.readFileSync(file))
        .toString('utf8')
        .split('\n')
        .map((l) => l.split('\t'))
    : []
}
const terms = (text, lang) => termsOf(tokens(text), lang)

function pairsFor(lang) {
  const pairs = []
  const add = (english, other, weight, most) => {
    const a = terms(english, 'en'),
      b = terms(other, lang)
    if (a.length && b.length && a.length <= most && b.length <= most) pairs.push([a, b, weight])
  }
  for (const set of ['tico', 'tatoeba'])
    for (const [en, other] of read(`${set}.en-${lang}.tsv.gz`)) if (other) add(en, other, 1, 60)
  for (const [l, other, en] of read('terms.cldr.tsv.gz')) if (l === lang) add(en, other, 3, 6)
  for (const { name, names } of readPlaces()) if (names[lang]) add(name, names[lang], 4, 3)
  return pairs
}

/** Word translation probabilities by five rounds of expectation maximisation. */
function learn(pairs, { rounds = 5, most = 4, least = 0.06 } = {}) {
  const idsE = new Map([['', 0]]),
    idsF = new Map([['', 0]])
  const id = (ids, word) => ids.get(word) ?? (ids.set(word, ids.size), ids.size - 1)
  const cells = new Map(),
    cellE = [],
    cellF = []
  const cell = (e, f) => {
    const key = e * 2 ** 20 + f
    let at = cells.get(key)
    if (at === undefined) {
      cells.set(key, (at = cellE.length))
      cellE.push(e)
      cellF.push(f)
    }
    return at
  }
  const sentences = pairs.map(([a, b, weight]) => {
    const nulls = a.length === 1 && b.length === 1 ? 0 : 1
    const es = [...(nulls ? [0] : []), ...a.map((w) => id(idsE, w))],
      fs_ = [...(nulls ? [0] : []), ...b.map((w) => id(idsF, w))]
    return {
      ne: es.length,
      nf: fs_.length,
      grid: Int32Array.from(es.flatMap((e) => fs_.map((f) => cell(e, f)))),
      weight,
      nulls,
    }
  })
  const n = cellE.length
  const direction = (given, size, byRow) => {
    let p = new Float64Array(n).fill(1)
    for (let round = 0; round < rounds; round++) {
      const count = new Float64Array(n)
      for (const { ne, nf, grid, weight, nulls } of sentences) {
        const outer = byRow ? ne : nf,
          inner = byRow ? nf : ne
        for (let i = nulls; i < outer; i++) {
          let sum = 0
          for (let j = 0; j < inner; j++) sum += p[grid[byRow ? i * nf + j : j * nf + i]]
          for (let j = 0; j < inner && sum > 0; j++) {
            const at = grid[byRow ? i * nf + j : j * nf + i]
            count[at] += (weight * p[at]) / sum
          }
        }
      }
      const total = new Float64Array(size)
      for (let c = 0; c < n; c++) total[given[c]] += count[c]
      for (let c = 0; c < n; c++) count[c] = total[given[c]] ? count[c] / total[given[c]] : 0
      p = count
    }
    return p
  }
  const eGivenF = direction(cellF, idsF.size, true),
    fGivenE = direction(cellE, idsE.size, false)
  const english = [...idsE.keys()],
    other = [...idsF.keys()],
    found = new Map()
  for (let c = 0; c < n; c++) {
    if (!cellE[c] || !cellF[c]) continue
    const p = Math.sqrt(eGivenF[c] * fGivenE[c])
    if (p < least && eGivenF[c] < 0.35) continue
    const f = other[cellF[c]]
    ;(found.get(f) ?? found.set(f, []).get(f)).push([english[cellE[c]], p])
  }
  for (const list of found.values()) {
    list.sort((x, y) => y[1] - x[1])
    list.length = Math.min(list.length, most)
    const sum = list.reduce((s, [, p]) => s + p, 0)
    for (const one of list) one[1] /= sum
  }
  return found
}

function addNames(lang, into) {
  const seen = new Map()
  for (const [en, other, count] of read(`names.en-${lang}.tsv.gz`)) {
    if (!other || Number(count) < LEAST_NAMED[lang]) continue
    const [e] = terms(en, 'en'),
      [f] = terms(other, lang)
    if (!e || !f || f.length < 3) continue
    const list = seen.get(f) ?? seen.set(f, new Map()).get(f)
    list.set(e, (list.get(e) ?? 0) + Number(count))
  }
  for (const [f, list] of seen) {
    const best = [...list].sort((a, b) => b[1] - a[1]).slice(0, 3),
      sum = best.reduce((s, [, c]) => s + c, 0)
    // a name that is also a word keeps its meaning first
    const known = into.get(f)?.slice(0, 3) ?? []
    const share = known.length ? 0.4 : 1
    into.set(f, [
      ...known,
      ...best.filter(([e]) => !known.some(([k]) => k === e)).map(([e, c]) => [e, (share * c) / sum]),
    ])
  }
}

function pack(lexicon) {
  const counts = new Map()
  for (const table of Object.values(lexicon))
    for (const list of table.values()) for (const [e] of list) counts.set(e, (counts.get(e) ?? 0) + 1)
  const pivots = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([e]) => e)
  const index = new Map(pivots.map((e, i) => [e, i]))
  const entries = {}
  for (const [lang, table] of Object.entries(lexicon)) {
    let previous = ''
    entries[lang] = [...table]
      .filter(([f]) => !/[\s]/.test(f))
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([f, list]) => {
        let shared = 0
        while (shared < 35 && shared < f.length && f[shared] === previous[shared]) shared++
        previous = f
        return `${shared.toString(36)}${f.slice(shared)} ${list.map(([e, p]) => index.get(e).toString(36) + Math.max(0, Math.min(35, Math.round(p * 36) - 1)).toString(36)).join(' ')}`
      })
      .join('\n')
  }
  return { pivots, entries }
}

function commonWords() {
  const common = {}
  const counted = (texts, lang) => {
    const df = new Map()
    for (const text of texts)
      for (const term of new Set(terms(text, lang))) df.set(term, (df.get(term) ?? 0) + 1)
    return [...df]
      .filter(([, c]) => c > 1)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, COMMON)
      .map(([t]) => t)
  }
  const english = []
  for (const lang of LANGUAGES) {
    const rows = [...read(`tico.en-${lang}.tsv.gz`), ...read(`tatoeba.en-${lang}.tsv.gz`)].filter(
      ([, other]) => other,
    )
    if (lang === 'ar') english.push(...rows.map(([en]) => en))
    else if (!['es', 'fr', 'pt', 'ru', 'fa'].includes(lang)) english.push(...rows.map(([en]) => en))
    common[lang] = counted(
      rows.map(([, other]) => other),
      lang,
    )
  }
  common.en = counted(english, 'en')
  if (values.counts) {
    const texts = zlib
      .gunzipSync(fs.readFileSync(values.counts))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
      .map((a) => `${a.title} ${a.text.slice(0, 700)}`)
    common.ar = counted(texts, 'ar')
  }
  return Object.fromEntries(Object.entries(common).map(([lang, list]) => [lang, list.join(' ')]))
}

const lexicon = {}
for (const lang of LANGUAGES) {
  lexicon[lang] = learn(pairsFor(lang))
  addNames(lang, lexicon[lang])
}
const { pivots, entries } = pack(lexicon)
const places = readPlaces()
  .flatMap(({ name, country, isCountry }) => {
    const all = terms(name, 'en')
    return all.length === 1 ? [`${all[0]}\t${country}${isCountry ? '*' : ''}`] : []
  })
  .sort()
  .join('\n')
const literal = (name, value) => `export const ${name} = ${JSON.stringify(value)}\n`
const text =
  `// Made by tools/train-events/learn-lexicon.mjs; origin and licences: NOTICE.md beside this file.\n` +
  literal('pivotWords', pivots.join(' ')) +
  literal('entries', entries) +
  literal('places', places) +
  literal('common', commonWords())
fs.writeFileSync(values.out, text)
console.log(
  `${(text.length / 1e6).toFixed(2)} M characters, pivots ${pivots.length}, entries ${Object.entries(lexicon)
    .map(([l, t]) => `${l}:${t.size}`)
    .join(' ')}, skeleton check ${skeletonOf('benghazi')}`,
)
