import type { ArticleFeatures } from '@newsbraid/events'
import type { Queryable } from '../transaction.ts'

/** Keeps what placing will compare; reading an article again replaces it. */
export async function saveFeatures(tx: Queryable, batch: readonly ArticleFeatures[]): Promise<void> {
  const sorted = [...batch].sort((a, b) => (a.id < b.id ? -1 : 1))
  await tx.query(
    `INSERT INTO article_features (article_id, features) SELECT * FROM unnest($1::text[], $2::jsonb[])
     ON CONFLICT (article_id) DO UPDATE SET features = excluded.features`,
    [
      sorted.map(({ id }) => id),
      sorted.map((features) => JSON.stringify(features).replaceAll('\\u0000', '')),
    ],
  )
}
