import type { Placed } from '@newsbraid/stages'
import type { Lease } from '../lease.ts'
import type { Queryable } from '../transaction.ts'
import { ensureEvents, type HistoryLine, recordAll, writeChanges } from './apply-changes.ts'
import { describeEvents } from './describe-events.ts'

/** Writes where articles were placed and what that changed in other events, under the writer's lease. */
export async function savePlacements(tx: Queryable, placed: readonly Placed[], lease: Lease): Promise<void> {
  await lease.guard(tx)
  const before = await tx.query<{ event_id: string }>(
    'SELECT event_id FROM event_articles WHERE article_id = ANY($1)',
    [placed.map(({ placement }) => placement.articleId)],
  )
  await ensureEvents(
    tx,
    placed.map(({ placement }) => placement.eventId),
  )
  await writeRows(tx, placed, lease.fence())
  await recordAll(tx, placed.map(historyOf))
  const touched = new Set(placed.map(({ placement }) => placement.eventId))
  for (const { event_id } of before.rows) touched.add(event_id)
  // First where all of them went, then what happened to others: a change never concerns an article placed after it
  const changes = placed.flatMap(({ placement }) => placement.changes)
  for (const id of await writeChanges(tx, changes)) touched.add(id)
  await describeEvents(tx, touched)
}

const historyOf = ({ placement }: Placed): HistoryLine => ({
  eventId: placement.eventId,
  kind: placement.isNew ? 'began' : placement.role === 'copy' ? 'copied' : 'joined',
  why: placement.why,
  articleId: placement.articleId,
})

async function writeRows(tx: Queryable, placed: readonly Placed[], fence: number): Promise<void> {
  const column = <T>(read: (one: Placed) => T) => placed.map(read)
  await tx.query(
    `INSERT INTO event_articles (article_id, event_id, role, copy_of, copy_kind, why, considered, features, published_at, fence)
     SELECT a, e, r, o, k, w::jsonb, c::jsonb, f::jsonb, p, $10
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
       AS t (a, e, r, o, k, w, c, f, p)
     ON CONFLICT (article_id) DO UPDATE SET event_id = excluded.event_id, role = excluded.role, copy_of = excluded.copy_of,
       copy_kind = excluded.copy_kind, why = excluded.why, considered = excluded.considered, features = excluded.features,
       published_at = excluded.published_at, fence = excluded.fence, placed_at = now()`,
    [
      column(({ placement }) => placement.articleId),
      column(({ placement }) => placement.eventId),
      column(({ placement }) => placement.role),
      column(({ placement }) => placement.copyOf ?? null),
      column(({ placement }) => placement.copyKind ?? null),
      column(({ placement }) => JSON.stringify(placement.why)),
      column(({ placement }) => JSON.stringify(placement.considered)),
      column(({ features }) => JSON.stringify(features)),
      column(({ features }) => new Date(features.at).toISOString()),
      fence,
    ],
  )
}
