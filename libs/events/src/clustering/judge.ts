import type { Evidence } from '@newsbraid/model'
import type { Cluster } from './cluster.ts'
import type { Constraints } from './constraints.ts'
import { beyondSignals, type Edge } from './edge.ts'
import { evidenceOf } from './evidence.ts'
import { idsOf } from './item.ts'
import { areAcross, likeness } from './likeness.ts'
import { logOdds, type MergeModel } from './merge-model.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Sees every judgement: the signals, whether across languages, and the article ids of both sides. */
export type Witness = (
  signals: Float64Array,
  across: boolean,
  a: readonly string[],
  b: readonly string[],
) => void

/** Whether two clusters are one happening, by the merge model and by what persons said. */
export class Judge {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly constraints: Constraints,
    private readonly model: MergeModel,
    private readonly witness?: Witness,
  ) {}

  /** Log-odds of it; minus infinity when a person said otherwise. */
  score(a: Cluster, b: Cluster, edge: Edge): number {
    if (this.constraints.forbid(idsOf(a.members), idsOf(b.members))) return -Infinity
    const signals = likeness(a, b, edge, this.vocabulary),
      across = areAcross(a, b)
    this.witness?.(signals, across, [...idsOf(a.members)], [...idsOf(b.members)])
    return logOdds(signals, across, this.model) + beyondSignals(edge)
  }

  explain(event: Cluster, article: Cluster, edge: Edge): Evidence[] {
    return evidenceOf(event, article, edge, this.vocabulary, this.model)
  }
}
