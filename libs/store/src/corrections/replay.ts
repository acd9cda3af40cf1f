import type { Reading } from '@newsbraid/entities'
import type { Queryable } from '../transaction.ts'
import { retellEntities } from '../write/describe-events.ts'
import { readingsOf } from './readings.ts'
import { rulesForReadings } from './rules.ts'
import { shownOf, writeShown } from './show-readings.ts'

const AT_ONCE = 400

/** Where a correction that was given or taken back may change something. */
export type Reach = {
  /** Entities it speaks of */
  ids: readonly string[]
  /** Normal forms it speaks of, whoever bears them */
  forms: readonly { type: string; form: string }[]
  /** Only there, where the correction says so */
  article?: string | undefined
  source?: string | undefined
}

/** Nothing is extracted or placed while corrections are at work: both wait for this transaction's end. */
export async function stopTheLine(tx: Queryable): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('newsbraid-entities'))`)
  await tx.query(`SELECT FROM leases WHERE name = 'place' FOR UPDATE`)
}

/** Articles in which extraction found, or corrections put, one of these entities or forms. */
export async function articlesWithin(tx: Queryable, reach: Reach): Promise<string[]> {
  if (reach.article !== undefined) return [reach.article]
  const { rows } = await tx.query<{ id: string }>(
    `WITH RECURSIVE behind (id) AS (
       SELECT unnest($1::text[])
       UNION SELECT s.entity_id FROM unnest($2::text[], $3::text[]) AS f (type, form) JOIN entity_spellings s ON s.type = f.type AND s.form = f.form
       UNION SELECT step.id FROM behind CROSS JOIN LATERAL (
         SELECT c.other_id AS id FROM entity_corrections c WHERE c.kind = 'merge' AND c.undone_at IS NULL AND c.entity_id = behind.id
         UNION ALL SELECT c.entity_id FROM entity_corrections c WHERE c.kind = 'split' AND c.undone_at IS NULL AND c.other_id = behind.id
         UNION ALL SELECT s.entity_id FROM entity_corrections c JOIN entity_correction_forms f ON f.correction_id = c.id AND f.joins
           JOIN entity_spellings s ON s.type = f.type AND s.form = f.form
           WHERE c.kind = 'alias' AND c.undone_at IS NULL AND c.entity_id = behind.id) step)
     SELECT id FROM (
       SELECT article_id AS id FROM article_entities WHERE entity_id IN (SELECT id FROM behind)
       UNION SELECT article_id FROM article_readings WHERE machine_ids && ARRAY(SELECT id FROM behind)) t
     WHERE $4::text IS NULL OR EXISTS (SELECT FROM articles a WHERE a.id = t.id AND a.source_id = $4) ORDER BY id`,
    [
      reach.ids,
      reach.forms.map(({ type }) => type),
      reach.forms.map(({ form }) => form),
      reach.source ?? null,
    ],
  )
  return rows.map(({ id }) => id)
}

/** Shows these articles anew under the corrections in force: mentions, entities, their counts, and the events' names. */
export async function replay(tx: Queryable, articleIds: readonly string[]): Promise<void> {
  const touched = new Set<string>()
  const rewritten: string[] = []
  for (let from = 0; from < articleIds.length; from += AT_ONCE) {
    const readings = await readingsOf(tx, articleIds.slice(from, from + AT_ONCE))
    const corrections = await rulesForReadings(tx, readings)
    const shown = readings.flatMap((reading) => {
      const now = shownOf(reading, corrections)
      return now.isCorrected || reading.isKept ? [now] : []
    })
    if (shown.length === 0) continue
    const ids = shown.map(({ articleId }) => articleId)
    await tx.query('DELETE FROM article_readings WHERE article_id = ANY($1)', [ids])
    const { rows } = await tx.query<{ id: string }>(
      'DELETE FROM article_entities WHERE article_id = ANY($1) RETURNING entity_id AS id',
      [ids],
    )
    await writeShown(
      tx,
      shown,
      new Map<string, Reading>(readings.map((reading) => [reading.article, reading])),
    )
    for (const { id } of rows) touched.add(id)
    for (const { links } of shown) for (const { id } of links) touched.add(id)
    rewritten.push(...ids)
  }
  await recount(tx, [...touched])
  await retellEventsOf(tx, rewritten)
}

/** The events of these articles name their entities anew. */
export async function retellEventsOf(tx: Queryable, articleIds: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT DISTINCT event_id AS id FROM event_articles WHERE article_id = ANY($1) ORDER BY 1',
    [articleIds],
  )
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await retellEntities(
      tx,
      rows.slice(from, from + AT_ONCE).map(({ id }) => id),
    )
}

async function recount(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.query(
    `UPDATE entities SET article_count = t.articles, mention_count = t.mentions, last_seen = coalesce(t.seen, last_seen)
     FROM (SELECT i.id, count(ae.article_id)::integer AS articles, coalesce(sum(ae.mention_count), 0)::integer AS mentions, max(a.cleaned_at) AS seen
       FROM unnest($1::text[]) AS i (id) LEFT JOIN article_entities ae ON ae.entity_id = i.id LEFT JOIN articles a ON a.id = ae.article_id
       GROUP BY i.id) t WHERE entities.id = t.id`,
    [[...ids].sort()],
  )
}
