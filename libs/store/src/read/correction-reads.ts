import type { ApiStore, EntityCorrection } from '@newsbraid/model'
import type pg from 'pg'
import type { CorrectionBody } from '../corrections/rules.ts'
import { Conditions } from './conditions.ts'
import { listPage } from './list-page.ts'
import { iso, isoOrAbsent, orAbsent } from './rows.ts'

type Row = {
  id: string
  kind: EntityCorrection['kind']
  source: 'person' | 'import'
  batch: string | null
  made_by: string
  made_at: Date
  undone_at: Date | null
  undone_by: string | null
  entity_id: string
  entity_name: string
  other_id: string | null
  other_name: string | null
  source_name: string | null
  body: CorrectionBody
  spellings: string[] | null
}
const MOST_SPELLINGS = 100
const COLUMNS = `c.id, c.kind, c.source, c.batch, c.made_by, c.made_at, c.undone_at, c.undone_by, c.entity_id, n.name AS entity_name,
  c.other_id, o.name AS other_name, (SELECT s.name FROM sources s WHERE s.id = c.body ->> 'source') AS source_name, c.body,
  (SELECT array_agg(f.spelling) FROM (SELECT spelling FROM entity_correction_forms f WHERE f.correction_id = c.id AND c.kind IN ('alias', 'not-a-name')
     ORDER BY spelling LIMIT ${MOST_SPELLINGS}) f) AS spellings`
const FROM =
  'entity_corrections c JOIN entities n ON n.id = c.entity_id LEFT JOIN entities o ON o.id = c.other_id'

/** What people and imports said of entities, and what they might decide. */
export function correctionReads(pool: pg.Pool): Pick<ApiStore, 'corrections' | 'suggestions'> {
  return {
    async corrections({ entity, batch, ids, standing }, page) {
      const where = new Conditions()
      where.addIf(entity, (value) => `c.entity_id = ${value} OR c.other_id = ${value}`)
      where.addIf(batch, (value) => `c.batch = ${value}`)
      where.addIf(ids, (value) => `c.id = ANY(${value})`)
      if (standing) where.add('c.undone_at IS NULL')
      const { rows, nextCursor, total } = await listPage<Row>(pool, {
        select: COLUMNS,
        from: FROM,
        where,
        order: { sort: 'latest', by: 'c.seq', kind: 'number', direction: 'DESC', id: 'c.id' },
        page,
      })
      return { items: rows.map(correction), nextCursor, total }
    },
    async suggestions(page) {
      const where = new Conditions()
      where.add(OPEN)
      const { rows, nextCursor, total } = await listPage<SuggestionRow>(pool, {
        select: `s.score, ${['a', 'b'].map((e) => `${e}.id AS ${e}_id, ${e}.name AS ${e}_name, ${e}.type AS ${e}_type, ${e}.article_count AS ${e}_count`).join(', ')}`,
        from: SUGGESTED,
        where,
        order: {
          sort: 'score',
          by: 's.score',
          kind: 'number',
          direction: 'DESC',
          id: '(s.entity_id || s.other_id)',
        },
        page,
      })
      const items = rows.map((row) => ({
        entity: { id: row.a_id, name: row.a_name, type: row.a_type, articleCount: row.a_count },
        other: { id: row.b_id, name: row.b_name, type: row.b_type, articleCount: row.b_count },
        score: Math.round(row.score * 100) / 100,
      }))
      return { items, nextCursor, total }
    },
  }
}

type SuggestionRow = {
  score: number
  a_id: string
  a_name: string
  a_type: string
  a_count: number
  b_id: string
  b_name: string
  b_type: string
  b_count: number
}

/** Two hops are enough: a redirect to a redirect is rare, and then the suggestion waits in its old place */
const SUGGESTED = `entity_suggestions s JOIN entities a0 ON a0.id = s.entity_id JOIN entities a ON a.id = coalesce(a0.merged_into, a0.id)
  JOIN entities b0 ON b0.id = s.other_id JOIN entities b ON b.id = coalesce(b0.merged_into, b0.id)`
const OPEN = `a.id <> b.id AND a.merged_into IS NULL AND b.merged_into IS NULL AND a.article_count > 0 AND b.article_count > 0
  AND NOT EXISTS (SELECT FROM entity_corrections c WHERE c.undone_at IS NULL AND c.kind IN ('not-same', 'split')
    AND ((c.entity_id = a.id AND c.other_id = b.id) OR (c.entity_id = b.id AND c.other_id = a.id)))`

type Suggested = { id: string; name: string; type: string; articles: number; score: number }

/** Who may be the same as this entity. */
export async function suggestionsFor(pool: pg.Pool, id: string): Promise<Suggested[]> {
  const { rows } = await pool.query<Suggested>(
    `SELECT id, name, type, articles, round(max(score)::numeric, 2)::float8 AS score FROM (
       SELECT b.id, b.name, b.type, b.article_count AS articles, s.score FROM ${SUGGESTED} WHERE ${OPEN} AND a.id = $1
       UNION ALL SELECT a.id, a.name, a.type, a.article_count, s.score FROM ${SUGGESTED} WHERE ${OPEN} AND b.id = $1) t
     GROUP BY id, name, type, articles ORDER BY score DESC, id LIMIT 10`,
    [id],
  )
  return rows
}

const correction = (row: Row): EntityCorrection => {
  const { body } = row
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    batch: orAbsent(row.batch),
    by: row.made_by,
    at: iso(row.made_at),
    entity: { id: row.entity_id, name: row.entity_name },
    other: row.other_id === null ? undefined : { id: row.other_id, name: row.other_name ?? '' },
    spellings: row.spellings ?? (body.spellings ?? []).slice(0, MOST_SPELLINGS),
    articles: body.articles ?? [],
    name: row.kind === 'rename' ? body.name : undefined,
    article: body.article,
    within: body.source === undefined ? undefined : { id: body.source, name: row.source_name ?? body.source },
    undoneAt: isoOrAbsent(row.undone_at),
    undoneBy: orAbsent(row.undone_by),
  }
}
