import type pg from 'pg'
import type { Queryable } from './transaction.ts'

/** The right to do what only one may do, with a fence that grows each time it changes hands. */
export type Lease = {
  /** Takes or renews it; false while another holder's time runs. */
  hold: () => Promise<boolean>
  /** Throws inside a transaction when the lease went to somebody else. */
  guard: (tx: Queryable) => Promise<void>
  fence: () => number
  release: () => Promise<void>
}

export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** A lease kept as a row; times are the database's. */
export function createLease(pool: pg.Pool, name: string, holder: string, ttlMs: number): Lease {
  let fence = 0
  return {
    fence: () => fence,
    async hold() {
      const { rows } = await pool.query<{ fence: string }>(
        `INSERT INTO leases AS l (name, holder, fence, expires_at) VALUES ($1, $2, 1, now() + $3 * interval '1 millisecond')
         ON CONFLICT (name) DO UPDATE SET holder = $2, expires_at = now() + $3 * interval '1 millisecond',
           fence = CASE WHEN l.holder = $2 THEN l.fence ELSE l.fence + 1 END
         WHERE l.holder = $2 OR l.expires_at < now() RETURNING fence`,
        [name, holder, ttlMs],
      )
      fence = Number(rows[0]?.fence ?? 0)
      return fence > 0
    },
    async guard(tx) {
      const { rows } = await tx.query<{ fence: string }>(
        'SELECT fence FROM leases WHERE name = $1 AND holder = $2 FOR SHARE',
        [name, holder],
      )
      if (fence === 0 || Number(rows[0]?.fence) !== fence)
        throw new LeaseLost(`Cannot write: the lease "${name}" went to another process`)
    },
    async release() {
      // The row stays, so that the fence keeps growing
      await pool.query(
        'UPDATE leases SET expires_at = now() WHERE name = $1 AND holder = $2 AND fence = $3',
        [name, holder, fence],
      )
      fence = 0
    },
  }
}
