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
import { twinsOf } from './twins.mjs'
import { measure } from './measures.mjs'

const { values } = parseArgs({
  options: {
    background: { type: 'string' },
    write: { type: 'boolean' },
    'no-folds': { type: 'boolean' },
    rounds: { type: 'string', default: '4' },
    out: { type: 'string', default: 'libs/events/models/merge/weights.js' },
    ridge: { type: 'string', default: '25' },
    pairs: { type: 'string', multiple: true, default: [] },
  },
})
/** Sizes and spans of the corpus are those of a corpus; only what holds for any stream may be learnt. */
const MASKED = new Set(['sizes', 'span', 'titleBest', 'wholeBest', 'namesBest', 'pivotsBest'])
/** Signals that can only speak for, or against, two clusters. */
const FOR = new Set(
  SIGNALS.filter(
    (s) =>
      ![
        'hoursApart',
        'placesDiffer',
        'figuresDiffer',
        'span',
        'sizes',
        'bodies',
        'swapped',
        'placesSwapped',
        'namesOnly',
      ].includes(s),
  ),
)
const AGAINST = new Set([
  'hoursApart',
  'placesDiffer',
  'figuresDiffer',
  'swapped',
  'placesSwapped',
  'namesOnly',
])
const readRows = (file) =>
  zlib
    .gunzipSync(fs.readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))

const corpus = readCorpus()
/** Unlabelled real articles, squeezed into the corpus's fortnight: two written more than `FAR_DAYS` apart are two happenings for sure. */
const FAR_DAYS = 20
const background = values.background
  ? readRows(values.background)
      .filter((_, i) => i % 15 === 0)
      .map((a, i) => ({
        ...a,
        id: `background/${i}`,
        written: Date.parse(a.publishedAt),
        gold: undefined,
        lang: 'ar',
        source: '',
        text: a.text.slice(0, 2500),
        publishedAt: new Date(Date.UTC(2026, 2, 1) + ((i * 7919) % 507) * 40 * 6e4).toISOString(),
      }))
  : []
const written = new Map(background.map((b) => [b.id, b.written]))
/** Crowd-labelled pairs: their articles join the stream, and only pairs with a label are learnt from. */
const labelled = new Map()
const judged = values.pairs.flatMap((file) =>
  readRows(file).flatMap(({ a, b, label }, i) => {
    const rows = [a, b].map((x, k) => ({
      ...x,
      id: `labelled/${file}/${i}/${k}`,
      source: '',
      publishedAt: new Date(Date.UTC(2026, 2, 5) + (i * 40 + k * 120) * 6e4).toISOString(),
    }))
    labelled.set(
      rows
        .map((r) => r.id)
        .sort()
        .join('|'),
      label,
    )
    return rows
  }),
)
const inTime = (rows) =>
  rows.sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
  )

/** The corpus with every happening told over a longer time, so that hours apart weigh no more than they may. */
function stretched(rows, factor) {
  const first = new Map()
  for (const { gold, publishedAt } of rows)
    if (!(first.get(gold) <= publishedAt)) first.set(gold, publishedAt)
  // with no times to go by, as in archives: one article a minute
  if (factor === 0)
    return rows.map((row, i) => ({
      ...row,
      publishedAt: new Date(Date.UTC(2026, 2, 1) + ((i * 7919) % rows.length) * 6e4).toISOString(),
    }))
  return rows.map((row) => ({
    ...row,
    publishedAt: new Date(
      Date.parse(first.get(row.gold)) +
        factor * (Date.parse(row.publishedAt) - Date.parse(first.get(row.gold))),
    ).toISOString(),
  }))
}

const cache = new Map()
const features = (row, bodies) => {
  const key = `${row.id}|${bodies}|${row.publishedAt}`
  if (!cache.has(key)) cache.set(key, featuresOf(bodies ? row : { ...row, text: '' }))
  return cache.get(key)
}

function stream(rows, model, bodies, witness, crowded = false) {
  let next = 0
  const clusterer = createClusterer({
    newId: () => `e${next++}`,
    model,
    witness,
    settleEveryHours: 0,
    settleHours: 24 * 30,
    keepHours: 24 * 40,
  })
  for (const row of inTime([...rows, ...(witness && crowded ? [...background, ...judged] : [])]))
    clusterer.place(features(row, bodies))
  clusterer.settle()
  return clusterer.assignments()
}

/** Examples from the clusters that the given model makes: pure enough clusters only, each state of a pair once. */
function examples(told, model) {
  const rows = [...told, ...twinsOf(told)]
  const goldOf = new Map(rows.map((r) => [r.id, r.gold])),
    found = { within: new Map(), across: new Map() }
  const main = (ids) => {
    const counts = new Map()
    for (const id of ids) counts.set(goldOf.get(id) ?? id, (counts.get(goldOf.get(id) ?? id) ?? 0) + 1)
    const [gold, n] = [...counts].sort((x, y) => y[1] - x[1])[0]
    return n * 4 >= ids.length * 3 ? gold : undefined
  }
  for (const [bodies, factor] of [
    [true, 1],
    [false, 1],
    [true, 6],
    [false, 6],
    [true, 0],
    [false, 0],
  ])
    stream(
      stretched(rows, factor),
      model,
      bodies,
      (x, across, a, b) => {
        const left = main(a),
          right = main(b)
        if (left === undefined || right === undefined) return
        const ends = [left, right].sort()
        const certain = labelled.get(ends.join('|'))
        if (certain === undefined && ends.some((e) => e.startsWith('labelled/'))) return
        if (
          ends.every((e) => e.startsWith('background/')) &&
          !(Math.abs(written.get(left) - written.get(right)) > FAR_DAYS * 864e5)
        )
          return
        const key = `${bodies}|${factor}|${[a.join(), b.join()].sort().join('|')}`
        found[across ? 'across' : 'within'].set(key, {
          x: Float64Array.from(x),
          y: left === right || certain === 1 ? 1 : 0,
        })
      },
      factor === 1,
    )
  const out = { within: [...found.within.values()], across: [...found.across.values()] }
  for (const list of Object.values(out))
    if (list.length > 30000)
      list.splice(
        0,
        list.length,
        ...list.filter((e, i) => e.y === 1 || i % Math.ceil(list.length / 25000) === 0),
      )
  return out
}

/** Where the weights are drawn to: what the corpus can't tell (large events, crowded days) is set by hand. */
const PRIOR = {
  within: {
    titleMean: 2,
    wholeMean: 5,
    wholeCentre: 2.5,
    namesMean: 1,
    rareShared: 2,
    rareNames: 0.5,
    hoursApart: -2,
    placesDiffer: -1.5,
    placesSwapped: -3,
    placesAgree: 0.3,
    figuresAgree: 1,
    figuresDiffer: -0.5,
    swapped: -3,
    bodies: -1,
  },
  across: {
    pivotsMean: 5,
    pivotsCentre: 4,
    rareShared: 3,
    rareNames: 1,
    namesMean: 1,
    namesCentre: 0.7,
    hoursApart: -2,
    placesDiffer: -2,
    placesSwapped: -1.5,
    placesAgree: 0.5,
    figuresAgree: 2,
    figuresDiffer: -0.3,
    bodies: -1,
  },
}

/** Ridge logistic regression by Newton's method; a signal whose weight comes out with the wrong sign is left out and the rest fitted anew. */
function fit(rows, ridge, prior) {
  let active = SIGNALS.map((_, j) => j).filter(
    (j) => !MASKED.has(SIGNALS[j]) && rows.some((r) => r.x[j] !== rows[0].x[j]),
  )
  for (;;) {
    const solution = newton(rows, active, ridge, prior)
    const wrong = active.filter(
      (j, k) => (FOR.has(SIGNALS[j]) && solution[k] < 0) || (AGAINST.has(SIGNALS[j]) && solution[k] > 0),
    )
    if (wrong.length === 0) {
      const weights = new Float64Array(SIGNALS.length)
      active.forEach((j, k) => {
        weights[j] = solution[k]
      })
      return { bias: solution[active.length], weights }
    }
    // the worst goes first: with it gone others may turn right
    const worst = wrong.reduce((a, b) =>
      Math.abs(solution[active.indexOf(a)]) >= Math.abs(solution[active.indexOf(b)]) ? a : b,
    )
    active = active.filter((j) => j !== worst)
  }
}

function newton(rows, active, ridge, prior) {
  const m = active.length + 1,
    w = new Float64Array(m),
    drawn = active.map((j) => prior[SIGNALS[j]] ?? 0)
  active.forEach((_, k) => {
    w[k] = drawn[k]
  })
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(m),
      hessian = Array.from({ length: m }, () => new Float64Array(m)),
      v = new Float64Array(m)
    for (const { x, y } of rows) {
      for (let k = 0; k < m - 1; k++) v[k] = x[active[k]]
      v[m - 1] = 1
      let z = 0
      for (let k = 0; k < m; k++) z += w[k] * v[k]
      const p = 1 / (1 + Math.exp(-z)),
        h = Math.max(1e-5, p * (1 - p))
      for (let k = 0; k < m; k++) {
        if (v[k] === 0) continue
        gradient[k] += (y - p) * v[k]
        const row = hessian[k],
          hv = h * v[k]
        for (let l = 0; l <= k; l++) row[l] += hv * v[l]
      }
    }
    for (let k = 0; k < m; k++) {
      for (let l = k + 1; l < m; l++) hessian[k][l] = hessian[l][k]
      // the scale of a weight is that of its signal, all near 0 to 1
      if (k < m - 1) {
        hessian[k][k] += ridge
        gradient[k] -= ridge * (w[k] - drawn[k])
      } else hessian[k][k] += 1e-6
    }
    const step = solve(hessian, gradient)
    let size = 0
    for (let k = 0; k < m; k++) {
      const d = Math.max(-4, Math.min(4, step[k]))
      w[k] += d
      size = Math.max(size, Math.abs(d))
    }
    if (size < 1e-3) break
  }
  return w
}

function solve(a, b) {
  const n = b.length,
    x = Float64Array.from(b),
    u = a.map((row) => Float64Array.from(row))
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let r = i + 1; r < n; r++) if (Math.abs(u[r][i]) > Math.abs(u[pivot][i])) pivot = r
    ;[u[i], u[pivot]] = [u[pivot], u[i]]
    ;[x[i], x[pivot]] = [x[pivot], x[i]]
    for (let r = i + 1; r < n; r++) {
      const factor = u[r][i] / u[i][i]
      for (let c = i; c < n; c++) u[r][c] -= factor * u[i][c]
      x[r] -= factor * x[i]
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) x[i] -= u[i][c] * x[c]
    x[i] /= u[i][i]
  }
  return x
}

function train(rows, log) {
  let model = defaultModel
  let kept = { within: [], across: [] }
  for (let round = 0; round < Number(values.rounds); round++) {
    const fresh = examples(rows, model)
    kept = {
      within: [...kept.within.slice(-20000), ...fresh.within],
      across: [...kept.across.slice(-20000), ...fresh.across],
    }
    model = {
      within: fit(kept.within, Number(values.ridge), PRIOR.within),
      across: fit(kept.across, Number(values.ridge), PRIOR.across),
    }
    if (log)
      console.log(
        `round ${round}: examples within ${fresh.within.length} (${fresh.within.filter((e) => e.y).length} same), across ${fresh.across.length} (${fresh.across.filter((e) => e.y).length} same)`,
      )
  }
  return model
}

const started = Date.now()
const figures = []
for (const family of values['no-folds'] ? [] : [...new Set(corpus.map((r) => r.family))]) {
  const test = corpus.filter((r) => r.family === family)
  const model = train(
    corpus.filter((r) => r.family !== family),
    false,
  )
  for (const bodies of [true, false]) {
    const m = measure(test, stream(test, model, bodies))
    figures.push({ bodies, ...m })
    console.log(
      `${family.padEnd(24)} ${bodies ? 'bodies' : 'titles'} BCubed ${(100 * m.b3).toFixed(1)} (P ${(100 * m.b3P).toFixed(1)} R ${(100 * m.b3R).toFixed(1)}) across ${(100 * m.across).toFixed(1)}`,
    )
  }
}
for (const bodies of values['no-folds'] ? [] : [true, false]) {
  const list = figures.filter((f) => f.bodies === bodies).map((f) => 100 * f.b3),
    mean = list.reduce((s, x) => s + x, 0) / list.length
  console.log(
    `held out, ${bodies ? 'bodies' : 'titles'}: BCubed ${mean.toFixed(1)} ± ${Math.sqrt(list.reduce((s, x) => s + (x - mean) ** 2, 0) / list.length).toFixed(1)}`,
  )
}
console.log(`${Math.round((Date.now() - started) / 1000)} s`)
const model = train(corpus, true)
for (const bodies of [true, false]) {
  const m = measure(corpus, stream(corpus, model, bodies))
  console.log(
    `fitted on all, ${bodies ? 'bodies' : 'titles'}: BCubed ${(100 * m.b3).toFixed(1)} (P ${(100 * m.b3P).toFixed(1)} R ${(100 * m.b3R).toFixed(1)}) across ${(100 * m.across).toFixed(1)}`,
  )
}
const named = ({ bias, weights }) => ({
  bias: Number(bias.toFixed(3)),
  weights: Object.fromEntries(SIGNALS.map((s, i) => [s, Number(weights[i].toFixed(3))])),
})
const text = `// Made by tools/train-events/fit-merge-model.mjs from tools/corpus/events (CC0).\nexport const weights = ${JSON.stringify({ within: named(model.within), across: named(model.across) }, null, 2)}\n`
console.log(text)
if (values.write) fs.writeFileSync(values.out, text)
