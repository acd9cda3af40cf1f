import type { Cluster, Edge } from './cluster.ts'
import type { Sum } from './sparse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the merge model sees of two clusters, in this order. */
export const SIGNALS = [
  'titleMean', 'titleCentre', 'titleBest',
  'wholeMean', 'wholeCentre', 'wholeBest',
  'namesMean', 'namesCentre', 'namesBest',
  'pivotsMean', 'pivotsCentre', 'pivotsBest',
  'rareShared', 'rareNames',
  'hoursApart', 'span', 'sizes',
  'placesDiffer', 'placesAgree', 'figuresAgree', 'figuresDiffer', 'bodies',
] as const
export type Signal = (typeof SIGNALS)[number]

/** Units whose values name a happening: two that differ speak against, two that agree speak for. */
const TELLING = new Set(['dead', 'injured', 'missing', 'arrested', 'magnitude', 'score', 'money', 'jobs', 'percent', 'people', 'homes', 'distance', 'count'])

/** Whether no article of one shares a language with one of the other. */
export function areAcross(a: Cluster, b: Cluster): boolean {
  for (const lang of a.languages.keys()) if (b.languages.has(lang)) return false
  return true
}

/** The signals of two clusters, as numbers near 0 to 1. */
export function likeness(a: Cluster, b: Cluster, edge: Edge, vocabulary: Vocabulary): Float64Array {
  const x = new Float64Array(SIGNALS.length)
  let sameLanguage = 0
  for (const [lang, count] of a.languages) sameLanguage += count * (b.languages.get(lang) ?? 0)
  const all = a.members.length * b.members.length
  const views: [Sum, Sum, number, number][] = [
    [a.title, b.title, sameLanguage, edge.title],
    [a.whole, b.whole, sameLanguage, edge.whole],
    [a.names, b.names, all, edge.names],
    [a.pivots, b.pivots, all, edge.pivots],
  ]
  views.forEach(([p, q, pairs, best], i) => {
    const product = pairs > 0 ? p.dotAll(q) : 0
    x[3 * i] = pairs > 0 ? product / pairs : 0
    x[3 * i + 1] = product > 0 ? product / Math.sqrt(p.square * q.square) : 0
    x[3 * i + 2] = best
  })
  const [rareWords, rareNames] = sharedRarity(a, b, vocabulary)
  x[12] = rareWords
  x[13] = rareNames
  x[14] = Math.log1p(hoursBetween(a, b)) / 5
  x[15] = Math.log1p((Math.max(a.last, b.last) - Math.min(a.first, b.first)) / 36e5) / 5
  x[16] = Math.log(all) / 5
  const places = comparePlaces(a, b)
  x[17] = places < 0 ? 1 : 0
  x[18] = places > 0 ? 1 : 0
  const figures = compareFigures(a, b)
  x[19] = Math.min(figures.agree, 3) / 3
  x[20] = Math.min(figures.differ, 2) / 2
  x[21] = a.members.some((m) => m.features.length > 200) && b.members.some((m) => m.features.length > 200) ? 1 : 0
  return x
}

export const hoursBetween = (a: Cluster, b: Cluster): number => Math.max(0, a.first - b.last, b.first - a.last) / 36e5

/** Rarity in words and in names that both hold, each capped: one shared rarity is a hint, several are proof. */
function sharedRarity(a: Cluster, b: Cluster, vocabulary: Vocabulary): [number, number] {
  const sum = (p: Sum, q: Sum, lang: string): number => {
    const [small, large] = p.weights.size < q.weights.size ? [p, q] : [q, p]
    let total = 0
    for (const id of small.weights.keys()) if (large.weights.has(id)) total += Math.max(0, vocabulary.rarity(id, lang) - 2.5)
    return Math.log1p(total) / 3
  }
  const lang = a.members[0]?.features.lang ?? ''
  const across = areAcross(a, b)
  return [across ? sum(a.pivots, b.pivots, lang) : sum(a.whole, b.whole, lang), sum(a.names, b.names, lang)]
}

/** 1 when both name one town (or a country and a town in it), -1 when they name places of which none lies in another's, else 0. */
function comparePlaces(a: Cluster, b: Cluster): number {
  if (a.places.size === 0 || b.places.size === 0) return 0
  let sameCountry = false
  for (const [place, country] of a.places) {
    if (b.places.has(place)) return 1
    for (const other of b.places.values()) if (other === country) sameCountry = true
  }
  return sameCountry ? 0 : -1
}

function compareFigures(a: Cluster, b: Cluster): { agree: number; differ: number } {
  let agree = 0, differ = 0
  const unitsOfB = new Set([...b.figures.keys()].map(unitOf))
  const met = new Set<string>()
  for (const figure of a.figures.keys()) {
    const unit = unitOf(figure)
    if (!TELLING.has(unit)) continue
    if (b.figures.has(figure)) {
      agree += unit === 'count' ? 0.5 : 1
      met.add(unit)
    }
  }
  for (const unit of new Set([...a.figures.keys()].map(unitOf))) if (TELLING.has(unit) && unit !== 'count' && unitsOfB.has(unit) && !met.has(unit)) differ++
  return { agree, differ }
}

const unitOf = (figure: string): string => figure.slice(0, figure.indexOf(':'))
