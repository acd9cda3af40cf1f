import type { FetchedPage } from '@newsbraid/stages'
import type { Queryable } from '../transaction.ts'
import { claimKey } from './claim-key.ts'

/** Keeps a fetched page and its body; false when its final address belongs to another page, which then stands for both. */
export async function saveFetched(tx: Queryable, fetched: FetchedPage): Promise<boolean> {
  const { page } = fetched
  const own = await claimKey(tx, fetched.finalKey, page.id)
  await tx.query(
    `UPDATE pages SET final_url = $2, status = $3, encoding = $4, etag = $5, last_modified = $6, fetched_at = now() WHERE id = $1`,
    [
      page.id,
      fetched.finalUrl,
      fetched.status,
      fetched.encoding,
      fetched.etag ?? null,
      fetched.lastModified ?? null,
    ],
  )
  if (!own || fetched.html === undefined) return own
  await tx.query(
    `INSERT INTO page_bodies (page_id, kind, body) VALUES ($1, 'html', $2)
     ON CONFLICT (page_id) DO UPDATE SET kind = 'html', body = excluded.body`,
    [page.id, fetched.html],
  )
  return true
}
