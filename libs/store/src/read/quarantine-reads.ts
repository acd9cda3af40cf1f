import type { ApiStore, QuarantineItem } from '@newsbraid/model'
import type pg from 'pg'
import { Conditions } from './conditions.ts'
import { listPage } from './list-page.ts'
import { iso, orAbsent } from './rows.ts'

type Row = {
  id: string
  stage: string
  url: string | null
  reason: string | null
  attempts: number
  touched_at: Date
}

const FROM = `work w LEFT JOIN pages p ON p.id = w.item_id LEFT JOIN feeds f ON w.stage = 'poll-feed' AND f.id = w.item_id`
const COLUMNS = `w.stage || ':' || w.item_id AS id, w.stage, coalesce(p.url, f.url) AS url, w.detail AS reason, w.attempts, w.touched_at`
const ID = `(w.stage || ':' || w.item_id)`

/** Quarantined items as the API reads them; an id is `stage:item`. */
export function quarantineReads(pool: pg.Pool): Pick<ApiStore, 'quarantine' | 'replayQuarantined'> {
  return {
    async quarantine({ stage }, page) {
      const where = new Conditions()
      where.add(`w.state = 'quarantined'`)
      where.addIf(stage, (value) => `w.stage = ${value}`)
      const order = { sort: 'latest', by: 'w.touched_at', kind: 'time', direction: 'DESC', id: ID } as const
      const { rows, nextCursor, total } = await listPage<Row>(pool, {
        select: COLUMNS,
        from: FROM,
        where,
        order,
        page,
      })
      return { items: rows.map(item), nextCursor, total }
    },
    async replayQuarantined(id) {
      const [stage = '', itemId = ''] = id.split(':')
      const { rows } = await pool.query<Row>(
        `WITH former AS (
           SELECT ${COLUMNS} FROM ${FROM} WHERE w.stage = $1 AND w.item_id = $2 AND w.state = 'quarantined' FOR UPDATE OF w
         ), sent AS (
           UPDATE work SET state = 'ready', attempts = 0, due_at = now(), detail = NULL, outcome = NULL, token = NULL, touched_at = now()
           WHERE stage = $1 AND item_id = $2 AND state = 'quarantined' RETURNING 1)
         SELECT former.* FROM former, sent`,
        [stage, itemId],
      )
      const [row] = rows
      return row
        ? { done: item(row) }
        : { refused: 'not-found', detail: `There is no quarantined item "${id}"` }
    },
  }
}

const item = (row: Row): QuarantineItem => ({
  id: row.id,
  stage: row.stage,
  url: orAbsent(row.url),
  reason: row.reason ?? 'No reason was kept',
  attempts: row.attempts,
  at: iso(row.touched_at),
})
