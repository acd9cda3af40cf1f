import type { Evidence } from '@newsbraid/model'
import { type Cluster } from './cluster.ts'
import type { Backing } from './common-neighbours.ts'
import { copyOdds, type Edge } from './edge.ts'
import { areAcross, hoursBetween, likeness, type Signal, SIGNALS } from './likeness.ts'
import { type MergeModel, weigherOf } from './merge-model.ts'
import { readerOf } from './readable.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Reasons, and the signals that are one each. What says only how much there is to compare is no reason. */
const SIGNAL_NAMES: Partial<Record<Signal, string>> = {
  titleMean: 'shared-title-words',
  titleCentre: 'shared-title-words',
  titleBest: 'shared-title-words',
  wholeMean: 'shared-rare-words',
  wholeCentre: 'shared-rare-words',
  wholeBest: 'shared-rare-words',
  namesMean: 'shared-name',
  namesCentre: 'shared-name',
  namesBest: 'shared-name',
  pivotsMean: 'cross-language',
  pivotsCentre: 'cross-language',
  pivotsBest: 'cross-language',
  rareShared: 'shared-rare-words',
  rareNames: 'shared-name',
  hoursApart: 'close-in-time',
  span: 'close-in-time',
  placesDiffer: 'other-place',
  placesAgree: 'same-place',
  figuresAgree: 'same-figures',
  figuresDiffer: 'other-figures',
  swapped: 'same-words-other-name',
  placesSwapped: 'other-place',
  namesOnly: 'names-only',
  oneName: 'names-only',
  burst: 'shared-rare-words',
  burstSharp: 'shared-rare-words',
  burstMeant: 'cross-language',
  coverLeast: 'shared-title-words',
  coverMost: 'shared-title-words',
  lacking: 'same-words-other-name',
  actsLeast: 'cross-language',
  actsMost: 'cross-language',
  middles: 'close-in-time',
  countriesDiffer: 'other-place',
  wordsShared: 'shared-title-words',
  actsShared: 'cross-language',
}

const REASONS = new Map<string, number[]>()
for (const [signal, reason] of Object.entries(SIGNAL_NAMES))
  REASONS.set(reason, [...(REASONS.get(reason) ?? []), SIGNALS.indexOf(signal as Signal)])

/** The reasons for (or against) two clusters being one happening: signals gathered by kind, each with what was seen. */
export function evidenceOf(
  a: Cluster,
  b: Cluster,
  edge: Edge,
  vocabulary: Vocabulary,
  model: MergeModel,
): Evidence[] {
  const shared = sharedBy(a, b, vocabulary),
    weightOf = weigherOf(likeness(a, b, edge, vocabulary), areAcross(a, b), model)
  const why = [...REASONS]
    .map(([reason, signals]) => [reason, weightOf(signals)] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.1)
    .sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]))
    .slice(0, 8)
    .map(([signal, weight]) => ({
      signal,
      weight: rounded(weight),
      evidence: seen(signal, a, b, edge, shared),
    }))
    .filter(({ evidence }) => evidence !== '')
  if (edge.embedded !== 0)
    why.push({ signal: 'embedding', weight: rounded(edge.embedded), evidence: 'The served model' })
  if (edge.copy > 0)
    why.unshift({
      signal: 'same-text',
      weight: rounded(copyOdds(edge)),
      evidence: `${Math.round(edge.copy * 100)} % of the shorter text`,
    })
  return why
}

/** What other articles said when these joined others: the strongest for it, if any. */
export function evidenceOfBacking(backings: readonly Backing[]): Evidence[] {
  const [most] = [...backings].sort((a, b) => b.weight - a.weight)
  if (!most || most.weight < 0.1) return []
  const articles = Math.max(1, Math.round(most.articles))
  return [
    {
      signal: 'common-neighbours',
      weight: rounded(most.weight),
      evidence: `${articles} other ${articles === 1 ? 'article is' : 'articles are'} like both`,
    },
  ]
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100

function seen(signal: string, a: Cluster, b: Cluster, edge: Edge, shared: Shared): string {
  switch (signal) {
    case 'shared-title-words':
      return shared('title')
    case 'same-words-other-name':
      return shared(areAcross(a, b) ? 'pivots' : 'title')
    case 'shared-rare-words':
      return shared(areAcross(a, b) ? 'pivots' : 'whole')
    case 'shared-name':
    case 'names-only':
      return shared('names')
    case 'cross-language':
      return `${shared('pivots')} (${edge.pivots.toFixed(2)})`
    case 'close-in-time':
      return `${hoursBetween(a, b).toFixed(1)} hours apart`
    case 'same-figures':
      return [...a.figures.keys()]
        .filter((f) => b.figures.has(f))
        .slice(0, 4)
        .join(', ')
    case 'other-figures':
      return `${[...a.figures.keys()].slice(0, 3).join(', ')} against ${[...b.figures.keys()].slice(0, 3).join(', ')}`
    case 'other-place':
      return `${placesOf(a)} against ${placesOf(b)}`
    case 'same-place':
      return [...a.places.keys()]
        .filter((p) => b.places.has(p) && !p.startsWith('@'))
        .slice(0, 3)
        .join(', ')
    default:
      return ''
  }
}

/** The keys that two clusters share in a view, those that weigh most first, in words. */
type Shared = (view: 'title' | 'whole' | 'names' | 'pivots') => string

function sharedBy(a: Cluster, b: Cluster, vocabulary: Vocabulary): Shared {
  const read = readerOf(a, b)
  return (view) =>
    read([...a[view].shared(b[view])].sort((x, y) => y[1] - x[1]).map(([id]) => vocabulary.keyOf(id)))
}

const placesOf = ({ places }: Cluster): string =>
  [...places.keys()]
    .filter((p) => !p.startsWith('@'))
    .slice(0, 3)
    .join(', ')
