import type { Queryable } from '../transaction.ts'
import { describeEvents } from './describe-events.ts'
import { bequeathConstraints, bequeathCopies } from './bequeath.ts'
import { takeBack } from './save-extractions.ts'

export type LeavingPage = {
  id: string
  /** The source that delivers the page too, and takes it over */
  heir: string | null
  /** That source's feed */
  feed: string | null
}

/**
 * Takes pages away with all that was made of them: articles, mentions, features, counts of entities, places in events,
 * work. Pages with an heir change hands instead. Events that lose all members vanish, others are told anew.
 */
export async function removePages(tx: Queryable, pages: readonly LeavingPage[]): Promise<void> {
  const all = pages.map(({ id }) => id)
  const kept = pages.filter(({ heir }) => heir !== null)
  const gone = pages.filter(({ heir }) => heir === null).map(({ id }) => id)
  // Who is finishing one of them ends first; what they sent on goes with the rest
  await tx.query('SELECT FROM work WHERE item_id = ANY($1) ORDER BY stage, item_id FOR UPDATE', [gone])
  await tx.query('DELETE FROM work WHERE item_id = ANY($1)', [gone])
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('newsbraid-entities'))`)
  // The writer reads the store again before it places anything
  await tx.query(`UPDATE leases SET fence = fence + 1 WHERE name = 'place'`)
  const { rows } = await tx.query<{ event_id: string }>(
    'SELECT DISTINCT event_id FROM event_articles WHERE article_id = ANY($1)',
    [all],
  )
  const touched = rows.map(({ event_id }) => event_id)
  if (kept.length > 0) await handOver(tx, kept)
  if (gone.length > 0) await erase(tx, gone, touched)
  const vanished = await vanish(tx, touched)
  await describeEvents(
    tx,
    touched.filter((id) => !vanished.has(id)),
  )
  if (vanished.size > 0) await tx.query(`SELECT pg_notify('newsbraid_changes', $1)`, [String(vanished.size)])
}

async function handOver(tx: Queryable, kept: readonly LeavingPage[]): Promise<void> {
  const columns = [kept.map(({ id }) => id), kept.map(({ heir }) => heir), kept.map(({ feed }) => feed)]
  const heirs = 'unnest($1::text[], $2::text[], $3::text[]) AS h (id, source, feed)'
  await tx.query(
    `UPDATE pages SET source_id = h.source, feed_id = h.feed FROM ${heirs} WHERE pages.id = h.id`,
    columns,
  )
  await tx.query(`UPDATE articles SET source_id = h.source FROM ${heirs} WHERE articles.id = h.id`, columns)
  for (const table of ['article_features', 'event_articles'])
    await tx.query(
      `UPDATE ${table} SET features = jsonb_set(features, '{source}', to_jsonb(h.source)) FROM ${heirs} WHERE article_id = h.id`,
      columns,
    )
}

async function erase(tx: Queryable, gone: readonly string[], touched: readonly string[]): Promise<void> {
  const poorer = await takeBack(tx, gone)
  await bequeathConstraints(tx, gone)
  await bequeathCopies(tx, gone, touched)
  await tx.query('DELETE FROM event_history WHERE article_id = ANY($1)', [gone])
  const { rows } = await tx.query<{ host: string }>('DELETE FROM pages WHERE id = ANY($1) RETURNING host', [
    gone,
  ])
  await tx.query(
    `DELETE FROM entities e WHERE id = ANY($1) AND merged_into IS NULL
       AND NOT EXISTS (SELECT FROM article_entities ae WHERE ae.entity_id = e.id)
       AND NOT EXISTS (SELECT FROM entities o WHERE o.merged_into = e.id)
       -- What corrections took from it is still its own, and who a person spoke of stays
       AND read_articles <= 0 AND NOT EXISTS (SELECT FROM entity_corrections c WHERE e.id IN (c.entity_id, c.other_id))`,
    [poorer],
  )
  // What was learnt of a host goes with the last of its pages
  await tx.query(
    'DELETE FROM site_templates t WHERE host = ANY($1) AND NOT EXISTS (SELECT FROM pages p WHERE p.host = t.host)',
    [[...new Set(rows.map(({ host }) => host))]],
  )
}

/** Deletes those events that have no member left, with the redirects that led to them. */
async function vanish(tx: Queryable, touched: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT e.id FROM events e WHERE e.id = ANY($1) AND NOT EXISTS (SELECT FROM event_articles ea WHERE ea.event_id = e.id)`,
    [touched],
  )
  const empty = rows.map(({ id }) => id)
  if (empty.length > 0) {
    const led = await tx.query<{ id: string }>(
      'DELETE FROM events WHERE merged_into = ANY($1) RETURNING id',
      [empty],
    )
    await tx.query('DELETE FROM event_history WHERE event_id = ANY($1)', [
      [...empty, ...led.rows.map(({ id }) => id)],
    ])
    await tx.query('DELETE FROM events WHERE id = ANY($1)', [empty])
  }
  return new Set(empty)
}
