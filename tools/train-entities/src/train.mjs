// node tools/train-entities/src/train.mjs --language ar --data DIR [--epochs 12]
// --data: a folder with train-<language>/*.jsonl.gz of { toks, tags } lines
// --hold 0/5: leaves every fifth document (and template of ours) out, scores them, writes nothing unless --out is given
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { loadLibrary } from './load-library.mjs'
import { Crf } from './crf.mjs'
import { packModel } from './pack-model.mjs'
import { holdOut, scoreHeld } from './hold-out.mjs'
import { maskedSpans } from './masked-spans.mjs'
import { ownSentences, renamer } from './own-sentences.mjs'
import { recipes } from './recipes.mjs'

const { values: options } = parseArgs({
  options: {
    language: { type: 'string' },
    data: { type: 'string' },
    epochs: { type: 'string' },
    own: { type: 'string' },
    set: { type: 'string', multiple: true },
    out: { type: 'string' },
    hold: { type: 'string' },
  },
})
const { language } = options
const recipe = { ...recipes[language] }
// --set name=number changes one number of the recipe, for trials
for (const pair of options.set ?? []) {
  const [name, value] = pair.split('=')
  if (name === 'rate' || name === 'l2') recipe.crf = { ...recipe.crf, [name]: +value }
  else recipe[name] = +value
}
const lib = await loadLibrary()
const { gazetteer } = await import(`../../../libs/entities/gazetteer/${language}.js`)
const { names } = await import('../../../libs/entities/gazetteer/names.js')
const lexicon = lib.lexiconOf(gazetteer, language === 'fa' ? lib.persianReadings : undefined)
const script = names[/ar|fa/.test(language) ? 'arabic' : 'latin']
const sets = {
  common: lib.hashSet(script.common),
  seen: lib.hashSet(script.seen),
  rare: lib.hashSet(script.rare),
}
let random = 20261121
const next = () => (random = (Math.imul(random, 1664525) + 1013904223) >>> 0) / 2 ** 32

const raw = []
const hold = holdOut(options.hold)
const held = {}
for (const [file, { weight = 1, keep, copies = 1, domain }] of Object.entries(recipe.files)) {
  const lines = gunzipSync(fs.readFileSync(path.join(options.data, file)))
    .toString('utf8')
    .trim()
    .split('\n')
  for (const [n, line] of lines.entries()) {
    const row = JSON.parse(line)
    if (keep && !keep(row)) continue
    if (hold?.leavesOut(row, n)) {
      ;(held[path.basename(file, '.jsonl.gz')] ??= []).push(fromTags(row.toks, row.tags))
      continue
    }
    for (let c = 0; c < copies; c++)
      raw.push({
        ...fromTags(row.toks, row.tags.map(recipe.mapTag ?? ((t) => t))),
        weight: weight * (recipe.fileWeight ?? 1),
        domain,
      })
  }
}
const given = raw.length
const sources = { next, names: path.join(options.data, 'train-names'), gazetteer }
if (recipe.renamed) {
  const rename = renamer(language, sources)
  for (const s of raw.slice())
    if (s.spans.some(([, , type]) => type === 'PER' || type === 'LOC') && next() < recipe.renamed)
      raw.push({ ...rename(s), weight: 0.5 })
}
const renamedCount = raw.length - given
for (const s of ownSentences(language, {
  ...sources,
  count: +(options.own ?? recipe.own ?? 0),
  weight: recipe.ownWeight,
  keeps: hold && ((n) => !hold.leavesOutTemplate(n)),
}))
  raw.push({ ...s, own: true })
if (hold) held.own = [...ownSentences(language, { ...sources, count: 600, keeps: hold.leavesOutTemplate })]
console.log(
  `${given} sentences from files, ${renamedCount} with other names, ${raw.length - given - renamedCount} of our own`,
)

const HEAD = ['orghead', 'facility', 'lochead'].reduce(
  (mask, name) => mask | (1 << lib.CLASSES.indexOf(name)),
  0,
)
const labels = ['O', ...recipe.types.flatMap((t) => [`B-${t}`, `I-${t}`])]
let lower
if (recipe.lower) {
  const seen = new Map()
  for (const { text, spans } of raw)
    for (const t of lib.tokens(text, language))
      if (/^\p{Ll}{3,}$/u.test(t.text) && !spans.some(([a, b]) => a <= t.start && t.start < b))
        seen.set(t.text, (seen.get(t.text) ?? 0) + 1)
  const { fold } = await import('@newsbraid/text')
  lower = packHashes([...seen].filter(([, n]) => n >= 2).map(([w]) => fold(w)))
  sets.lower = lib.hashSet(lower)
}

const crf = new Crf(labels, recipe.crf)
const infos = new Map()
const infoOf = (surface) =>
  infos.get(surface) ?? (infos.set(surface, lib.wordInfo(surface, lexicon, sets)), infos.get(surface))
const buffer = new Int32Array(400)
const counts = new Map()
const examples = []
for (const { text, spans, weight, domain, own: isOwn } of raw) {
  const all = lib.tokens(text, language)
  for (const [from, to] of lib.sentences(all)) {
    const part = all.slice(from, to)
    const words = part.map((t) => infoOf(t.text))
    const marks = lib.phraseMarks(words, lexicon)
    if (recipe.mask && isOwn) maskedSpans(part, spans, words, marks, { share: recipe.mask, next, lib })
    if (recipe.maskOthers && isOwn) {
      const others = part
        .filter((t) => !spans.some(([a, b]) => a <= t.start && t.start < b))
        .map((t) => [t.start, t.end])
      const share = recipe.maskOthers
      maskedSpans(part, others, words, marks, { share, next, lib, isEveryday: true })
    }
    const quoted = lib.quotedWords(part.map((t) => t.text))
    const keys = words.map((_, i) => {
      const own = []
      for (const offset of [0, -1, 1, -2, 2]) {
        const w = words[i + offset]
        if (w) {
          const n = lib.wordFeatures(w, offset, buffer, 0)
          for (let f = 0; f < n; f++) own.push(buffer[f] & lib.KEY_MASK)
        }
      }
      const n = lib.contextFeatures(words, marks, quoted, i, buffer)
      for (let f = 0; f < n; f++) own.push(buffer[f] & lib.KEY_MASK)
      // What a corpus marks otherwise than we do is learnt beside the shared weights, and not used outside it (Daumé 2007)
      if (domain)
        for (let d = 0; d <= 2 && i >= d; d++)
          if ((words[i - d].classes | words[i - d].stemClasses) & HEAD) {
            own.push(
              lib.hashText(`${domain} ${d}`) & lib.KEY_MASK,
              lib.hashText(`${domain} ${d} ${words[i - d].norm}`) & lib.KEY_MASK,
            )
            break
          }
      for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1)
      return own
    })
    const gold = part.map((t) => {
      const span = spans.find(([a, b]) => t.start < b && a < t.end)
      if (!span) return 0
      const isFirst = !part.some((u) => u.start < t.start && u.end > span[0])
      return labels.indexOf(`${isFirst ? 'B' : 'I'}-${span[2]}`)
    })
    examples.push({ keys, gold, weight })
  }
}
const cutoff = recipe.cutoff ?? 2
for (const e of examples) {
  e.rows = e.keys.map((own) =>
    Int32Array.from(own.filter((k) => counts.get(k) >= cutoff).map((k) => crf.rowOf(k))),
  )
  delete e.keys
}
console.log(`${examples.length} sentences, ${crf.rows.size} features, ${labels.length} labels`)
const epochs = +(options.epochs ?? recipe.epochs ?? 12)
const sum = {}
for (let epoch = 0; epoch < epochs; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[examples[i], examples[j]] = [examples[j], examples[i]]
  }
  let loss = 0
  for (const e of examples) loss += crf.step(e)
  if (epoch >= epochs / 2) crf.snapshotInto(sum)
  console.log(`epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`)
}
const packed = packModel(
  {
    labels,
    rows: crf.rows,
    weights: sum.weights.map((w) => w / sum.count),
    transitions: sum.transitions.map((t) => t / sum.count),
  },
  { maxRows: recipe.maxRows },
)
if (hold) {
  if (lower) sets.lower = lib.hashSet(lower)
  scoreHeld(held, lib.taggerOf(packed, lexicon, sets), lib, language)
  if (!options.out) process.exit()
}
const folder = options.out ?? new URL(`../../../libs/entities/models/${language}/`, import.meta.url)
fs.mkdirSync(folder, { recursive: true })
const target = (name) => (options.out ? path.join(options.out, name) : new URL(name, folder))
fs.writeFileSync(
  target('model.js'),
  `// Generated by tools/train-entities/src/train.mjs; licence: LICENSE beside this file\nexport const model = ${JSON.stringify({ ...packed, lower: lower ?? '' })}\n`,
)
fs.writeFileSync(
  target('model.d.ts'),
  "import type { PackedModel } from '../../src/tagging/model.ts'\nexport declare const model: PackedModel & { lower: string }\n",
)
fs.writeFileSync(target('LICENSE'), recipe.licence)
console.log(`${folder}: ${(fs.statSync(target('model.js')).size / 1e6).toFixed(2)} MB`)

/** Text of a sentence with the spans of its tags. */
function fromTags(toks, tags) {
  let text = ''
  const spans = []
  let open
  toks.forEach((tok, i) => {
    if (text) text += ' '
    const start = text.length
    text += tok
    const [kind, type] = tags[i].split('-')
    if (kind === 'I' && open && open[2] === type) open[1] = text.length
    else if (kind !== 'O' && type) spans.push((open = [start, text.length, type]))
    else open = undefined
  })
  return { text, spans: spans.filter((s) => recipe.types.includes(s[2])) }
}

function packHashes(words) {
  const hashes = [...new Set(words.map((w) => lib.hashText(w) & 0xffffff))].sort((a, b) => a - b)
  const bytes = []
  let last = 0
  for (const hash of hashes) {
    let delta = hash - last
    last = hash
    while (delta > 127) {
      bytes.push((delta & 127) | 128)
      delta >>= 7
    }
    bytes.push(delta)
  }
  return Buffer.from(bytes).toString('base64')
}
