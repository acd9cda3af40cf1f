import type { StoreWrites } from '@newsbraid/stages'
import type { Lease } from './lease.ts'
import type { Queryable } from './transaction.ts'
import { absorb } from './write/absorb.ts'
import { saveArticle } from './write/save-article.ts'
import { saveExtraction } from './write/save-extraction.ts'
import { saveFetched } from './write/save-fetched.ts'
import { savePlacements } from './write/save-placements.ts'
import { savePoll } from './write/save-poll.ts'

/** What the stages write, bound to one transaction. */
export const stageWrites = (tx: Queryable, lease: Lease): StoreWrites => ({
  savePoll: (poll) => savePoll(tx, poll),
  saveFetched: (fetched) => saveFetched(tx, fetched),
  saveArticle: (page, result) => saveArticle(tx, page, result),
  absorb: (seen) => absorb(tx, seen),
  saveExtraction: (article, extraction) => saveExtraction(tx, article, extraction),
  savePlacements: (placed) => savePlacements(tx, placed, lease),
})
