import type { ApiSource, ApiStore, FeedState } from '@newsbraid/model'
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
  state: FeedState
  failures: number
  last_poll_at: Date | null
  last_status: number | null
  last_outcome: string | null
  last_error: string | null
  next_poll_at: Date | null
  next_poll_reason: string | null
  repairs: string[]
  last_entry_at: Date | null
  article_count: number
  entries_per_day: number
  silent: boolean
}
const FROM = 'sources s JOIN feeds f ON f.source_id = s.id'
/** A page counts from its own date, where the feed gave one: what stood in the feed at the first poll isn't of that day. */
const COLUMNS = `s.id, s.name, s.home_url, s.language, f.url, f.state, f.failures, f.last_poll_at, f.last_status, f.last_outcome, f.last_error,
  f.next_poll_at, f.next_poll_reason, f.repairs, f.last_entry_at,
  (SELECT count(*)::integer FROM articles a WHERE a.source_id = s.id) AS article_count,
  rate.per_day AS entries_per_day,
  (f.state = 'active' AND f.last_entry_at IS NOT NULL AND rate.per_day > 0
    AND now() - f.last_entry_at > greatest(interval '2 days', interval '5 days' / nullif(rate.per_day, 0))) AS silent`
const RATE = `CROSS JOIN LATERAL (
  SELECT count(*)::float8 / 14 AS per_day FROM articles a
  WHERE a.source_id = s.id AND a.published_at > coalesce(f.last_entry_at, now()) - interval '14 days') rate`

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
  state: row.state,
  language: orAbsent(row.language),
  lastFetchAt: isoOrAbsent(row.last_poll_at),
  lastStatus: orAbsent(row.last_status),
  lastOutcome: orAbsent(row.last_outcome),
  lastError: orAbsent(row.last_error),
  failures: row.failures,
  nextPollAt: row.next_poll_at === null ? undefined : iso(row.next_poll_at),
  nextPollReason: orAbsent(row.next_poll_reason),
  repairs: row.repairs,
  articleCount: row.article_count,
  entriesPerDay: Math.round(row.entries_per_day * 100) / 100,
  lastEntryAt: isoOrAbsent(row.last_entry_at),
  silent: row.silent,
})
