import type { ArticleFeatures } from '@newsbraid/events'
import type pg from 'pg'

export type PlacedRow = {
  features: ArticleFeatures
  article_id: string
  event_id: string
  role: 'report' | 'copy' | 'followup'
  copy_of: string | null
}

/** What was placed in the last days of the stream, oldest first, so many at a time. */
export async function* placedLately(pool: pg.Pool, days: number, page: number): AsyncGenerator<PlacedRow[]> {
  let after: [at: string, id: string] = ['-infinity', '']
  for (;;) {
    const { rows } = await pool.query<PlacedRow & { at: string }>(
      `SELECT features, article_id, event_id, role, copy_of, published_at::text AS at FROM event_articles
       WHERE published_at > (SELECT max(published_at) FROM event_articles) - $1 * interval '1 day'
         AND (published_at, article_id) > ($2::timestamptz, $3)
       ORDER BY published_at, article_id LIMIT $4`,
      [days, ...after, page],
    )
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = [last.at, last.article_id]
  }
}
