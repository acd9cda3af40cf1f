import type { ArticleRole, Evidence, LineageKind } from '@newsbraid/model'
import type { ArticleFeatures } from '../features/article-features.ts'
import type { Change } from './changes.ts'
import type { Witness } from './judge.ts'
import type { MergeModel } from './merge-model.ts'

/** Where an article went, and why. `why` is empty for a new event; `considered` holds log-odds, best first. */
export type Placement = {
  articleId: string
  eventId: string
  isNew: boolean
  role: ArticleRole
  copyOf?: string
  copyKind?: LineageKind
  why: Evidence[]
  considered: { eventId: string; score: number }[]
  changes: Change[]
}

export type ClustererOptions = {
  /** Names a new event; called once for each, with its oldest article */
  newId: (features: ArticleFeatures) => string
  /** Articles older than this against the newest leave the index (default 14 days) */
  keepHours?: number
  /** `settle` takes events younger than this apart and puts them together anew; older ones it only joins (default 5 days) */
  settleHours?: number
  /** With more recent articles than this, `settle` takes apart only what came since the last time, and puts it to events as they stand (default 4,000) */
  settleWhole?: number
  /** Settles by itself whenever the stream's time has moved on by this much (default 24; 0 for never) */
  settleEveryHours?: number
  model?: MergeModel
  /** For fitting a model */
  witness?: Witness
}
