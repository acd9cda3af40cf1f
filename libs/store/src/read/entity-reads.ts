import type { ApiStore, EntityDetail, EntitySort, EntitySummary, EventSummary } from '@newsbraid/model'
import { directionOf, fold } from '@newsbraid/text'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import { listPage, type Order } from './list-page.ts'
import { iso } from './rows.ts'

type EntityRow = {
  id: string
  type: 'person' | 'organisation' | 'place'
  name: string
  language: string
  article_count: number
  mention_count: number
  last_seen: Date
  merged_into: string | null
}
const COLUMNS =
  'n.id, n.type, n.name, n.language, n.article_count, n.mention_count, n.last_seen, n.merged_into'
const EVENTS_SHOWN = 20

/** Entities as the API reads them. */
export function entityReads(
  pool: pg.Pool,
  events: ApiStore['events'],
): Pick<ApiStore, 'entities' | 'entity'> {
  return {
    async entities({ q, type, sort }, page) {
      const where = new Conditions()
      where.add('n.merged_into IS NULL')
      where.addIf(type, (value) => `n.type = ${value}`)
      where.addIf(q, (value) => nameMatches(where, value, q ?? ''))
      const { rows, nextCursor, total } = await listPage<EntityRow>(pool, {
        select: COLUMNS,
        from: 'entities n',
        where,
        order: ORDERS[sort],
        page,
      })
      return { items: rows.map(entitySummary), nextCursor, total }
    },
    async entity(id) {
      const { rows } = await pool.query<EntityRow>(`SELECT ${COLUMNS} FROM entities n WHERE n.id = $1`, [id])
      const [row] = rows
      if (!row) return undefined
      if (row.merged_into !== null) return { ...entitySummary(row), ...EMPTY, mergedInto: row.merged_into }
      const [detail, named] = await Promise.all([
        detailOf(pool, id),
        events({ entity: id, sort: 'latest' }, { limit: EVENTS_SHOWN }),
      ])
      return { ...entitySummary(row), ...detail, events: named.items }
    },
  }
}

const ORDERS: Readonly<Record<EntitySort, Order>> = {
  mentions: { sort: 'mentions', by: 'n.article_count', kind: 'number', direction: 'DESC', id: 'n.id' },
  latest: { sort: 'latest', by: 'n.last_seen', kind: 'time', direction: 'DESC', id: 'n.id' },
  name: { sort: 'name', by: 'lower(n.name)', kind: 'text', direction: 'ASC', id: 'n.id' },
}
const EMPTY = { spellings: [], titles: [], mentionsByDay: [], namedWith: [], events: [] as EventSummary[] }

/** Every letter counts as itself: % and _ of the user are no wildcards. */
function nameMatches(where: Conditions, value: string, q: string): string {
  const pattern = where.value(`%${escapeLike(q)}%`)
  const folded = where.value(`%${escapeLike(fold(q))}%`)
  return `n.name = ${value} OR n.name ILIKE ${pattern}
    OR EXISTS (SELECT FROM entity_keys k WHERE k.entity_id = n.id AND k.key LIKE ${folded})`
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const entitySummary = (row: EntityRow): EntitySummary => ({
  id: row.id,
  type: row.type,
  name: row.name,
  lang: row.language,
  dir: directionOf(row.name),
  articleCount: row.article_count,
  mentionCount: row.mention_count,
  lastSeen: iso(row.last_seen),
})

type Detail = Pick<EntityDetail, 'spellings' | 'titles' | 'mentionsByDay' | 'namedWith'>

async function detailOf(pool: pg.Pool, id: string): Promise<Detail> {
  const rowsOf = async <T>(sql: string) =>
    (await pool.query<{ items: T[] | null }>(sql, [id])).rows[0]?.items ?? []
  const [spellings, titles, mentionsByDay, namedWith] = await Promise.all([
    rowsOf<Detail['spellings'][number]>(SPELLINGS),
    rowsOf<Detail['titles'][number]>(TITLES),
    rowsOf<Detail['mentionsByDay'][number]>(DAYS),
    rowsOf<Detail['namedWith'][number]>(COMPANY),
  ])
  return { spellings, titles, mentionsByDay, namedWith }
}

const SPELLINGS = `SELECT jsonb_agg(jsonb_build_object('surface', surface, 'lang', language, 'count', n) ORDER BY n DESC, surface) AS items
  FROM (SELECT s->>'surface' AS surface, language, sum((s->>'count')::integer)::integer AS n
        FROM article_entities, jsonb_array_elements(spellings) s WHERE entity_id = $1 GROUP BY 1, 2 ORDER BY n DESC LIMIT 100) t`
const TITLES = `SELECT jsonb_agg(jsonb_build_object('title', title, 'count', n) ORDER BY n DESC, title) AS items
  FROM (SELECT title, count(*)::integer AS n
        FROM article_entities, jsonb_array_elements_text(titles) title WHERE entity_id = $1 GROUP BY 1 ORDER BY n DESC LIMIT 50) t`
const DAYS = `SELECT jsonb_agg(jsonb_build_object('day', day, 'count', n) ORDER BY day) AS items
  FROM (SELECT to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(ae.mention_count)::integer AS n
        FROM article_entities ae JOIN articles a ON a.id = ae.article_id WHERE ae.entity_id = $1
        GROUP BY 1 ORDER BY 1 DESC LIMIT 366) t`
/** Lately: ids of articles grow with time */
const COMPANY = `SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name, 'type', type, 'articles', n) ORDER BY n DESC, id) AS items
  FROM (SELECT o.id, o.name, o.type, count(*)::integer AS n
        FROM (SELECT article_id FROM article_entities WHERE entity_id = $1 ORDER BY article_id DESC LIMIT 2000) mine
        JOIN article_entities theirs ON theirs.article_id = mine.article_id AND theirs.entity_id <> $1
        JOIN entities o ON o.id = theirs.entity_id
        GROUP BY o.id ORDER BY n DESC, o.id LIMIT 20) t`
