import type { ApiSource, Decision, SourceChange } from '@newsbraid/model'
import type { Send } from '@newsbraid/pipeline'
import { hostKey } from '@newsbraid/web'
import { readSource } from '../read/source-reads.ts'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import { chosenKind, feedAddress } from './add-sources.ts'

type FeedRow = { id: string; url: string; state: string; kind: string | null; wait: number | null }

/** Renames, moves, pauses or wakes a source. One that moved or is to be read
 * as another kind is a new one to ask: validators and failures are forgotten. */
export async function updateSource(
  tx: Queryable,
  id: string,
  change: SourceChange,
  send: Send,
): Promise<Decision<ApiSource>> {
  const feed = await lockFeed(tx, id, 0)
  if (!feed) return unknownSource(id)
  const url = change.feedUrl === undefined ? feed.url : feedAddress(change.feedUrl)
  const hasMoved = url !== feed.url
  if (hasMoved && (await tx.query('SELECT FROM feeds WHERE url = $1', [url])).rowCount)
    return { refused: 'conflict', detail: `Another source has the feed "${url}"` }
  await tx.query(
    `UPDATE sources SET home_url = coalesce($3, home_url),
       name = CASE WHEN $2::text IS NOT NULL THEN $2 WHEN name = $4 THEN $5 ELSE name END WHERE id = $1`,
    [id, change.name === undefined ? null : storable(change.name), change.homeUrl ?? null, feed.url, url],
  )
  const kind = chosenKind(change.kind) ?? null
  // What was found out holds for the address it was found at
  const isOtherKind = change.kind !== undefined && kind !== feed.kind
  const forgetsKind = isOtherKind || (hasMoved && !feed.kind)
  const isAnew = hasMoved || isOtherKind
  const state = change.state ?? (hasMoved ? 'active' : feed.state)
  const wakes = state === 'active' && (isAnew || feed.state !== 'active')
  await tx.query(
    `UPDATE feeds SET url = $2, state = $3,
       etag = CASE WHEN $4 THEN NULL ELSE etag END, last_modified = CASE WHEN $4 THEN NULL ELSE last_modified END,
       body_hash = CASE WHEN $4 THEN NULL ELSE body_hash END, memory = CASE WHEN $4 THEN '{}' ELSE memory END,
       kind = CASE WHEN $6 THEN $7 ELSE kind END, kind_chosen = CASE WHEN $6 THEN $7::text IS NOT NULL ELSE kind_chosen END,
       failures = CASE WHEN $5 THEN 0 ELSE failures END,
       next_poll_at = CASE WHEN $3 <> 'active' THEN NULL WHEN $5 THEN now() ELSE next_poll_at END,
       next_poll_reason = CASE WHEN $3 <> 'active' THEN 'paused' WHEN $5 THEN 'woken' ELSE next_poll_reason END,
       next_poll_why = CASE WHEN $3 <> 'active' THEN NULL WHEN $5 THEN '{"code":"woken","params":{}}' ELSE next_poll_why END
     WHERE id = $1`,
    [feed.id, url, state, isAnew, wakes, forgetsKind, kind],
  )
  if (wakes) await send('poll', [{ id: feed.id, lane: hostKey(url) }])
  if (state !== 'active')
    await tx.query(`DELETE FROM work WHERE stage = 'poll-feed' AND item_id = $1 AND state = 'ready'`, [
      feed.id,
    ])
  return found(id, await readSource(tx, id))
}

/** Makes a feed due at once, unless it was asked less than the floor ago. */
export async function pollSource(
  tx: Queryable,
  id: string,
  floorSeconds: number,
  send: Send,
): Promise<Decision<ApiSource>> {
  const feed = await lockFeed(tx, id, floorSeconds)
  if (!feed) return unknownSource(id)
  if (feed.state !== 'active')
    return { refused: 'conflict', detail: `Cannot poll "${feed.url}": it is ${feed.state}` }
  if (feed.wait !== null && feed.wait > 0)
    return {
      refused: 'too-soon',
      detail: `"${feed.url}" was polled just before`,
      retryAfterSeconds: feed.wait,
    }
  // One that is on its way already is left alone: sent anew, its result would be dropped
  const busy = await tx.query(
    `SELECT FROM work WHERE stage = 'poll-feed' AND item_id = $1 AND state IN ('queued', 'running')`,
    [feed.id],
  )
  if (!busy.rowCount) {
    await send('poll', [{ id: feed.id, lane: hostKey(feed.url) }])
    await tx.query(
      `UPDATE feeds SET next_poll_at = now(), next_poll_reason = 'asked for', next_poll_why = '{"code":"asked-for","params":{}}' WHERE id = $1`,
      [feed.id],
    )
  }
  return found(id, await readSource(tx, id))
}

async function lockFeed(tx: Queryable, sourceId: string, floorSeconds: number): Promise<FeedRow | undefined> {
  const { rows } = await tx.query<FeedRow>(
    `SELECT id, url, state, CASE WHEN kind_chosen THEN kind END AS kind, extract(epoch FROM last_poll_at + $2 * interval '1 second' - now())::float8 AS wait
     FROM feeds WHERE source_id = $1 ORDER BY id LIMIT 1 FOR UPDATE`,
    [sourceId, floorSeconds],
  )
  return rows[0]
}

const unknownSource = (id: string): Decision<never> => ({
  refused: 'not-found',
  detail: `There is no source "${id}"`,
})
const found = (id: string, source: ApiSource | undefined): Decision<ApiSource> =>
  source ? { done: source } : unknownSource(id)
