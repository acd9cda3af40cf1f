import type { ArticleWhy, Evidence } from '@newsbraid/model'
import type pg from 'pg'
import { orAbsent } from './rows.ts'

type WhyRow = {
  id: string
  event_id: string | null
  role: string | null
  copy_of: string | null
  why: Evidence[] | null
  considered: { eventId: string; score: number }[] | null
}

/** Why an article stands in its event, and the events that were weighed beside it. */
export async function articleWhy(pool: pg.Pool, id: string): Promise<ArticleWhy | undefined> {
  const { rows } = await pool.query<WhyRow>(
    `SELECT a.id, ea.event_id, ea.role, ea.copy_of, ea.why, ea.considered
     FROM articles a LEFT JOIN event_articles ea ON ea.article_id = a.id WHERE a.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return undefined
  const considered = row.considered ?? []
  const titles = await pool.query<{ id: string; title: string }>(
    'SELECT id, title FROM events WHERE id = ANY($1)',
    [considered.map(({ eventId }) => eventId)],
  )
  const titleOf = new Map(titles.rows.map((event) => [event.id, event.title]))
  return {
    articleId: row.id,
    eventId: orAbsent(row.event_id),
    role: orAbsent(row.role),
    copyOf: orAbsent(row.copy_of),
    why: row.why ?? [],
    considered: considered
      .filter(({ eventId }) => eventId !== row.event_id)
      .map(({ eventId, score }) => ({ eventId, score, title: titleOf.get(eventId) })),
  }
}
