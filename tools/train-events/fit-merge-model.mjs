// Fits the merge model of libs/events on tools/corpus/events:
//   node tools/train-events/fit-merge-model.mjs [--background FILE.jsonl.gz] [--write] [--rounds 4] [--pairs FILE.jsonl.gz]
// Streams the corpus through the clusterer with and without bodies, keeps the signals of every pair of clusters it judged,
// and fits one logistic model for pairs that share a language and one for those that don't; repeats with the new model,
// so that it learns from the clusters it makes itself. Prints BCubed with each family of happenings held out in turn.
import fs from 'node:fs'
import zlib from 'node:zlib'
import { parseArgs } from 'node:util'
import { createClusterer, defaultModel, featuresOf, SIGNALS } from '../../libs/events/dist/index.js'
import { readCorpus } from './corpus.mjs'
import { measure } from './measures.mjs'

const { values } = parseArgs({ options: {
  background: { type: 'string' }, write: { type: 'boolean' }, rounds: { type: 'string', default: '4' }, out: { type: 'string', default: 'libs/events/models/merge/weights.js' },
  ridge: { type: 'string', default: '3' }, pairs: { type: 'string', multiple: true, default: [] },
} })
/** Sizes and spans of the corpus are those of a corpus; only what holds for any stream may be learnt. */
const MASKED = new Set(['sizes', 'span', 'bodies'])
/** Signals that can only speak for, or against, two clusters. */
const FOR = new Set(SIGNALS.filter((s) => !['hoursApart', 'placesDiffer', 'figuresDiffer', 'span', 'sizes', 'bodies'].includes(s)))
const AGAINST = new Set(['hoursApart', 'placesDiffer', 'figuresDiffer'])
const readRows = (file) => zlib.gunzipSync(fs.readFileSync(file)).toString('utf8').trim().split('\n').map((l) => JSON.parse(l))

const corpus = readCorpus()
const background = values.background ? readRows(values.background).slice(0, 1500).map((a, i) => ({ ...a, id: `background/${i}`, gold: undefined, lang: 'ar', source: '', text: a.text.slice(0, 400), publishedAt: new Date(Date.UTC(2026, 2, 2) + i * 12 * 6e4).toISOString() })) : []
const labelled = values.pairs.flatMap(readRows)
const inTime = (rows) => rows.sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1))

const cache = new Map()
const features = (row, bodies) => {
  const key = `${row.id}|${bodies}`
  if (!cache.has(key)) cache.set(key, featuresOf(bodies ? row : { ...row, text: '' }))
  return cache.get(key)
}

function stream(rows, model, bodies, witness) {
  let next = 0
  const clusterer = createClusterer({ newId: () => `e${next++}`, model, witness, settleEveryHours: 0, settleHours: 24 * 30, keepHours: 24 * 40 })
  for (const row of inTime([...rows, ...background])) clusterer.place(features(row, bodies))
  clusterer.settle()
  return clusterer.assignments()
}

/** Examples from the clusters that the given model makes: pure enough clusters only, each state of a pair once. */
function examples(rows, model) {
  const goldOf = new Map(rows.map((r) => [r.id, r.gold])), found = { within: new Map(), across: new Map() }
  const main = (ids) => {
    const counts = new Map()
    for (const id of ids) counts.set(goldOf.get(id) ?? id, (counts.get(goldOf.get(id) ?? id) ?? 0) + 1)
    const [gold, n] = [...counts].sort((x, y) => y[1] - x[1])[0]
    return n * 4 >= ids.length * 3 ? gold : undefined
  }
  for (const bodies of [true, false])
    stream(rows, model, bodies, (x, across, a, b) => {
      const left = main(a), right = main(b)
      if (left === undefined || right === undefined || (left.startsWith('background') && right.startsWith('background'))) return
      const key = `${bodies}|${[a.join(), b.join()].sort().join('|')}`
      found[across ? 'across' : 'within'].set(key, { x: Float64Array.from(x), y: left === right ? 1 : 0 })
    })
  const out = { within: [...found.within.values()], across: [...found.across.values()] }
  return out
}

/** Ridge logistic regression by projected gradient; signs are kept where a signal can only mean one thing. */
function fit(rows, ridge) {
  const n = rows.length, m = SIGNALS.length
  const mean = new Float64Array(m), deviation = new Float64Array(m)
  for (const { x } of rows) for (let j = 0; j < m; j++) mean[j] += x[j] / n
  for (const { x } of rows) for (let j = 0; j < m; j++) deviation[j] += (x[j] - mean[j]) ** 2 / n
  for (let j = 0; j < m; j++) deviation[j] = Math.sqrt(deviation[j])
  const w = new Float64Array(m), velocity = new Float64Array(m)
  let bias = 0, biasVelocity = 0
  for (let step = 0; step < 1500; step++) {
    const gradient = new Float64Array(m)
    let biasGradient = 0
    for (const { x, y } of rows) {
      let z = bias
      for (let j = 0; j < m; j++) if (deviation[j] > 1e-6) z += (w[j] * (x[j] - mean[j])) / deviation[j]
      const error = 1 / (1 + Math.exp(-z)) - y
      biasGradient += error / n
      for (let j = 0; j < m; j++) if (deviation[j] > 1e-6) gradient[j] += (error * (x[j] - mean[j])) / deviation[j] / n
    }
    biasVelocity = 0.9 * biasVelocity - 0.3 * biasGradient
    bias += biasVelocity
    for (let j = 0; j < m; j++) {
      if (MASKED.has(SIGNALS[j])) continue
      velocity[j] = 0.9 * velocity[j] - 0.3 * (gradient[j] + (ridge * w[j]) / n)
      w[j] += velocity[j]
      if ((FOR.has(SIGNALS[j]) && w[j] < 0) || (AGAINST.has(SIGNALS[j]) && w[j] > 0)) { w[j] = 0; velocity[j] = 0 }
    }
  }
  let shifted = bias
  const weights = Float64Array.from(w, (v, j) => { if (deviation[j] <= 1e-6) return 0; shifted -= (v * mean[j]) / deviation[j]; return v / deviation[j] })
  return { bias: shifted, weights }
}

function train(rows, log) {
  let model = defaultModel
  let kept = { within: [], across: [] }
  for (let round = 0; round < Number(values.rounds); round++) {
    const fresh = examples(rows, model)
    kept = { within: [...kept.within.slice(-20000), ...fresh.within], across: [...kept.across.slice(-20000), ...fresh.across] }
    model = { within: fit(kept.within, Number(values.ridge)), across: fit(kept.across, Number(values.ridge)) }
    if (log) console.log(`round ${round}: examples within ${fresh.within.length} (${fresh.within.filter((e) => e.y).length} same), across ${fresh.across.length} (${fresh.across.filter((e) => e.y).length} same)`)
  }
  return model
}

const figures = []
for (const family of [...new Set(corpus.map((r) => r.family))]) {
  const test = corpus.filter((r) => r.family === family)
  const model = train(corpus.filter((r) => r.family !== family), false)
  for (const bodies of [true, false]) {
    const m = measure(test, stream(test, model, bodies))
    figures.push({ bodies, ...m })
    console.log(`${family.padEnd(24)} ${bodies ? 'bodies' : 'titles'} BCubed ${(100 * m.b3).toFixed(1)} (P ${(100 * m.b3P).toFixed(1)} R ${(100 * m.b3R).toFixed(1)}) across ${(100 * m.across).toFixed(1)}`)
  }
}
for (const bodies of [true, false]) {
  const list = figures.filter((f) => f.bodies === bodies).map((f) => 100 * f.b3), mean = list.reduce((s, x) => s + x, 0) / list.length
  console.log(`held out, ${bodies ? 'bodies' : 'titles'}: BCubed ${mean.toFixed(1)} ± ${Math.sqrt(list.reduce((s, x) => s + (x - mean) ** 2, 0) / list.length).toFixed(1)}`)
}
const model = train(corpus, true)
for (const bodies of [true, false]) { const m = measure(corpus, stream(corpus, model, bodies)); console.log(`fitted on all, ${bodies ? 'bodies' : 'titles'}: BCubed ${(100 * m.b3).toFixed(1)} (P ${(100 * m.b3P).toFixed(1)} R ${(100 * m.b3R).toFixed(1)}) across ${(100 * m.across).toFixed(1)}`) }
const named = ({ bias, weights }) => ({ bias: Number(bias.toFixed(3)), weights: Object.fromEntries(SIGNALS.map((s, i) => [s, Number(weights[i].toFixed(3))])) })
const text = `// Made by tools/train-events/fit-merge-model.mjs from tools/corpus/events (CC0).\nexport const weights = ${JSON.stringify({ within: named(model.within), across: named(model.across) }, null, 2)}\n`
console.log(text)
if (values.write) fs.writeFileSync(values.out, text)
