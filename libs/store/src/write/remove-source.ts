import type { SourceRemoval } from '@newsbraid/model'
import type pg from 'pg'
import { inTransaction, type Queryable } from '../transaction.ts'
import { removePages } from './remove-pages.ts'

/** Pages that go in one transaction: about a second, in which nothing is placed */
const BATCH = 200

/** Ends the polling of a source; its pages and articles keep it as their source. */
export async function removeSource(tx: Queryable, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>('DELETE FROM feeds WHERE source_id = $1 RETURNING id', [id])
  await tx.query(`DELETE FROM work WHERE stage = 'poll-feed' AND item_id = ANY($1)`, [
    rows.map((row) => row.id),
  ])
  return rows.length > 0
}

/**
 * Removes a source with its articles. The first transaction takes it out of the list and marks it; then its pages go in
 * batches, each whole with all that was derived from it. What is not done after `waitMs` or a kill, `goOnRemoving` does.
 */
export async function removeSourceWithArticles(
  pool: pg.Pool,
  id: string,
  waitMs: number,
): Promise<(SourceRemoval & { done: boolean }) | undefined> {
  const removal = await inTransaction(pool, async (tx) => {
    const weighed = await weighRemoval(tx, id)
    if (!weighed) return undefined
    await tx.query('UPDATE sources SET removing_at = coalesce(removing_at, now()) WHERE id = $1', [id])
    await removeSource(tx, id)
    return weighed
  })
  if (!removal) return undefined
  const end = performance.now() + waitMs
  let done: boolean
  do done = await removeBatch(pool, id)
  while (!done && performance.now() < end)
  return { ...removal, done }
}

/** Goes on with removals that were begun; returns whether there is more to do. */
export async function goOnRemoving(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM sources WHERE removing_at IS NOT NULL ORDER BY removing_at LIMIT 1',
  )
  if (rows[0]) await removeBatch(pool, rows[0].id)
  return rows[0] !== undefined
}

/** One batch of a marked source; true when the source itself is gone. */
const removeBatch = (pool: pg.Pool, id: string): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    // Whoever else is at it goes first
    const marked = await tx.query(
      'SELECT FROM sources WHERE id = $1 AND removing_at IS NOT NULL FOR NO KEY UPDATE',
      [id],
    )
    if (marked.rowCount === 0) return true
    const { rows } = await tx.query<{ id: string; heir: string | null; feed: string | null }>(
      `SELECT p.id, heir.source_id AS heir, heir.feed_id AS feed FROM pages p
       LEFT JOIN LATERAL (${OTHER_FEED} LIMIT 1) heir ON true WHERE p.source_id = $1 ORDER BY p.id LIMIT $2`,
      [id, BATCH],
    )
    if (rows.length > 0) {
      await removePages(tx, rows)
      return false
    }
    await tx.query('DELETE FROM sources WHERE id = $1', [id])
    return true
  })

/** Feeds of other sources that deliver page `p` too, the first that did first. */
const OTHER_FEED = `SELECT f.source_id, pf.feed_id FROM page_feeds pf JOIN feeds f ON f.id = pf.feed_id
  WHERE pf.page_id = p.id AND f.source_id <> p.source_id ORDER BY pf.seen_at, f.id`

/** What would go with the articles of a source, in numbers; undefined when there is no such source. */
export async function weighRemoval(db: Queryable, id: string): Promise<SourceRemoval | undefined> {
  const { rows } = await db.query<SourceRemoval>(
    `WITH own AS MATERIALIZED (
       SELECT a.id, EXISTS (${OTHER_FEED}) AS shared FROM pages p JOIN articles a ON a.id = p.id WHERE p.source_id = $1),
     touched AS MATERIALIZED (
       SELECT DISTINCT ea.event_id FROM own JOIN event_articles ea ON ea.article_id = own.id WHERE NOT own.shared),
     events AS (
       SELECT EXISTS (SELECT FROM event_articles ea WHERE ea.event_id = t.event_id
         AND NOT EXISTS (SELECT FROM own WHERE own.id = ea.article_id AND NOT own.shared)) AS stays FROM touched t)
     SELECT (SELECT count(*)::integer FROM own WHERE NOT shared) AS articles,
       (SELECT count(*)::integer FROM own WHERE shared) AS "articlesShared",
       (SELECT count(*)::integer FROM events WHERE NOT stays) AS events,
       (SELECT count(*)::integer FROM events WHERE stays) AS "eventsChanged"
     FROM sources WHERE id = $1`,
    [id],
  )
  return rows[0]
}
