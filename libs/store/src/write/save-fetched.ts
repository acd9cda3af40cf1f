import type { FetchedPage } from '@newsbraid/stages'
import { urlKey } from '@newsbraid/web'
import { storable, storableJson } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import { claimKey } from './claim-key.ts'

/**
 * Keeps a fetched page and its body; the body of a standing article stays beside it until the new one was judged. Of a
 * page whose final address belongs to another page nothing is kept: that one stands for both.
 */
export async function saveFetched(
  tx: Queryable,
  fetched: FetchedPage,
): Promise<'new' | 'same' | 'elsewhere'> {
  const { page } = fetched
  const own = await claimKey(tx, fetched.finalKey, page.id)
  await tx.query(
    `UPDATE pages SET final_url = $2, status = $3, encoding = $4, etag = $5, last_modified = $6, fetched_at = now(), gone_at = NULL, robots_tag = $7 WHERE id = $1`,
    [
      page.id,
      fetched.finalUrl,
      fetched.status,
      fetched.encoding,
      fetched.etag ?? null,
      fetched.lastModified ?? null,
      fetched.robotsTag === undefined ? null : storable(fetched.robotsTag),
    ],
  )
  if (!own) return 'elsewhere'
  if (fetched.html === undefined) return 'same'
  const { rowCount } = await tx.query(
    `INSERT INTO page_bodies AS b (page_id, kind, body, parts) VALUES ($1, 'html', $2, $3)
     ON CONFLICT (page_id) DO UPDATE SET kind = 'html', body = excluded.body, parts = excluded.parts,
       former = CASE WHEN b.kind = 'html' AND EXISTS (SELECT FROM articles a WHERE a.id = b.page_id) THEN coalesce(b.former, b.body) END
     WHERE b.kind <> 'html' OR b.body <> excluded.body OR b.parts IS DISTINCT FROM excluded.parts`,
    [page.id, fetched.html, fetched.parts ? storableJson(fetched.parts) : null],
  )
  // A later page that a feed or a list names too is no article of its own
  for (const { url } of fetched.parts ?? []) {
    const key = urlKey(url)
    await tx.query('INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      key,
      page.id,
    ])
  }
  return rowCount === 0 ? 'same' : 'new'
}

/** What came last is no article: the bodies that the standing articles were made of stand again. */
export async function keepFormer(tx: Queryable, pageIds: readonly string[]): Promise<void> {
  if (pageIds.length === 0) return
  await tx.query(
    'UPDATE page_bodies SET body = former, former = NULL WHERE page_id = ANY($1) AND former IS NOT NULL',
    [pageIds],
  )
}
