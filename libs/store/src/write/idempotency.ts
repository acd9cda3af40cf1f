import type { ApiStore, KeptResponse } from '@newsbraid/model'
import type pg from 'pg'

const EXPIRED_AT_ONCE = 100

/** Requests that are done once, by their key. */
export const idempotency = (pool: pg.Pool): Pick<ApiStore, 'claimKey' | 'keepResponse' | 'releaseKey'> => ({
  async claimKey(key, fingerprint) {
    await pool.query(
      `DELETE FROM idempotency WHERE key IN (
         SELECT key FROM idempotency WHERE at < now() - interval '1 day' ORDER BY at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
      [EXPIRED_AT_ONCE],
    )
    const claimed = await pool.query(
      `INSERT INTO idempotency AS i (key, request_hash) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET request_hash = excluded.request_hash, response = NULL, at = now()
         WHERE i.at < now() - interval '1 day' OR (i.response IS NULL AND i.at < now() - interval '5 minutes')
       RETURNING key`,
      [key, fingerprint],
    )
    if (claimed.rowCount) return undefined
    const { rows } = await pool.query<{ request_hash: string; response: KeptResponse | null }>(
      'SELECT request_hash, response FROM idempotency WHERE key = $1',
      [key],
    )
    const [row] = rows
    // Given back between the two statements: the other request broke down
    return row ? { fingerprint: row.request_hash, response: row.response ?? undefined } : { fingerprint }
  },
  async keepResponse(key, response) {
    await pool.query('UPDATE idempotency SET response = $2 WHERE key = $1', [key, JSON.stringify(response)])
  },
  async releaseKey(key) {
    await pool.query('DELETE FROM idempotency WHERE key = $1 AND response IS NULL', [key])
  },
})
