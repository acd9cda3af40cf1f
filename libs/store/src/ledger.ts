import type { ItemEnd } from '@newsbraid/model'
import type { Due, FinishedItem, Ledger, Outgoing, Send } from '@newsbraid/pipeline'
import type pg from 'pg'
import { storable } from './storable.ts'
import { inTransaction, type Queryable } from './transaction.ts'

export type LedgerOptions = {
  /** Queue name → the stage that takes it */
  stageOf: (queue: string) => string
  /** Requests at one host at a time */
  laneWidth: number
  /** Stages whose items wait for their host's next free moment */
  laned: readonly string[]
}

/** Work on an item that ends so often without a word (a killed process, a crash) isn't tried again. */
const MOST_SILENT_ENDS = 8

/** First wait 2 s, four times as long each time, at most an hour. */
const backoffSeconds = 'least(3600, 2 * power(4, greatest(0, attempts - 1)))'

/** State of items on PostgreSQL; times are the database's, so skewed clocks of workers only delay. */
export function createLedger<Tx>(
  pool: pg.Pool,
  options: LedgerOptions,
  writesOn: (tx: Queryable) => Tx,
): Ledger<Tx> {
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
        const ends = await markEnds(tx, stage, kept, maxAttempts)
        await effects(writesOn(tx), held, sendInto(tx, options))
        await countEnds(tx, stage, ends)
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

    async backlog(stage, enough) {
      // A host that keeps its line long must not count for all: at most fifty of one lane
      const { rows } = await pool.query<{ n: number }>(
        options.laned.includes(stage)
          ? `WITH RECURSIVE lanes AS (
               (SELECT lane FROM work WHERE stage = $1 AND state = 'ready' AND lane IS NOT NULL ORDER BY lane LIMIT 1)
               UNION ALL
               SELECT (SELECT w.lane FROM work w WHERE w.stage = $1 AND w.state = 'ready' AND w.lane > lanes.lane ORDER BY w.lane LIMIT 1)
               FROM lanes WHERE lanes.lane IS NOT NULL
             )
             SELECT count(*)::integer AS n FROM (SELECT FROM lanes CROSS JOIN LATERAL (
               SELECT FROM work r WHERE r.stage = $1 AND r.state = 'ready' AND r.lane = lanes.lane AND r.due_at <= now() LIMIT 50) one LIMIT $2) counted`
          : `SELECT count(*)::integer AS n FROM (SELECT FROM work WHERE stage = $1 AND state = 'ready' AND due_at <= now() LIMIT $2) counted`,
        [stage, enough],
      )
      return rows[0]?.n ?? 0
    },

    async touch(tokens) {
      // What somebody holds is being finished or touched this moment: waiting for it could be a deadlock
      await pool.query(
        `WITH alive AS MATERIALIZED (SELECT stage AS s, item_id AS i FROM work WHERE token = ANY($1) AND state = 'running' FOR UPDATE SKIP LOCKED)
         UPDATE work SET touched_at = now() FROM alive WHERE stage = alive.s AND item_id = alive.i`,
        [tokens],
      )
    },

    recover: (stage, leaseMs) =>
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<End>(
          `WITH fallen AS MATERIALIZED (
             SELECT item_id AS id, (state = 'running')::integer AS ran FROM work
             WHERE stage = $1 AND state IN ('queued', 'running') AND touched_at < now() - $2 * interval '1 millisecond'
             LIMIT 500 FOR UPDATE SKIP LOCKED)
           UPDATE work SET token = NULL, touched_at = now(), due_at = least(due_at, now()), outcome = NULL,
             state = CASE WHEN silent + ran >= $3 THEN 'quarantined' ELSE 'ready' END,
             detail = CASE WHEN silent + ran >= $3 THEN 'Gave up: the work on it ended without a word ' || silent + ran || ' times' ELSE detail END,
             silent = silent + ran, attempts = greatest(0, attempts - ran)
           FROM fallen WHERE stage = $1 AND item_id = fallen.id
           RETURNING state, outcome`,
          [stage, leaseMs, MOST_SILENT_ENDS],
        )
        await countEnds(
          tx,
          stage,
          rows.filter(({ state }) => state === 'quarantined'),
        )
        return rows.length
      }),
  }
}

async function dispatchPlain(pool: pg.Pool, stage: string, limit: number, token: string): Promise<Due[]> {
  const { rows } = await pool.query<Due>(
    // Materialised: a plan that looks into it again and again would find others each time, past any limit
    `WITH due AS MATERIALIZED (
       SELECT item_id AS id FROM work WHERE stage = $1 AND state = 'ready' AND due_at <= now()
       ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE work SET state = 'queued', token = $3, touched_at = now()
     FROM due WHERE stage = $1 AND item_id = due.id
     RETURNING item_id AS id, attempts + silent > 0 AS alone`,
    [stage, limit, token],
  )
  return rows
}

/**
 * Only hosts that are free now, and no more at one host than the lane is wide, over all stages and processes. Hosts are
 * found by skipping from lane to lane along the index, so that a long line at one host costs nothing.
 */
function dispatchLanes(
  pool: pg.Pool,
  stage: string,
  limit: number,
  token: string,
  width: number,
): Promise<Due[]> {
  return inTransaction(pool, async (tx) => {
    // Two who dispatch at once would both see a host idle
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('newsbraid-lanes'))`)
    const { rows } = await tx.query<Due>(
      `WITH RECURSIVE lanes AS (
         (SELECT lane FROM work WHERE stage = $1 AND state = 'ready' AND lane IS NOT NULL ORDER BY lane LIMIT 1)
         UNION ALL
         SELECT (SELECT w.lane FROM work w WHERE w.stage = $1 AND w.state = 'ready' AND w.lane > lanes.lane ORDER BY w.lane LIMIT 1)
         FROM lanes WHERE lanes.lane IS NOT NULL
       ), due AS MATERIALIZED (
         SELECT item.item_id AS id FROM lanes JOIN hosts ON hosts.host = lanes.lane
         CROSS JOIN LATERAL (
           SELECT count(*) AS n FROM work b WHERE b.lane = lanes.lane AND b.state IN ('queued', 'running')) busy
         CROSS JOIN LATERAL (
           SELECT item_id FROM work r WHERE r.stage = $1 AND r.lane = lanes.lane AND r.state = 'ready' AND r.due_at <= now()
           ORDER BY due_at LIMIT greatest(0, $4 - busy.n)) item
         WHERE hosts.next_at <= now() + interval '200 milliseconds'
         ORDER BY hosts.next_at LIMIT $2)
       UPDATE work SET state = 'queued', token = $3, touched_at = now()
       FROM due WHERE stage = $1 AND item_id = due.id AND state = 'ready'
       RETURNING item_id AS id, attempts + silent > 0 AS alone`,
      [stage, limit, token, width],
    )
    return rows
  })
}

type End = { state: string; outcome: string | null }

/** Writes the ends; a retry past its last attempt ends in quarantine. Returns those that are final. */
async function markEnds(
  tx: Queryable,
  stage: string,
  items: readonly FinishedItem[],
  maxAttempts: number,
): Promise<End[]> {
  const column = <T>(read: (end: ItemEnd) => T) => items.map(({ end }) => read(end))
  const { rows } = await tx.query<End>(
    `UPDATE work SET
       state = CASE
         WHEN e.kind = 'done' THEN 'done'
         WHEN e.kind = 'quarantine' OR (e.kind = 'retry' AND attempts >= $7) THEN 'quarantined'
         ELSE 'ready' END,
       outcome = CASE WHEN e.kind = 'done' THEN e.outcome END,
       detail = e.detail,
       attempts = CASE e.kind WHEN 'defer' THEN attempts - 1 WHEN 'done' THEN 0 ELSE attempts END,
       silent = CASE e.kind WHEN 'done' THEN 0 ELSE silent END,
       due_at = CASE e.kind
         WHEN 'defer' THEN to_timestamp(e.until_ms / 1000)
         WHEN 'retry' THEN now() + ${backoffSeconds} * (0.75 + random() / 2) * interval '1 second'
         ELSE due_at END,
       token = NULL, touched_at = now()
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::float8[]) AS e (id, kind, outcome, detail, until_ms)
     WHERE work.stage = $1 AND work.item_id = e.id
     RETURNING work.state, work.outcome`,
    [
      stage,
      items.map(({ id }) => id),
      column((end) => end.kind),
      column((end) => (end.kind === 'done' ? end.outcome : null)),
      column((end) =>
        end.kind === 'done' ? (end.detail ?? null) : end.kind === 'retry' ? end.error : end.reason,
      ).map((text) => (text === null ? null : storable(text).slice(0, 2000))),
      column((end) => (end.kind === 'defer' ? end.untilMs : null)),
      maxAttempts,
    ],
  )
  return rows.filter(({ state }) => state === 'done' || state === 'quarantined')
}

/** The last statement of its transaction, in the connection's own part of the minute's row: nobody waits long for another. */
async function countEnds(tx: Queryable, stage: string, ends: readonly End[]): Promise<void> {
  if (ends.length === 0) return
  await tx.query(
    `INSERT INTO tallies (stage, outcome, minute, part, n)
     SELECT $1, outcome, date_trunc('minute', now()), pg_backend_pid() % 8, count(*) FROM unnest($2::text[]) AS e (outcome) GROUP BY outcome ORDER BY outcome
     ON CONFLICT (stage, minute, outcome, part) DO UPDATE SET n = tallies.n + excluded.n`,
    [stage, ends.map(({ state, outcome }) => (state === 'done' ? (outcome ?? 'done') : state))],
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
      await tx.query('INSERT INTO hosts (host) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
        lanes.sort(),
      ])
    await tx.query(
      `INSERT INTO work (stage, item_id, lane, due_at)
       SELECT $1, i.id, i.lane, coalesce(to_timestamp(i.due_ms / 1000), now())
       FROM unnest($2::text[], $3::text[], $4::float8[]) AS i (id, lane, due_ms)
       ON CONFLICT (stage, item_id) DO UPDATE SET state = 'ready', token = NULL, attempts = 0, silent = 0, outcome = NULL, detail = NULL,
         lane = excluded.lane, due_at = excluded.due_at, touched_at = now()`,
      [stage, sorted.map((i) => i.id), sorted.map((i) => i.lane ?? null), sorted.map((i) => i.dueMs ?? null)],
    )
  }
