import type { RelatedEvent } from '@newsbraid/model'
import { directionOf } from '@newsbraid/text'
import type pg from 'pg'
import { iso } from './rows.ts'

type Row = {
  id: string
  title: string
  title_lang: string
  first_seen: Date
  last_development: Date
  independent_source_count: number
  shared: string[]
  relation: RelatedEvent['relation']
}

const MOST = 6
/** Names of an event that are looked for elsewhere: the rarest that weigh most */
const NAMES = 8
/** A name in more articles than this joins too much to say anything, and costs too much to look up */
const COMMON = 3000
const DAYS = 90
/** An event shares at least so many of the names, so that one celebrity relates nothing */
const LEAST_SHARED = 2

/**
 * Other events that share rare names with this one, best first: those that ended before it began are background, those
 * that began after its last development follow-ups, the rest happen beside it.
 */
export async function relatedEvents(pool: pg.Pool, id: string): Promise<RelatedEvent[]> {
  const { rows } = await pool.query<Row>(
    `WITH here AS (SELECT * FROM events WHERE id = $1),
     names AS (
       SELECT n.id, n.name, (x.item ->> 'weight')::float8 / ln(2 + n.article_count) AS weight
       FROM here, jsonb_array_elements(here.view -> 'entities') AS x (item) JOIN entities n ON n.id = x.item ->> 'id'
       WHERE n.article_count BETWEEN 2 AND $2 ORDER BY weight DESC, n.id LIMIT $3),
     shared AS (
       SELECT DISTINCT ea.event_id, names.id, names.name, names.weight
       FROM names JOIN article_entities ae ON ae.entity_id = names.id JOIN event_articles ea ON ea.article_id = ae.article_id, here
       WHERE ea.event_id <> $1
         AND ea.published_at BETWEEN here.first_seen - $4 * interval '1 day' AND here.last_development + $4 * interval '1 day'),
     scored AS (
       SELECT event_id, sum(weight) AS score, array_agg(name ORDER BY weight DESC, name) AS shared
       FROM shared GROUP BY event_id HAVING count(*) >= $5)
     SELECT e.id, e.title, e.title_lang, e.first_seen, e.last_development, e.independent_source_count, scored.shared,
       CASE WHEN e.last_development < here.first_seen THEN 'background'
            WHEN e.first_seen > here.last_development THEN 'follow-up' ELSE 'same-names' END AS relation
     FROM scored JOIN events e ON e.id = scored.event_id, here
     WHERE e.merged_into IS NULL AND e.article_count > 0 ORDER BY scored.score DESC, e.id LIMIT $6`,
    [id, COMMON, NAMES, DAYS, LEAST_SHARED, MOST],
  )
  return rows.map((row) => ({
    id: row.id,
    title: { text: row.title, lang: row.title_lang, dir: directionOf(row.title) },
    relation: row.relation,
    firstSeen: iso(row.first_seen),
    lastDevelopment: iso(row.last_development),
    independentSourceCount: row.independent_source_count,
    shared: row.shared,
  }))
}
