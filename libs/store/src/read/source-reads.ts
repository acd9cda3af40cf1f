import {
  type ApiSource,
  type ApiStore,
  type FeedState,
  type Reason,
  type RobotsState,
  type SourceKind,
  whatToDo,
} from '@newsbraid/model'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import { listPage } from './list-page.ts'
import { iso, isoOrAbsent, orAbsent } from './rows.ts'

type SourceRow = {
  id: string
  name: string
  home_url: string | null
  language: string | null
  url: string
  kind: SourceKind | null
  kind_chosen: boolean
  state: FeedState
  failures: number
  last_poll_at: Date | null
  last_status: number | null
  last_outcome: string | null
  last_error: string | null
  next_poll_at: Date | null
  next_poll_reason: string | null
  next_poll_why: Reason | null
  folder: string[]
  page_outcome: string | null
  page_detail: string | null
  robots_status: number | null
  robots_at: Date | null
  crawl_delay: number | null
  repairs: string[]
  last_entry_at: Date | null
  article_count: number
  entries_per_day: number
  silent: boolean
}
const FROM = 'sources s JOIN feeds f ON f.source_id = s.id'
/** A page counts from its own date, where the feed gave one: what stood in the feed at the first poll isn't of that day. */
const COLUMNS = `s.id, s.name, s.home_url, s.language, f.url, f.kind, f.kind_chosen, f.state, f.failures, f.last_poll_at, f.last_status, f.last_outcome, f.last_error,
  f.next_poll_at, f.next_poll_reason, f.next_poll_why, s.folder, f.repairs,
  newest.page_outcome, newest.page_detail, newest.robots_status, newest.robots_at, newest.crawl_delay, f.last_entry_at,
  (SELECT count(*)::integer FROM articles a WHERE a.source_id = s.id) AS article_count,
  rate.per_day AS entries_per_day,
  (f.state = 'active' AND f.last_entry_at IS NOT NULL AND rate.per_day > 0
    AND now() - f.last_entry_at > greatest(interval '2 days', interval '3 days' / nullif(rate.per_day, 0))) AS silent`
const RATE = `CROSS JOIN LATERAL (
  SELECT count(*)::float8 / 14 AS per_day FROM articles a
  WHERE a.source_id = s.id AND a.published_at > coalesce(f.last_entry_at, now()) - interval '14 days') rate
  LEFT JOIN LATERAL (
    SELECT w.outcome AS page_outcome, w.detail AS page_detail, h.robots_status, h.robots_at, h.crawl_delay
    FROM (SELECT id, host FROM pages p WHERE p.source_id = s.id ORDER BY discovered_at DESC LIMIT 1) p
    LEFT JOIN work w ON w.stage = 'fetch-page' AND w.item_id = p.id LEFT JOIN hosts h ON h.host = p.host) newest ON true`

/** Sources as the API reads them. */
export function sourceReads(pool: pg.Pool): Pick<ApiStore, 'sources' | 'source' | 'allSources'> {
  return {
    async sources({ q, state }, page) {
      const where = new Conditions()
      where.addIf(state, (value) => `f.state = ${value}`)
      const pattern = q === undefined ? undefined : `%${q.replace(/[\\%_]/g, '\\$&')}%`
      where.addIf(
        pattern,
        (value) => `s.name ILIKE ${value} OR f.url ILIKE ${value} OR s.home_url ILIKE ${value}`,
      )
      const order = { sort: 'name', by: 'lower(s.name)', kind: 'text', direction: 'ASC', id: 's.id' } as const
      const from = `${FROM} ${RATE}`
      const { rows, nextCursor, total } = await listPage<SourceRow>(pool, {
        select: COLUMNS,
        from,
        where,
        order,
        page,
      })
      return { items: rows.map(apiSource), nextCursor, total }
    },
    source: (id) => readSource(pool, id),
    async allSources() {
      const { rows } = await pool.query<SourceRow>(
        `SELECT ${COLUMNS} FROM ${FROM} ${RATE} ORDER BY lower(s.name), s.id`,
      )
      return rows.map(apiSource)
    },
  }
}

/** One source, on any connection. */
export async function readSource(db: Pick<pg.Pool, 'query'>, id: string): Promise<ApiSource | undefined> {
  const { rows } = await db.query<SourceRow>(`SELECT ${COLUMNS} FROM ${FROM} ${RATE} WHERE s.id = $1`, [id])
  return rows[0] && apiSource(rows[0])
}

const apiSource = (row: SourceRow): ApiSource => ({
  id: row.id,
  name: row.name,
  homeUrl: orAbsent(row.home_url),
  feedUrl: row.url,
  kind: orAbsent(row.kind),
  kindChosen: row.kind_chosen,
  state: row.state,
  language: orAbsent(row.language),
  lastFetchAt: isoOrAbsent(row.last_poll_at),
  lastStatus: orAbsent(row.last_status),
  lastOutcome: orAbsent(row.last_outcome),
  lastError: orAbsent(row.last_error),
  whatToDo: row.last_error === null ? undefined : whatToDo(orAbsent(row.last_outcome)),
  failures: row.failures,
  nextPollAt: row.next_poll_at === null ? undefined : iso(row.next_poll_at),
  nextPollReason: orAbsent(row.next_poll_reason),
  nextPollWhy: orAbsent(row.next_poll_why),
  repairs: row.repairs,
  articleCount: row.article_count,
  entriesPerDay: Math.round(row.entries_per_day * 100) / 100,
  lastEntryAt: isoOrAbsent(row.last_entry_at),
  usualGapHours: row.entries_per_day > 0 ? Math.round(240 / row.entries_per_day) / 10 : undefined,
  silent: row.silent,
  robots: robotsState(row),
  folder: row.folder,
})

function robotsState(row: SourceRow): RobotsState {
  const { page_outcome, page_detail, robots_status, robots_at, crawl_delay } = row
  if (robots_at === null || robots_status === null) return { state: 'unread' }
  const isRefused = page_outcome === 'robots-refused'
  return {
    state: robots_status >= 500 ? 'unreachable' : isRefused ? 'refused' : 'allowed',
    rule: isRefused ? /"Disallow: (.+)"$/.exec(page_detail ?? '')?.[1] : undefined,
    status: robots_status,
    crawlDelaySeconds: orAbsent(crawl_delay),
    readAt: iso(robots_at),
  }
}
