// Fits the small model that tells body blocks from furniture: node tools/boilerplate/fit-body.mjs --data DIR [--folds DIR]
// DIR holds aeb, traf, wcxb, fundus, fundeval as .jsonl.gz. With --folds, five models, each blind to a fifth of the hosts, are written there.
import fs from 'node:fs'
import path from 'node:path'
import { boost, rounded } from './boost.mjs'

import { foldOf, goldReader, hostKey, innards, moduleOf, rowsOf } from './load.mjs'

const option = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
const dir = option('--data')
const folds = option('--folds')
const root = path.resolve(import.meta.dirname, '../..')
const lib = await innards()

const pages = []
for (const set of ['aeb', 'wcxb', 'fundus', 'fundeval', 'traf'])
  for (const row of rowsOf(dir, set)) {
    const { context, rows } = lib.bodyRows(row.html)
    const { facts } = context
    const fold = foldOf(hostKey(row.url), 5)
    const samples = []
    const spaced = (s) => s.replace(/\s+/g, ' ')
    const read =
      row.gold.text || row.gold.paragraphs
        ? goldReader(row.gold.text ?? row.gold.paragraphs.join('\n'))
        : undefined
    const optional = row.gold.optional
      ? goldReader(row.gold.optional.map((i) => row.gold.paragraphs[i]).join('\n'))
      : undefined
    for (const [b, block] of facts.blocks.entries()) {
      if (facts.idle[b]) continue
      let label, sure
      if (read) {
        const r = read(block.text)
        if (r.share > 0.3 && r.share < 0.7) continue
        if (optional && optional(block.text).share > 0.5) continue
        label = r.share >= 0.5 ? 1 : 0
        sure = r.sure
      } else {
        const t = spaced(block.text)
        const good = row.gold.with.some(
          (s) => t.includes(spaced(s)) || (t.length > 40 && spaced(s).includes(t)),
        )
        const bad = row.gold.without.some(
          (s) => t.includes(spaced(s)) || (t.length > 40 && spaced(s).includes(t)),
        )
        if (good === bad) continue
        label = good ? 1 : 0
        sure = 1
      }
      samples.push({ b, label, weight: sure * Math.sqrt(Math.min(600, block.text.length)) })
    }
    if (samples.length === 0 || (read && !samples.some((s) => s.label))) continue
    // Each page weighs alike
    const total = samples.reduce((a, s) => a + s.weight, 0)
    const scale = (read ? 100 : 12) / total
    for (const s of samples) s.weight *= scale
    pages.push({ fold, context, rows, samples })
  }
console.log(`${pages.length} pages, ${pages.reduce((a, p) => a + p.samples.length, 0)} blocks`)

/** Fits on the samples of some pages; `rowsOf` gives the table of a page. */
function fit(chosen, width, rowsOf, options) {
  const count = chosen.reduce((a, p) => a + p.samples.length, 0)
  const rows = new Float32Array(count * width)
  const labels = [],
    weights = []
  for (const p of chosen) {
    const table = rowsOf(p)
    for (const s of p.samples) {
      rows.set(table.subarray(s.b * width, (s.b + 1) * width), labels.length * width)
      labels.push(s.label)
      weights.push(s.weight)
    }
  }
  return rounded(boost(rows, width, labels, weights, options))
}
const wrong = (chosen, oddsOf) => {
  let bad = 0,
    all = 0
  for (const p of chosen) {
    const odds = oddsOf(p)
    for (const s of p.samples) {
      all += s.weight
      if (odds[s.b] > 0 !== (s.label === 1)) bad += s.weight
    }
  }
  return (bad / all).toFixed(4)
}
const w1 = lib.featureNames.length,
  w2 = lib.sequenceNames.length
const first = { trees: 70, depth: 5, rate: 0.13 }
const second = { trees: 50, depth: 4, rate: 0.13, columns: 0.7 }
const firsts = [0, 1, 2, 3, 4].map((k) =>
  fit(
    pages.filter((p) => p.fold !== k),
    w1,
    (p) => p.rows,
    first,
  ),
)
for (const p of pages) {
  p.odds = Float64Array.from(p.context.facts.blocks, (_, b) =>
    p.context.facts.idle[b] ? lib.IDLE : lib.logOdds(firsts[p.fold], p.rows, b * w1),
  )
  p.sequence = lib.sequenceFeatures(p.context.facts, p.odds, p.context.titleBlock)
}
console.log(`first look, unseen sites: wrong ${wrong(pages, (p) => p.odds)}`)
const again = (model, p) =>
  Float64Array.from(p.context.facts.blocks, (_, b) => lib.logOdds(model, p.sequence, b * w2))
if (folds) {
  fs.mkdirSync(folds, { recursive: true })
  for (let k = 0; k < 5; k++) {
    const model = fit(
      pages.filter((p) => p.fold !== k),
      w2,
      (p) => p.sequence,
      second,
    )
    fs.writeFileSync(path.join(folds, `body-${k}.json`), JSON.stringify({ first: firsts[k], second: model }))
    const unseen = pages.filter((p) => p.fold === k)
    console.log(
      `fold ${k}, unseen sites: first look wrong ${wrong(unseen, (p) => p.odds)}, second ${wrong(unseen, (p) => again(model, p))}`,
    )
  }
}
// The shipped model: both looks fitted on all pages, the second on what the first says of pages it hasn't seen
const model = {
  first: fit(pages, w1, (p) => p.rows, first),
  second: fit(pages, w2, (p) => p.sequence, second),
}
fs.writeFileSync(
  path.join(root, 'libs/boilerplate/src/models/body-model.ts'),
  moduleOf('bodyModel', 'BodyModel', '../choose-body.ts', model),
)
