import type { TraceStep } from '@newsbraid/model'
import type pg from 'pg'
import { iso, orAbsent } from './rows.ts'

type WorkRow = {
  stage: string
  state: string
  outcome: string | null
  detail: string | null
  attempts: number
  touched_at: Date
}

/** The way through the line */
const STAGES = ['fetch-page', 'clean-page', 'extract-mentions', 'place-article']

/** What happened to a page so far, in the order of the line: `discover` first, then each stage it was sent to. */
export async function stepsOf(pool: pg.Pool, pageId: string): Promise<TraceStep[]> {
  const [page, work] = await Promise.all([
    pool.query<{ discovered_at: Date; name: string | null }>(
      'SELECT p.discovered_at, s.name FROM pages p LEFT JOIN sources s ON s.id = p.source_id WHERE p.id = $1',
      [pageId],
    ),
    pool.query<WorkRow>(
      `SELECT stage, state, outcome, detail, attempts, touched_at FROM work
       WHERE item_id = $1 AND stage = ANY($2) ORDER BY array_position($2, stage)`,
      [pageId, STAGES],
    ),
  ])
  const [found] = page.rows
  const first: TraceStep[] = found
    ? [
        {
          stage: 'discover',
          state: 'done',
          detail: orAbsent(found.name),
          attempts: 1,
          at: iso(found.discovered_at),
        },
      ]
    : []
  return [...first, ...work.rows.map(stepOf)]
}

const stepOf = (row: WorkRow): TraceStep => ({
  stage: row.stage,
  state: row.state,
  outcome: orAbsent(row.outcome),
  detail: orAbsent(row.detail),
  attempts: row.attempts,
  at: iso(row.touched_at),
})
