import { blockKey, hasWords } from '@newsbraid/boilerplate'
import type { BlockMark, Decision } from '@newsbraid/model'
import type { Send } from '@newsbraid/pipeline'
import { ulid } from 'ulid'
import { BLOCK_MARK_COLUMNS, blockMark, type BlockMarkRow } from '../read/block-mark-reads.ts'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/** As much of a block as tells it from others; the cleaner lists no more of a dropped one */
const TEXT_CHARACTERS = 500
/** Most pages of a host that are cleaned again for one word, the newest first */
const PAGES_CLEANED_AGAIN = 500

/** Keeps a person's word on a block of the host of an article, in place of an earlier one, and sends its pages to be cleaned. */
export async function markBlock(
  tx: Queryable,
  articleId: string,
  { text, verdict }: { text: string; verdict: BlockMark['verdict'] },
  send: Send,
): Promise<Decision<BlockMark>> {
  const { rows: pages } = await tx.query<{ host: string }>(
    'SELECT p.host FROM pages p JOIN articles a ON a.id = p.id WHERE p.id = $1',
    [articleId],
  )
  const [page] = pages
  if (!page) return { refused: 'not-found', detail: `There is no article "${articleId}"` }
  const said = storable(text).trim().slice(0, TEXT_CHARACTERS)
  if (!hasWords(said))
    return { refused: 'invalid', detail: `Cannot know a block by "${said}": it has no words` }
  const key = blockKey(said)
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`newsbraid-mark-${page.host}`])
  await tx.query(
    'UPDATE block_marks SET undone_at = now() WHERE host = $1 AND key = $2 AND undone_at IS NULL',
    [page.host, key],
  )
  const { rows } = await tx.query<BlockMarkRow>(
    `INSERT INTO block_marks (id, host, key, text, verdict) VALUES ($1, $2, $3, $4, $5) RETURNING ${BLOCK_MARK_COLUMNS}`,
    [ulid(), page.host, key, said, verdict],
  )
  return cleanedAnew(tx, rows[0], articleId, send)
}

/** Takes a word back, and sends the pages of its host to be cleaned. */
export async function unmarkBlock(tx: Queryable, id: string, send: Send): Promise<Decision<BlockMark>> {
  const { rows } = await tx.query<BlockMarkRow>(
    `UPDATE block_marks SET undone_at = now() WHERE id = $1 AND undone_at IS NULL RETURNING ${BLOCK_MARK_COLUMNS}`,
    [id],
  )
  return cleanedAnew(tx, rows[0], id, send)
}

async function cleanedAnew(
  tx: Queryable,
  row: BlockMarkRow | undefined,
  id: string,
  send: Send,
): Promise<Decision<BlockMark>> {
  if (!row) return { refused: 'not-found', detail: `There is no mark "${id}"` }
  const { rows: pages } = await tx.query<{ id: string }>(
    `SELECT p.id FROM pages p JOIN articles a ON a.id = p.id JOIN page_bodies b ON b.page_id = p.id
     WHERE p.host = $1 AND b.kind = 'html' ORDER BY p.id DESC LIMIT $2`,
    [row.host, PAGES_CLEANED_AGAIN],
  )
  await send('clean', pages)
  return { done: blockMark(row) }
}
