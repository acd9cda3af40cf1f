import type { Cluster } from './cluster.ts'
import type { Edge } from './edge.ts'
import { coverOf, sharesMet } from './cover.ts'
import { type Sum, walkBoth } from './sparse.ts'
import { comparePlaces } from './places.ts'
import { meet, surprise } from './surprise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { DISTINCTIONS } from '../features/distinctions.ts'

/** What the merge model sees of two clusters, in this order. */
export const SIGNALS = [
  'titleMean',
  'titleCentre',
  'titleBest',
  'wholeMean',
  'wholeCentre',
  'wholeBest',
  'namesMean',
  'namesCentre',
  'namesBest',
  'pivotsMean',
  'pivotsCentre',
  'pivotsBest',
  'rareShared',
  'rareNames',
  'hoursApart',
  'span',
  'sizes',
  'placesDiffer',
  'placesAgree',
  'figuresAgree',
  'figuresDiffer',
  'bodies',
  'swapped',
  'placesSwapped',
  'namesOnly',
  'oneName',
  'burst',
  'burstSharp',
  'burstMeant',
  'coverLeast',
  'coverMost',
  'lacking',
  'actsLeast',
  'actsMost',
  'middles',
  'countriesDiffer',
  'wordsShared',
  'actsShared',
] as const
export type Signal = (typeof SIGNALS)[number]

const AT = Object.fromEntries(SIGNALS.map((signal, at) => [signal, at])) as Record<Signal, number>

/** Units whose values name a happening: two that differ speak against, two that agree speak for. */
const TELLING = new Set([
  'dead',
  'injured',
  'missing',
  'arrested',
  'magnitude',
  'score',
  'money',
  'jobs',
  'percent',
  'people',
  'homes',
  'distance',
  'count',
  ...DISTINCTIONS,
])

/** One uncommon word that is no name, shared: less than that and only names speak. */
const PLAIN_ENOUGH = 0.25
/** Of one article's pairs with a large cluster, as many as must be near for it to be near the cluster. */
const PAIRS_AN_ARTICLE = 4

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
  compareView(x, AT.titleMean, a.title, b.title, sameLanguage, edge.title)
  compareView(x, AT.wholeMean, a.whole, b.whole, sameLanguage, edge.whole)
  compareView(x, AT.namesMean, a.names, b.names, all, edge.names)
  compareView(x, AT.pivotsMean, a.pivots, b.pivots, all, edge.pivots)
  // an article keeps a few dozen neighbours, so in large clusters not every pair can be known near
  const reachable = Math.min(all, PAIRS_AN_ARTICLE * Math.min(a.members.length, b.members.length))
  const known = Math.min(1, edge.pairs / reachable) / Math.max(1, edge.pairs)
  x[AT.rareShared] = edge.rareWords * known
  x[AT.rareNames] = edge.rareNames * known
  x[AT.namesOnly] = 1 - Math.min(1, edge.plainWords / PLAIN_ENOUGH)
  x[AT.hoursApart] = Math.log1p(hoursBetween(a, b)) / 5
  x[AT.span] = Math.log1p((Math.max(a.last, b.last) - Math.min(a.first, b.first)) / 36e5) / 5
  x[AT.sizes] = Math.log(all) / 5
  const places = comparePlaces(a, b)
  x[AT.placesDiffer] = places.towns
  x[AT.placesAgree] = places.agree
  const figures = compareFigures(a, b)
  x[AT.figuresAgree] = Math.min(figures.agree, 2) / 2
  x[AT.figuresDiffer] = figures.differ
  x[AT.bodies] = Math.min(bodyOf(a), bodyOf(b))
  x[AT.swapped] = edge.swapped
  x[AT.oneName] = edge.oneName
  x[AT.placesSwapped] = Math.max(places.towns, places.countries) * Math.max(edge.title, edge.pivots)
  x[AT.countriesDiffer] = places.countries
  x[AT.wordsShared] = edge.wordsShared
  x[AT.actsShared] = edge.actsShared
  if (sameLanguage > 0) {
    const said = meet(a.said, b.said, vocabulary)
    x[AT.burst] = squashed(surprise(said, 30, 0.25))
    x[AT.burstSharp] = squashed(surprise(said, 60, 1))
    const cover = coverOf(a, b, vocabulary)
    x[AT.coverLeast] = cover.least
    x[AT.coverMost] = cover.most
    x[AT.lacking] = cover.lacking / 5
  }
  x[AT.burstMeant] = squashed(surprise(meet(a.meant, b.meant, vocabulary), 30, 0.25))
  const acts = actsOf(a, b, vocabulary)
  x[AT.actsLeast] = acts.least
  x[AT.actsMost] = acts.most
  x[AT.middles] = Math.log1p(Math.abs(a.middle - b.middle) / 36e5) / 5
  return x
}

/** The mean of all pairs, the likeness of the sums, and the nearest pair of one view, at `x[at]` and the two after. */
function compareView(x: Float64Array, at: number, p: Sum, q: Sum, pairs: number, best: number): void {
  const product = pairs > 0 ? p.dotAll(q) : 0
  x[at] = pairs > 0 ? product / pairs : 0
  x[at + 1] = product > 0 ? product / Math.sqrt(p.square * q.square) : 0
  x[at + 2] = best
}

/** A Bayes factor in nats to about -2 to 2. */
const squashed = (nats: number): number => Math.asinh(nats / 4) / 2

/** How the concepts of the glossary that titles tell cover each other, weighed by rarity. */
function actsOf(a: Cluster, b: Cluster, vocabulary: Vocabulary): { least: number; most: number } {
  let left = 0,
    right = 0,
    met = 0
  walkBoth(a.meant, b.meant, (id, count, other) => {
    if (!vocabulary.isConcept(id)) return
    const rarity = vocabulary.surprisal(id)
    const here = count / a.members.length,
      there = other / b.members.length
    left += rarity * here
    right += rarity * there
    met += rarity * Math.min(here, there)
  })
  return sharesMet(met, left, right)
}

export const hoursBetween = (a: Cluster, b: Cluster): number =>
  Math.max(0, a.first - b.last, b.first - a.last) / 36e5

/** How much text there is to compare: 0 for bare titles, 1 from about 1,500 characters. */
const bodyOf = ({ longest }: Cluster): number => Math.min(1, Math.log1p(longest / 100) / Math.log1p(15))

/** Figures that a pair of articles, one of each, shares on average; and the share of pairs whose figures of one unit differ. */
function compareFigures(a: Cluster, b: Cluster): { agree: number; differ: number } {
  if (a.figures.size === 0 || b.figures.size === 0) return { agree: 0, differ: 0 }
  const n = a.members.length,
    m = b.members.length
  let agree = 0
  const unitsA = new Map<string, number>(),
    unitsB = new Map<string, number>(),
    met = new Map<string, number>()
  for (const [figure, count] of a.figures) {
    const unit = unitOf(figure)
    if (!TELLING.has(unit)) continue
    unitsA.set(unit, (unitsA.get(unit) ?? 0) + count)
    const also = b.figures.get(figure)
    if (!also) continue
    const share = (count / n) * (also / m)
    agree += unit === 'count' ? share / 2 : share
    met.set(unit, (met.get(unit) ?? 0) + share)
  }
  for (const [figure, count] of b.figures)
    unitsB.set(unitOf(figure), (unitsB.get(unitOf(figure)) ?? 0) + count)
  let differ = 0
  for (const [unit, count] of unitsA) {
    if (unit === 'count') continue
    const both = Math.min(1, count / n) * Math.min(1, (unitsB.get(unit) ?? 0) / m)
    differ = Math.max(differ, both - Math.min(both, met.get(unit) ?? 0))
  }
  return { agree, differ }
}

const unitOf = (figure: string): string => figure.slice(0, figure.indexOf(':'))
