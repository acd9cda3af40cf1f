// Fits the small model for already extracted text: node tools/boilerplate/fit-lines.mjs --data DIR [--folds DIR]
// Text dumps are made of the pages with known bodies; lines of the body, lines of furniture and the headline are marked from it.
import fs from 'node:fs'
import path from 'node:path'
import { boost, rounded } from './boost.mjs'
import { dumpOf, foldOf, goldReader, hostKey, innards, moduleOf, rowsOf } from './load.mjs'

const option = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
const dir = option('--data')
const folds = option('--folds')
const root = path.resolve(import.meta.dirname, '../..')
const lib = await innards()
const squeeze = (s) => lib.bare(s ?? '')
const cases = []
for (const set of ['fundus', 'fundeval', 'aeb', 'wcxb'])
  for (const row of rowsOf(dir, set)) {
    const tree = lib.parsePage(row.html)
    const facts = lib.factsOf(tree)
    const title = row.gold.title ?? lib.chooseTitle(facts, lib.headOf(tree)).title
    const read = goldReader(row.gold.text ?? row.gold.paragraphs.join('\n'))
    const optional = row.gold.optional
      ? goldReader(row.gold.optional.map((i) => row.gold.paragraphs[i]).join('\n'))
      : undefined
    const label = (texts) => {
      let titled = false
      return texts.map((text) => {
        if (title && squeeze(text) === squeeze(title)) {
          const label = titled ? -1 : 2
          titled = true
          return { text, label, sure: 1 }
        }
        const r = read(text)
        const label =
          optional && optional(text).share > 0.5 ? -1 : r.share >= 0.8 ? 1 : r.share > 0.2 ? -1 : 0
        // A word or two that also stand somewhere in the body are hardly the body's own line
        const stray = label === 1 && r.sure < 1 && row.gold.paragraphs !== undefined
        return { text, label: stray ? 0 : label, sure: stray ? 0.7 : r.sure }
      })
    }
    const shown = facts.blocks.filter((b) => facts.hintEvidence[b.node] !== 'hidden').map((b) => b.text)
    // Windows of several sizes over two kinds of dump, as people's own extractions differ
    for (const [texts, above, below, share] of [
      [dumpOf(row.html), 12, 20, 1.2],
      [shown, 6, 12, 0.5],
    ]) {
      const all = label(texts)
      const body = all.flatMap((l, i) => (l.label === 1 && l.sure === 1 && l.text.length > 60 ? [i] : []))
      if (body.length < 3) continue
      const head = all.findIndex((l) => l.label === 2)
      const from = head >= 0 && head < body[0] && body[0] - head < 60 ? head : body[0]
      const window = all.slice(Math.max(0, from - above), body.at(-1) + below + 1)
      if (window.length > 400) continue
      const lines = lib.judgedLines(window.map((l) => l.text)).map((i) => window[i])
      cases.push({
        fold: foldOf(hostKey(row.url), 5),
        lines,
        facts: lib.lineFeatures(lines.map((l) => l.text)),
        weight: (set === 'fundus' || set === 'fundeval' ? 2 : 0.7) * share,
      })
    }
  }
console.log(`${cases.length} texts, ${cases.reduce((a, c) => a + c.lines.length, 0)} lines`)

function fit(chosen, width, rowsOf, isOne, options, even) {
  const labels = [],
    weights = [],
    parts = []
  for (const c of chosen) {
    const table = rowsOf(c)
    const scale = (100 * c.weight) / c.lines.length
    c.lines.forEach((l, i) => {
      if (l.label < 0 || (!even && l.label === 2)) return
      parts.push(table.subarray(i * width, (i + 1) * width))
      labels.push(isOne(l) ? 1 : 0)
      weights.push(l.sure * scale)
    })
  }
  const rows = new Float32Array(parts.length * width)
  parts.forEach((p, i) => rows.set(p, i * width))
  return rounded(boost(rows, width, labels, weights, options))
}
const w1 = lib.lineNames.length,
  w2 = lib.lineSequenceNames.length
const first = { trees: 60, depth: 5, rate: 0.14 }
const second = { trees: 60, depth: 4, rate: 0.1, columns: 0.6 }
const forTitle = { trees: 40, depth: 4, rate: 0.14, columns: 0.7 }
const isBody = (l) => l.label === 1
const isTitle = (l) => l.label === 2
const firsts = [0, 1, 2, 3, 4].map((k) =>
  fit(
    cases.filter((c) => c.fold !== k),
    w1,
    (c) => c.facts.rows,
    isBody,
    first,
  ),
)
for (const c of cases) {
  c.odds = Float64Array.from(c.lines, (_, i) => lib.logOdds(firsts[c.fold], c.facts.rows, i * w1))
  c.titleRows = lib.lineSequence(c.facts, c.odds, -1)
}
const titleFit = (chosen) => fit(chosen, w2, (c) => c.titleRows, isTitle, forTitle, true)
const titleModels = [0, 1, 2, 3, 4].map((k) => titleFit(cases.filter((c) => c.fold !== k)))
for (const c of cases) {
  let best = -1,
    top = -Infinity
  c.lines.forEach((_, i) => {
    const o = lib.logOdds(titleModels[c.fold], c.titleRows, i * w2)
    if (!c.facts.readings[i]?.sure && o > top) {
      top = o
      best = i
    }
  })
  c.title = best
  c.rows = lib.lineSequence(c.facts, c.odds, best)
}
const titled = cases.filter((c) => c.lines.some(isTitle))
console.log(
  `headline found on unseen sites: ${(titled.filter((c) => c.lines[c.title]?.label === 2).length / titled.length).toFixed(4)}`,
)
const share = (list, model) => {
  let tp = 0,
    fp = 0,
    fn = 0
  for (const c of list)
    c.lines.forEach((l, i) => {
      if (l.label !== 0 && l.label !== 1) return
      const yes = lib.logOdds(model, c.rows, i * w2) > 0
      if (yes && l.label) tp++
      else if (yes) fp++
      else if (l.label) fn++
    })
  return ((2 * tp) / (2 * tp + fp + fn)).toFixed(4)
}
const seconds = [0, 1, 2, 3, 4].map((k) =>
  fit(
    cases.filter((c) => c.fold !== k),
    w2,
    (c) => c.rows,
    isBody,
    second,
  ),
)
for (let k = 0; k < 5; k++)
  console.log(
    `fold ${k}: line F1 on unseen sites ${share(
      cases.filter((c) => c.fold === k),
      seconds[k],
    )}`,
  )
for (const cut of [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]) {
  let tp = 0,
    fp = 0,
    fn = 0
  for (const c of cases)
    c.lines.forEach((l, i) => {
      if (l.label !== 0 && l.label !== 1) return
      const yes = lib.logOdds(seconds[c.fold], c.rows, i * w2) > cut && !c.facts.readings[i]?.sure
      if (yes && l.label) tp++
      else if (yes) fp++
      else if (l.label) fn++
    })
  console.log(
    `cut ${cut}: F1 ${((2 * tp) / (2 * tp + fp + fn)).toFixed(4)} P ${(tp / (tp + fp)).toFixed(3)} R ${(tp / (tp + fn)).toFixed(3)}`,
  )
}
if (folds) {
  fs.mkdirSync(folds, { recursive: true })
  for (let k = 0; k < 5; k++)
    fs.writeFileSync(
      path.join(folds, `line-${k}.json`),
      JSON.stringify({ first: firsts[k], second: seconds[k], title: titleModels[k] }),
    )
}
const model = {
  first: fit(cases, w1, (c) => c.facts.rows, isBody, first),
  second: fit(cases, w2, (c) => c.rows, isBody, second),
  title: titleFit(cases),
}
fs.writeFileSync(
  path.join(root, 'libs/boilerplate/src/models/line-model.ts'),
  moduleOf('lineModel', 'LineModel', '../judge-lines.ts', model),
)
