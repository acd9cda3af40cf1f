import type { ApiStore, Pipeline } from '@newsbraid/model'
import type pg from 'pg'

type StageCounts = { name: string; unfinished: number | null; quarantined: number | null }
type OutcomeCounts = { name: string; outcome: string; count: number; recent: number }

/** How the line runs, as the store knows it. `stages` names the stages in the order of the line. */
export function pipelineReads(pool: pg.Pool, stages: readonly string[]): Pick<ApiStore, 'pipeline'> {
  return {
    async pipeline() {
      const [totals, counts, outcomes] = await Promise.all([
        pool.query<Pipeline['articles'] & { events: number }>(TOTALS),
        pool.query<StageCounts>(COUNTS),
        pool.query<OutcomeCounts>(OUTCOMES),
      ])
      const [{ events = 0, ...articles } = NOTHING] = totals.rows
      const countsOf = new Map(counts.rows.map((row) => [row.name, row]))
      return {
        articles,
        events,
        stages: stages.map((name) => {
          const ends = outcomes.rows.filter((row) => row.name === name)
          return {
            name,
            unfinished: countsOf.get(name)?.unfinished ?? 0,
            quarantined: countsOf.get(name)?.quarantined ?? 0,
            doneLastMinute: ends.reduce((sum, { recent }) => sum + recent, 0),
            outcomes: ends.map(({ outcome, count }) => ({ outcome, count })),
          }
        }),
        idle: counts.rows.every(({ unfinished }) => (unfinished ?? 0) === 0),
      }
    },
  }
}

const NOTHING = { discovered: 0, fetched: 0, cleaned: 0, extracted: 0, placed: 0, events: 0 }
const TOTALS = `SELECT
  (SELECT count(*)::integer FROM pages) AS discovered,
  (SELECT count(*)::integer FROM pages WHERE fetched_at IS NOT NULL) AS fetched,
  (SELECT count(*)::integer FROM articles) AS cleaned,
  (SELECT count(*)::integer FROM article_mentions) AS extracted,
  (SELECT count(*)::integer FROM event_articles) AS placed,
  (SELECT count(*)::integer FROM events WHERE merged_into IS NULL) AS events`
/**
 * What was sent for a later hour (the next poll, the second look at a page) is work to come, not work left over; what was
 * put off or failed carries a reason, and is. Each part reads its own partial index, since nearly all rows are done.
 */
const COUNTS = `SELECT stage AS name, sum(n) FILTER (WHERE NOT is_quarantined)::integer AS unfinished,
    sum(n) FILTER (WHERE is_quarantined)::integer AS quarantined
  FROM (
    SELECT stage, count(*) AS n, false AS is_quarantined FROM work
    WHERE state = 'ready' AND (due_at <= now() OR (stage <> 'poll-feed' AND detail IS NOT NULL)) GROUP BY stage
    UNION ALL SELECT stage, count(*), false FROM work WHERE state IN ('queued', 'running') GROUP BY stage
    UNION ALL SELECT stage, count(*), true FROM work WHERE state = 'quarantined' GROUP BY stage) parts
  GROUP BY stage`
const OUTCOMES = `SELECT stage AS name, outcome, sum(n)::integer AS count,
  coalesce(sum(n) FILTER (WHERE minute > now() - interval '1 minute'), 0)::integer AS recent
  FROM tallies GROUP BY stage, outcome ORDER BY stage, count DESC, outcome`
