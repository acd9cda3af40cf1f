import type { Placed } from '@newsbraid/stages'
import type { Lease } from '../lease.ts'
import type { Queryable } from '../transaction.ts'
import { ensureEvent, record, writeChanges } from './apply-changes.ts'
import { describeEvents } from './describe-events.ts'

/** Writes where articles were placed and what that changed in other events, under the writer's lease. */
export async function savePlacements(tx: Queryable, placed: readonly Placed[], lease: Lease): Promise<void> {
  await lease.guard(tx)
  const touched = new Set<string>()
  for (const { features, placement } of placed) {
    // Later changes of the batch may have moved it on: first where it went, then what happened to others
    const before = await tx.query<{ event_id: string }>('SELECT event_id FROM event_articles WHERE article_id = $1', [placement.articleId])
    await ensureEvent(tx, placement.eventId)
    await tx.query(
      `INSERT INTO event_articles (article_id, event_id, role, copy_of, copy_kind, why, considered, features, published_at, fence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (article_id) DO UPDATE SET event_id = excluded.event_id, role = excluded.role, copy_of = excluded.copy_of,
         copy_kind = excluded.copy_kind, why = excluded.why, considered = excluded.considered, features = excluded.features,
         published_at = excluded.published_at, fence = excluded.fence, placed_at = now()`,
      [
        placement.articleId, placement.eventId, placement.role, placement.copyOf ?? null, placement.copyKind ?? null,
        JSON.stringify(placement.why), JSON.stringify(placement.considered), JSON.stringify(features), new Date(features.at).toISOString(), lease.fence(),
      ],
    )
    await record(tx, placement.eventId, placement.isNew ? 'began' : placement.role === 'copy' ? 'copied' : 'joined', placement.why, { articleId: placement.articleId })
    touched.add(placement.eventId)
    for (const { event_id } of before.rows) touched.add(event_id)
    for (const id of await writeChanges(tx, placement.changes)) touched.add(id)
  }
  await describeEvents(tx, touched)
}
