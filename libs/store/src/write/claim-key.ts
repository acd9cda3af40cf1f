import type { Queryable } from '../transaction.ts'

/** Makes a further key lead to the page; false when it leads to another page already. */
export async function claimKey(tx: Queryable, urlKey: string, pageId: string): Promise<boolean> {
  const owner = await tx.query<{ page_id: string }>('SELECT page_id FROM page_keys WHERE url_key = $1', [
    urlKey,
  ])
  if (owner.rows[0]) return owner.rows[0].page_id === pageId
  const won = await tx.query(
    'INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [urlKey, pageId],
  )
  if (won.rowCount === 1) return true
  // Somebody else claimed it a moment ago; a statement of its own sees what they wrote
  const { rows } = await tx.query<{ page_id: string }>('SELECT page_id FROM page_keys WHERE url_key = $1', [
    urlKey,
  ])
  return rows[0]?.page_id === pageId
}
