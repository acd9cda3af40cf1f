import type { ApiStore, EventQuery, EventSort } from '@newsbraid/model'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import {
  EVENT_COLUMNS,
  EVENT_DETAIL_COLUMNS,
  eventDetail,
  type EventDetailRow,
  type EventRow,
  eventSummary,
} from './event-rows.ts'
import { EVENT_RANK } from './event-rank.ts'
import { lastEntity } from './last-entity.ts'
import { listPage, type Order } from './list-page.ts'
import { relatedEvents } from './related-events.ts'
import { placesNamed } from './places-named.ts'
import { searchFor } from './search-for.ts'

type EventReads = Pick<ApiStore, 'events' | 'event' | 'eventsById' | 'timeline'>

/** Events as the API reads them. */
export function eventReads(pool: pg.Pool): EventReads {
  const detailsOf = async (ids: readonly string[]) => {
    const { rows } = await pool.query<EventDetailRow>(
      `SELECT ${EVENT_DETAIL_COLUMNS} FROM events e WHERE e.id = ANY($1)`,
      [ids],
    )
    return rows
  }
  const event: EventReads['event'] = async (id) => {
    const [row] = await detailsOf([id])
    if (!row) return undefined
    if (row.merged_into !== null)
      return { ...eventDetail({ ...row, merged_into: await lastOfChain(pool, id) }), related: [] }
    return { ...eventDetail(row), related: await relatedEvents(pool, id) }
  }
  return {
    event,
    async events(query, page) {
      const where = new Conditions()
      where.add('e.merged_into IS NULL')
      // A split may have left none in it
      where.add('e.article_count > 0')
      const search = query.q === undefined ? undefined : await searchFor(pool, query.q)
      if (query.q !== undefined && search === undefined) return { items: [], total: 0 }
      const asked = search === undefined ? '' : where.value(search.text)
      if (search !== undefined) {
        const named = `SELECT ea.event_id ${NAMED} WHERE ae.entity_id = ANY(${where.value(search.entities)})`
        where.add(
          `e.id IN (SELECT id FROM events WHERE search @@ to_tsquery('simple', ${asked}) UNION ${named})`,
        )
      }
      addChoice(where, query)
      addFilters(where, query, query.place === undefined ? undefined : await placesNamed(pool, query.place))
      const order = orderOf(query.sort, asked)
      const { rows, nextCursor, total } = await listPage<EventRow>(pool, {
        select: EVENT_COLUMNS,
        from: 'events e',
        where,
        order,
        page,
      })
      return { items: rows.map(eventSummary), nextCursor, total }
    },
    async eventsById(ids) {
      const byId = new Map((await detailsOf(ids.slice(0, 100))).map((row) => [row.id, row]))
      return ids.flatMap((id) => {
        const row = byId.get(id)
        return row && row.merged_into === null ? [{ ...eventDetail(row), related: [] }] : []
      })
    },
    async timeline(id) {
      const [row] = await detailsOf([id])
      return row && eventDetail(row).timeline
    },
  }
}

/** What is muted stays out of sight until it is asked for. */
function addChoice(where: Conditions, { choice }: EventQuery): void {
  if (choice === 'all') return
  if (choice === undefined)
    where.add(`NOT EXISTS (SELECT FROM event_choices c WHERE c.event_id = e.id AND c.choice = 'muted')`)
  else
    where.add(
      `EXISTS (SELECT FROM event_choices c WHERE c.event_id = e.id AND c.choice = ${where.value(choice)})`,
    )
}

function addFilters(where: Conditions, query: EventQuery, placeIds: string[] | undefined): void {
  const { lang, source, entity, since, until, minSources } = query
  where.addIf(lang, (value) => `e.languages @> ARRAY[${value}::text]`)
  where.addIf(source, (value) => {
    const from = 'FROM event_articles ea JOIN articles a ON a.id = ea.article_id'
    return `EXISTS (SELECT ${from} WHERE ea.event_id = e.id AND a.source_id = ${value})`
  })
  where.addIf(
    entity,
    (value) =>
      `EXISTS (SELECT ${NAMED} WHERE ea.event_id = e.id AND ae.entity_id = ${lastEntity(`${value}::text`)})`,
  )
  where.addIf(
    placeIds,
    (value) => `EXISTS (SELECT ${NAMED} WHERE ea.event_id = e.id AND ae.entity_id = ANY(${value}))`,
  )
  where.addIf(since, (value) => `e.last_development >= ${value}::timestamptz`)
  where.addIf(until, (value) => `e.last_development < ${value}::timestamptz`)
  where.addIf(minSources, (value) => `e.independent_source_count >= ${value}::integer`)
}

const NAMED = 'FROM event_articles ea JOIN article_entities ae ON ae.article_id = ea.article_id'

function orderOf(sort: EventSort, asked: string): Order {
  const order = { sort, direction: 'DESC', id: 'e.id' } as const
  if (sort === 'top') return { ...order, by: EVENT_RANK, kind: 'number' }
  if (sort === 'new') return { ...order, by: 'e.first_seen', kind: 'time' }
  if (sort === 'relevance' && asked !== '')
    return { ...order, by: `ts_rank(e.search, to_tsquery('simple', ${asked}))`, kind: 'number' }
  return { ...order, by: 'e.last_development', kind: 'time' }
}

/** The event at the end of the redirects that begin here. */
async function lastOfChain(pool: pg.Pool, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH RECURSIVE chain AS (
       SELECT id, merged_into, 1 AS n FROM events WHERE id = $1
       UNION ALL SELECT e.id, e.merged_into, n + 1 FROM events e JOIN chain ON e.id = chain.merged_into WHERE n < 100)
     SELECT id FROM chain ORDER BY n DESC LIMIT 1`,
    [id],
  )
  return rows[0]?.id ?? null
}
