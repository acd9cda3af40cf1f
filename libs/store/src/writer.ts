import { type ArticleFeatures, type Change, type Clusterer, createClusterer } from '@newsbraid/events'
import type { Writer } from '@newsbraid/stages'
import type pg from 'pg'
import { ulid } from 'ulid'
import type { Lease } from './lease.ts'
import { inTransaction } from './transaction.ts'
import { applyChanges } from './write/apply-changes.ts'

/** Days of articles the writer keeps in memory. */
const KEEP_DAYS = 14

export type PlacementWriter = Writer & {
  /** Groups the recent articles anew and writes what changed; returns how many changes. Does nothing when nothing was placed since. */
  settle: () => Promise<number>
}

/** The memory of the one writer, rebuilt from stored features under every new fence and after every failed write. */
export function placementWriter(pool: pg.Pool, lease: Lease): PlacementWriter {
  let current: { clusterer: Clusterer; fence: number; constraints: string } | undefined
  let unsettled = true
  const constraintsNow = async () => {
    const { rows } = await pool.query<{ kind: 'same' | 'different'; a: string; b: string }>(
      'SELECT kind, a, b FROM constraints WHERE undone_at IS NULL ORDER BY id',
    )
    return { rows, print: JSON.stringify(rows) }
  }
  const clusterer = async (): Promise<Clusterer> => {
    unsettled = true
    if (current && current.fence === lease.fence()) return current.clusterer
    const fence = lease.fence()
    const made = createClusterer({ newId: () => ulid(), keepHours: KEEP_DAYS * 24, settleEveryHours: 0 })
    const constraints = await constraintsNow()
    for (const constraint of constraints.rows) made.constrain(constraint)
    const { rows } = await pool.query<{
      features: ArticleFeatures
      event_id: string
      role: 'report' | 'copy' | 'followup'
      copy_of: string | null
    }>(
      `SELECT features, event_id, role, copy_of FROM event_articles
       WHERE published_at > (SELECT max(published_at) FROM event_articles) - $1 * interval '1 day' ORDER BY published_at, article_id`,
      [KEEP_DAYS],
    )
    for (const row of rows) made.restore(row.features, row.event_id, row.role, row.copy_of ?? undefined)
    current = { clusterer: made, fence, constraints: constraints.print }
    return made
  }
  return {
    clusterer,
    forget() {
      current = undefined
    },
    async settle() {
      const constraints = await constraintsNow()
      if (current && current.constraints !== constraints.print) {
        current = undefined
        unsettled = true
      }
      if (!unsettled) return 0
      const changes: Change[] = (await clusterer()).settle()
      unsettled = false
      if (changes.length === 0) return 0
      try {
        await inTransaction(pool, async (tx) => {
          await lease.guard(tx)
          await applyChanges(tx, changes)
        })
      } catch (error) {
        current = undefined
        throw error
      }
      return changes.length
    },
  }
}
