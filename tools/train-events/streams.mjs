// Streams of the corpus through the clusterer, and the judgements that were passed on the way.
import fs from 'node:fs'
import zlib from 'node:zlib'
import { extractMentions } from '../../libs/entities/dist/index.js'
import { createClusterer, featuresOf } from '../../libs/events/dist/index.js'
import { twinsOf } from './twins.mjs'

export const readRows = (file) =>
  zlib
    .gunzipSync(fs.readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))

const inTime = (rows) =>
  rows.sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : a.id < b.id ? -1 : 1,
  )

/** The corpus with every happening told over a longer time, so that hours apart weigh no more than they may. */
function stretched(rows, factor) {
  // with no times to go by, as in archives: one article a minute
  if (factor === 0)
    return rows.map((row, i) => ({
      ...row,
      publishedAt: new Date(Date.UTC(2026, 2, 1) + ((i * 7919) % rows.length) * 6e4).toISOString(),
    }))
  const first = new Map()
  for (const { gold, publishedAt } of rows)
    if (!(first.get(gold) <= publishedAt)) first.set(gold, publishedAt)
  return rows.map((row) => ({
    ...row,
    publishedAt: new Date(
      Date.parse(first.get(row.gold)) +
        factor * (Date.parse(row.publishedAt) - Date.parse(first.get(row.gold))),
    ).toISOString(),
  }))
}

const cache = new Map()
function features(row, bodies) {
  const key = `${row.id}|${bodies}`
  if (!cache.has(key)) {
    const told = bodies ? row : { ...row, text: '' }
    const { entities } = extractMentions({ title: told.title, text: told.text, language: told.lang })
    cache.set(
      key,
      featuresOf({
        ...told,
        entities: entities.flatMap(({ type, name, keys, weight }) =>
          keys[0] === undefined ? [] : [{ id: `${type}:${keys[0]}`, type, name, keys, weight }],
        ),
      }),
    )
  }
  return { ...cache.get(key), at: Date.parse(row.publishedAt) }
}

/** Groups rows by a model, from the set of them; `witness` sees every judgement. */
export function stream(rows, model, bodies, witness, others = []) {
  let next = 0
  const clusterer = createClusterer({
    newId: () => `e${next++}`,
    model,
    ...(witness ? { witness } : {}),
    settleEveryHours: 0,
    settleHours: 24 * 60,
    keepHours: 24 * 80,
    settleWhole: Infinity,
  })
  for (const row of inTime([...rows, ...others])) clusterer.restore(features(row, bodies), `e${next++}`)
  clusterer.settle()
  return clusterer.assignments()
}

/** Unlabelled real articles written more than this many days apart are two happenings for sure. */
export const FAR_DAYS = 20

/** Strangers for the streams: unlabelled articles squeezed into the corpus's fortnight, and pairs that people judged. */
export function strangersFrom(background, pairFiles) {
  const rows = [],
    written = new Map(),
    labelled = new Map()
  for (const [i, a] of (background ? readRows(background) : []).filter((_, i) => i % 15 === 0).entries()) {
    const id = `background/${i}`
    written.set(id, Date.parse(a.publishedAt))
    rows.push({
      ...a,
      id,
      gold: undefined,
      lang: 'ar',
      source: '',
      text: a.text.slice(0, 2500),
      publishedAt: new Date(Date.UTC(2026, 2, 1) + ((i * 7919) % 507) * 40 * 6e4).toISOString(),
    })
  }
  for (const file of pairFiles)
    for (const [i, { a, b, label }] of readRows(file).entries()) {
      const ids = [0, 1].map((k) => `labelled/${file}/${i}/${k}`)
      labelled.set([...ids].sort().join('|'), label)
      ;[a, b].forEach((x, k) =>
        rows.push({
          ...x,
          id: ids[k],
          source: '',
          publishedAt: new Date(Date.UTC(2026, 2, 5) + (i * 40 + k * 120) * 6e4).toISOString(),
        }),
      )
    }
  return { rows, written, labelled }
}

const STREAMS = [
  { bodies: false, factor: 1, crowded: true },
  { bodies: true, factor: 1, crowded: true },
  { bodies: false, factor: 5, crowded: false },
  { bodies: true, factor: 0, crowded: false },
]
/** Judgements kept of one kind, by whether they are across languages and the same. */
const MOST = 70_000
/** A large happening is judged thousands of times on its way; together its judgements count for no more than `ENOUGH`. */
const ENOUGH = 30
const FIRST_KEPT = 12
const EVERY_LATER = 8
const JUDGED_BY_PEOPLE = 3

/**
 * Gathers judgements `{ x, y, across, families, judged, weight }` on clusters that are three quarters one happening. `answer`
 * says 1, 0, or undefined where nobody knows, of two happenings; `familyOf` what must not be split between folds.
 */
export function judgements(rows, { goldOf, familyOf, answer, isJudged = () => false }) {
  const golds = new Map(rows.map((row) => [row.id, goldOf(row)])),
    met = new Map()
  const main = (ids) => {
    const counts = new Map()
    for (const id of ids) counts.set(golds.get(id) ?? id, (counts.get(golds.get(id) ?? id) ?? 0) + 1)
    const [gold, n] = [...counts].sort((x, y) => y[1] - x[1])[0]
    return n * 4 >= ids.length * 3 ? gold : undefined
  }
  const witness = (x, across, a, b) => {
    const left = main(a),
      right = main(b)
    if (left === undefined || right === undefined) return
    const ends = [left, right].sort()
    const y = answer(ends)
    if (y === undefined) return
    const key = `${across}|${ends.join('|')}`
    if (!met.has(key)) met.set(key, { judged: 0, kept: [] })
    const own = met.get(key)
    own.judged++
    if (own.kept.length >= FIRST_KEPT && (own.judged % EVERY_LATER > 0 || own.kept.length >= ENOUGH)) return
    const judged = isJudged(ends)
    own.kept.push({
      x: Float32Array.from(x),
      y,
      across,
      families: [familyOf(left), familyOf(right)],
      judged,
      weight: judged ? JUDGED_BY_PEOPLE : 1,
    })
  }
  const found = () =>
    [...met.values()].flatMap(({ judged, kept }) =>
      kept.map((e) => ({ ...e, weight: (e.weight * Math.min(judged, ENOUGH)) / kept.length })),
    )
  return { witness, found }
}

/** Judgements on the corpus and its twins, in streams with and without bodies, with time as told, stretched, and as in archives without times. */
export function examples(told, model, strangers) {
  const rows = [...told, ...twinsOf(told)]
  const families = new Map(rows.map((r) => [r.gold, r.family]))
  const found = STREAMS.flatMap(({ bodies, factor, crowded }) => {
    const own = judgements(rows, {
      goldOf: (row) => row.gold,
      familyOf: (gold) => families.get(gold),
      answer: (ends) => answer(ends, strangers),
      isJudged: (ends) => ends.every((e) => e.startsWith('labelled/')),
    })
    stream(stretched(rows, factor), model, bodies, own.witness, crowded ? strangers.rows : [])
    return own.found()
  })
  return [true, false].flatMap((across) =>
    [0, 1].flatMap((y) => thinned(found.filter((e) => e.across === across && e.y === y))),
  )
}

/** Every so many, each counting for as many. */
function thinned(list) {
  const every = Math.max(1, Math.ceil(list.length / MOST))
  return list.filter((_, i) => i % every === 0).map((e) => ({ ...e, weight: e.weight * every }))
}

function answer(ends, { written, labelled }) {
  const certain = labelled.get(ends.join('|'))
  if (certain !== undefined) return Number(certain)
  if (ends.some((e) => e.startsWith('labelled/'))) return undefined
  if (
    ends.every((e) => e.startsWith('background/')) &&
    !(Math.abs(written.get(ends[0]) - written.get(ends[1])) > FAR_DAYS * 864e5)
  )
    return undefined
  return ends[0] === ends[1] ? 1 : 0
}
