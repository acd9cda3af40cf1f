import { type Clusterer, type Constraint, createClusterer } from '@newsbraid/events'
import type { Writer } from '@newsbraid/stages'
import type pg from 'pg'
import { ulid } from 'ulid'
import { inTheBackground } from './in-the-background.ts'
import type { Lease } from './lease.ts'
import { type PlacedRow, placedLately } from './read/placed-lately.ts'
import { inTransaction } from './transaction.ts'
import { applyChanges } from './write/apply-changes.ts'

/** Days of articles the writer keeps in memory. */
const KEEP_DAYS = 14
/** Articles read at once when that memory is made */
const PAGE = 1000

export type PlacementWriter = Writer & {
  /**
   * Groups the recent articles anew and writes what changed; returns how many changes. Does nothing when nothing was placed
   * since. Other work of the process goes on meanwhile, but nothing may be placed.
   */
  settle: () => Promise<number>
}

/** The memory of the one writer, rebuilt from stored features under every new fence and after every failed write. */
export function placementWriter(pool: pg.Pool, lease: Lease): PlacementWriter {
  let current: { clusterer: Clusterer; fence: number; constraints: string } | undefined
  let unsettled = true
  const constraintsNow = async () => {
    const { rows } = await pool.query<Constraint>(
      'SELECT kind, a, b FROM constraints WHERE undone_at IS NULL ORDER BY id',
    )
    return { rows, print: JSON.stringify(rows) }
  }
  const clusterer = async (): Promise<Clusterer> => {
    unsettled = true
    if (current && current.fence === lease.fence()) return current.clusterer
    const fence = lease.fence()
    const made = createClusterer({ newId: () => ulid(), keepHours: KEEP_DAYS * 24, settleEveryHours: 0 })
    for await (const rows of placedLately(pool, KEEP_DAYS, PAGE)) await inTheBackground(restoring(made, rows))
    const constraints = await constraintsNow()
    for (const constraint of constraints.rows) made.constrain(constraint)
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
      const changes = await inTheBackground((await clusterer()).settling())
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

function* restoring(clusterer: Clusterer, rows: readonly PlacedRow[]): Generator<void, void> {
  for (const { features, event_id, role, copy_of } of rows) {
    clusterer.restore(features, event_id, role, copy_of ?? undefined)
    yield
  }
}
