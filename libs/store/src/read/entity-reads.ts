import type { ApiStore, EntityDetail, EntitySort, EntitySummary, EventSummary } from '@newsbraid/model'
import { directionOf, fold } from '@newsbraid/text'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import { correctionReads, suggestionsFor } from './correction-reads.ts'
import { lastEntity } from './last-entity.ts'
import { listPage, type Order } from './list-page.ts'
import { namesFound } from './name-search.ts'
import { iso, orAbsent } from './rows.ts'

type EntityRow = {
  id: string
  type: 'person' | 'organisation' | 'place'
  name: string
  language: string
  article_count: number
  mention_count: number
  last_seen: Date
  merged_into: string | null
  wikidata: string | null
}
const COLUMNS =
  'n.id, n.type, n.name, n.language, n.article_count, n.mention_count, n.last_seen, n.merged_into, n.wikidata'
const EVENTS_SHOWN = 20
const CORRECTIONS_SHOWN = 50

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
      // Nobody is called what is not a name
      where.add('n.article_count > 0')
      if (q !== undefined) {
        const { holding } = await namesFound(pool, q)
        if (holding.length > 0) where.add(`n.id = ANY(${where.value(holding)})`)
        else where.add(nameMatches(where, where.value(q), q))
      }
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
      if (row.merged_into !== null)
        return { ...entitySummary(row), ...EMPTY, mergedInto: await lastOfChain(pool, id) }
      const [detail, named, suggestions, corrections] = await Promise.all([
        detailOf(pool, id),
        events({ entity: id, sort: 'latest' }, { limit: EVENTS_SHOWN }),
        suggestionsFor(pool, id),
        correctionReads(pool).corrections({ entity: id, standing: true }, { limit: CORRECTIONS_SHOWN }),
      ])
      return {
        ...entitySummary(row),
        ...detail,
        suggestions,
        corrections: corrections.items,
        events: named.items,
      }
    },
  }
}

const ORDERS: Readonly<Record<EntitySort, Order>> = {
  mentions: { sort: 'mentions', by: 'n.article_count', kind: 'number', direction: 'DESC', id: 'n.id' },
  latest: { sort: 'latest', by: 'n.last_seen', kind: 'time', direction: 'DESC', id: 'n.id' },
  name: { sort: 'name', by: 'lower(n.name)', kind: 'text', direction: 'ASC', id: 'n.id' },
}
const EMPTY = {
  spellings: [],
  titles: [],
  names: [],
  aliases: [],
  mentionsByDay: [],
  namedWith: [],
  suggestions: [],
  corrections: [],
  events: [] as EventSummary[],
}

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
  wikidata: orAbsent(row.wikidata),
})

/** The entity at the end of the redirects that begin here. */
async function lastOfChain(pool: pg.Pool, id: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT ${lastEntity('$1::text')} AS id`, [id])
  return rows[0]?.id ?? id
}

type Detail = Pick<EntityDetail, 'spellings' | 'titles' | 'names' | 'aliases' | 'mentionsByDay' | 'namedWith'>

async function detailOf(pool: pg.Pool, id: string): Promise<Detail> {
  const rowsOf = async <T>(sql: string) =>
    (await pool.query<{ items: T[] | null }>(sql, [id])).rows[0]?.items ?? []
  const [spellings, titles, names, aliases, mentionsByDay, namedWith] = await Promise.all([
    rowsOf<Detail['spellings'][number]>(SPELLINGS),
    rowsOf<TitleRow>(TITLES),
    rowsOf<Omit<Detail['names'][number], 'dir'>>(NAMES),
    rowsOf<Detail['aliases'][number]>(ALIASES),
    rowsOf<Detail['mentionsByDay'][number]>(DAYS),
    rowsOf<Detail['namedWith'][number]>(COMPANY),
  ])
  return {
    spellings,
    titles: titles.map(({ firstSeen, lastSeen, ...title }) => ({
      ...title,
      firstSeen: iso(new Date(firstSeen)),
      lastSeen: iso(new Date(lastSeen)),
    })),
    names: names.map((one) => ({ ...one, dir: directionOf(one.name) })),
    aliases,
    mentionsByDay,
    namedWith,
  }
}

type TitleRow = { title: string; count: number; firstSeen: string; lastSeen: string }

const SPELLINGS = `SELECT jsonb_agg(jsonb_build_object('surface', surface, 'lang', language, 'count', n) ORDER BY n DESC, surface) AS items
  FROM (SELECT s->>'surface' AS surface, language, sum((s->>'count')::integer)::integer AS n
        FROM article_entities, jsonb_array_elements(spellings) s WHERE entity_id = $1 GROUP BY 1, 2 ORDER BY n DESC LIMIT 100) t`
const TITLES = `SELECT jsonb_agg(jsonb_build_object('title', title, 'count', n, 'firstSeen', first, 'lastSeen', last) ORDER BY n DESC, title) AS items
  FROM (SELECT given.title, count(*)::integer AS n, min(a.published_at) AS first, max(a.published_at) AS last
        FROM article_entities ae JOIN articles a ON a.id = ae.article_id, jsonb_array_elements_text(ae.titles) AS given (title)
        WHERE entity_id = $1 GROUP BY 1 ORDER BY n DESC LIMIT 50) t`
/** In each language the full name that most articles use */
const NAMES = `SELECT jsonb_agg(jsonb_build_object('name', name, 'lang', language, 'articles', articles) ORDER BY articles DESC, language) AS items
  FROM (SELECT DISTINCT ON (language) language, name, sum(count(*)) OVER (PARTITION BY language)::integer AS articles
        FROM article_entities WHERE entity_id = $1 GROUP BY language, name
        ORDER BY language, (name LIKE '% %') DESC, count(*) DESC, length(name) DESC, name) t`
const ALIASES = `SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', spelling, 'lang', language, 'source', source)) ORDER BY source DESC, spelling) AS items
  FROM (SELECT DISTINCT ON (f.spelling) f.spelling, f.language, c.source FROM entity_corrections c JOIN entity_correction_forms f ON f.correction_id = c.id
        WHERE c.kind = 'alias' AND c.undone_at IS NULL AND c.entity_id = $1 ORDER BY f.spelling, c.seq DESC LIMIT 100) t`
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
