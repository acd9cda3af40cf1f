import type pg from 'pg'
import { sendInto } from './ledger.ts'
import { inTransaction } from './transaction.ts'

/** A site of more pages than this is known well enough; its early pages are not cleaned again */
const YOUNG_SITE_PAGES = 24
const QUIET_SECONDS = 2

/**
 * The first pages of a site are cleaned before much is known of it. Once a young site rests (nothing of it is being
 * fetched or cleaned), its pages that were cleaned with less knowledge are cleaned again, so that they come out alike
 * in whatever order they arrived. Returns how many were sent.
 */
export const cleanAgain = (pool: pg.Pool, stageOf: (queue: string) => string): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `WITH resting AS (
         SELECT t.host, t.pages FROM site_templates t
         WHERE t.pages BETWEEN 3 AND $1 AND t.updated_at < now() - $2 * interval '1 second'
           AND t.updated_at > now() - interval '1 day'
           AND NOT EXISTS (
             SELECT 1 FROM work w JOIN pages p ON p.id = w.item_id
             WHERE p.host = t.host AND w.stage IN ('fetch-page', 'clean-page')
               AND (w.state IN ('queued', 'running') OR w.state = 'ready' AND w.due_at <= now())))
       SELECT p.id FROM resting JOIN pages p ON p.host = resting.host JOIN articles a ON a.id = p.id
       JOIN page_bodies b ON b.page_id = p.id
       WHERE p.cleaned_with < resting.pages AND b.kind = 'html' ORDER BY p.id LIMIT 500`,
      [YOUNG_SITE_PAGES, QUIET_SECONDS],
    )
    await sendInto(tx, { stageOf })(
      'clean',
      rows.map(({ id }) => ({ id })),
    )
    return rows.length
  })
