import type { ItemEnd } from '@newsbraid/model'
import type { FinishedItem, Ledger, Outgoing, Send } from '@newsbraid/pipeline'
import type pg from 'pg'
import { inTransaction, type Queryable } from './transaction.ts'

export type LedgerOptions = {
  /** Queue name → the stage that takes it */
  stageOf: (queue: string) => string
  /** Requests at one host at a time */
  laneWidth: number
  /** Stages whose items wait for their host's next free moment */
  laned: readonly string[]
}

/** First wait 5 s, four times as long each time, at most an hour. */
const backoffSeconds = 'least(3600, 5 * power(4, greatest(0, attempts - 1)))'

/** State of items on PostgreSQL; times are the database's, so skewed clocks of workers only delay. */
export function createLedger<Tx>(pool: pg.Pool, options: LedgerOptions, writesOn: (tx: Queryable) => Tx): Ledger<Tx> {
  return {
    async claim(stage, ids, token) {
      const { rows } = await pool.query<{ item_id: string }>(
        `UPDATE work SET state = 'running', attempts = attempts + 1, touched_at = now()
         WHERE stage = $1 AND item_id = ANY($2) AND token = $3 AND state IN ('queued', 'running') RETURNING item_id`,
        [stage, ids, token],
      )
      const mine = new Set(rows.map((row) => row.item_id))
      return ids.filter((id) => mine.has(id))
    },

    finish: (stage, token, items, maxAttempts, effects) =>
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<{ item_id: string }>(
          `SELECT item_id FROM work WHERE stage = $1 AND item_id = ANY($2) AND token = $3 AND state = 'running'
           ORDER BY item_id FOR UPDATE`,
          [stage, items.map(({ id }) => id), token],
        )
        const held = new Set(rows.map((row) => row.item_id))
        const kept = items.filter(({ id }) => held.has(id))
        if (kept.length === 0) return
        await markEnds(tx, stage, kept, maxAttempts)
        await effects(writesOn(tx), held, sendInto(tx, options))
      }),

    dispatch: (stage, limit, token) =>
      options.laned.includes(stage)
        ? dispatchLanes(pool, stage, limit, token, options.laneWidth)
        : dispatchPlain(pool, stage, limit, token),

    async release(stage, token) {
      await pool.query(
        `UPDATE work SET state = 'ready', token = NULL, touched_at = now() WHERE stage = $1 AND token = $2 AND state = 'queued'`,
        [stage, token],
      )
    },

    async touch(tokens) {
      await pool.query(`UPDATE work SET touched_at = now() WHERE token = ANY($1) AND state = 'running'`, [tokens])
    },

    async recover(stage, leaseMs, maxAttempts) {
      const { rowCount } = await pool.query(
        `UPDATE work SET token = NULL, touched_at = now(), due_at = least(due_at, now()),
           state = CASE WHEN attempts >= $3 THEN 'quarantined' ELSE 'ready' END,
           detail = CASE WHEN attempts >= $3 THEN 'Gave up: the work on it ended without a word ' || attempts || ' times' ELSE detail END
         WHERE (stage, item_id) IN (
           SELECT stage, item_id FROM work
           WHERE stage = $1 AND state IN ('queued', 'running') AND touched_at < now() - $2 * interval '1 millisecond'
           LIMIT 500 FOR UPDATE SKIP LOCKED)`,
        [stage, leaseMs, maxAttempts],
      )
      return rowCount ?? 0
    },
  }
}

async function dispatchPlain(pool: pg.Pool, stage: string, limit: number, token: string): Promise<string[]> {
  const { rows } = await pool.query<{ item_id: string }>(
    `UPDATE work SET state = 'queued', token = $3, touched_at = now()
     WHERE stage = $1 AND item_id IN (
       SELECT item_id FROM work WHERE stage = $1 AND state = 'ready' AND due_at <= now()
       ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING item_id`,
    [stage, limit, token],
  )
  return rows.map((row) => row.item_id)
}

/** Only hosts that are free now, and no more at one host than the lane is wide. */
async function dispatchLanes(pool: pg.Pool, stage: string, limit: number, token: string, width: number): Promise<string[]> {
  const { rows } = await pool.query<{ item_id: string }>(
    `UPDATE work SET state = 'queued', token = $3, touched_at = now()
     WHERE stage = $1 AND item_id IN (
       SELECT item.item_id FROM hosts
       CROSS JOIN LATERAL (
         SELECT item_id FROM work WHERE stage = $1 AND lane = hosts.host AND state = 'ready' AND due_at <= now()
           AND (SELECT count(*) FROM work busy WHERE busy.lane = hosts.host AND busy.state IN ('queued', 'running')) < $4
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) item
       WHERE hosts.next_at <= now() + interval '200 milliseconds'
       ORDER BY hosts.next_at LIMIT $2)
     RETURNING item_id`,
    [stage, limit, token, width],
  )
  return rows.map((row) => row.item_id)
}

/** Writes the ends and counts those that are final; a retry past its last attempt ends in quarantine. */
async function markEnds(tx: Queryable, stage: string, items: readonly FinishedItem[], maxAttempts: number): Promise<void> {
  const column = <T>(read: (end: ItemEnd) => T) => items.map(({ end }) => read(end))
  await tx.query(
    `WITH ended AS (
       SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::float8[]) AS e (id, kind, outcome, detail, until_ms)
     ), marked AS (
       UPDATE work SET
         state = CASE
           WHEN e.kind = 'done' THEN 'done'
           WHEN e.kind = 'quarantine' OR (e.kind = 'retry' AND attempts >= $7) THEN 'quarantined'
           ELSE 'ready' END,
         outcome = CASE WHEN e.kind = 'done' THEN e.outcome END,
         detail = e.detail,
         attempts = CASE e.kind WHEN 'defer' THEN attempts - 1 WHEN 'done' THEN 0 ELSE attempts END,
         due_at = CASE e.kind
           WHEN 'defer' THEN to_timestamp(e.until_ms / 1000)
           WHEN 'retry' THEN now() + ${backoffSeconds} * (0.75 + random() / 2) * interval '1 second'
           ELSE due_at END,
         token = NULL, touched_at = now()
       FROM ended e WHERE work.stage = $1 AND work.item_id = e.id
       RETURNING work.state, work.outcome
     )
     INSERT INTO tallies (stage, outcome, minute, n)
     SELECT $1, CASE state WHEN 'done' THEN outcome ELSE state END, date_trunc('minute', now()), count(*)
     FROM marked WHERE state IN ('done', 'quarantined') GROUP BY 2 ORDER BY 2
     ON CONFLICT (stage, minute, outcome) DO UPDATE SET n = tallies.n + excluded.n`,
    [
      stage,
      items.map(({ id }) => id),
      column((end) => end.kind),
      column((end) => (end.kind === 'done' ? end.outcome : null)),
      column((end) =>
        end.kind === 'done' ? (end.detail ?? null) : end.kind === 'retry' ? end.error : end.reason,
      ).map((text) => text?.replaceAll('\0', '').slice(0, 2000) ?? null),
      column((end) => (end.kind === 'defer' ? end.untilMs : null)),
      maxAttempts,
    ],
  )
}

/** The outbox: an item sent again starts anew, unless it is waiting already. */
export const sendInto =
  (tx: Queryable, options: Pick<LedgerOptions, 'stageOf'>): Send =>
  async (queue, items) => {
    if (items.length === 0) return
    const stage = options.stageOf(queue)
    const sorted: Outgoing[] = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
    const lanes = [...new Set(sorted.flatMap((item) => item.lane ?? []))]
    if (lanes.length > 0)
      await tx.query('INSERT INTO hosts (host) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [lanes.sort()])
    await tx.query(
      `INSERT INTO work (stage, item_id, lane, due_at)
       SELECT $1, i.id, i.lane, coalesce(to_timestamp(i.due_ms / 1000), now())
       FROM unnest($2::text[], $3::text[], $4::float8[]) AS i (id, lane, due_ms)
       ON CONFLICT (stage, item_id) DO UPDATE SET state = 'ready', token = NULL, attempts = 0, outcome = NULL, detail = NULL,
         lane = excluded.lane, due_at = excluded.due_at, touched_at = now()`,
      [stage, sorted.map((i) => i.id), sorted.map((i) => i.lane ?? null), sorted.map((i) => i.dueMs ?? null)],
    )
  }
