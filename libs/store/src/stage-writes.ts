import type { StoreWrites } from '@newsbraid/stages'
import type { Lease } from './lease.ts'
import type { Queryable } from './transaction.ts'
import { absorb } from './write/absorb.ts'
import { saveArticle } from './write/save-article.ts'
import { saveExtractions } from './write/save-extractions.ts'
import { saveFeatures } from './write/save-features.ts'
import { keepFormer, saveFetched } from './write/save-fetched.ts'
import { savePlacements } from './write/save-placements.ts'
import { savePoll } from './write/save-poll.ts'

/** What the stages write, bound to one transaction. */
export const stageWrites = (tx: Queryable, lease: Lease): StoreWrites => ({
  savePoll: (poll) => savePoll(tx, poll),
  saveFetched: (fetched) => saveFetched(tx, fetched),
  sawUnchanged: async (pageId) =>
    void (await tx.query('UPDATE pages SET fetched_at = now(), gone_at = NULL WHERE id = $1', [pageId])),
  sawGone: async (pageId) =>
    void (await tx.query('UPDATE pages SET gone_at = coalesce(gone_at, now()) WHERE id = $1', [pageId])),
  keepFormer: (pageIds) => keepFormer(tx, pageIds),
  saveArticle: (page, result) => saveArticle(tx, page, result),
  absorb: (seen) => absorb(tx, seen),
  saveExtractions: (batch) => saveExtractions(tx, batch),
  saveFeatures: (batch) => saveFeatures(tx, batch),
  savePlacements: (placed) => savePlacements(tx, placed, lease),
})
