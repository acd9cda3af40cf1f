import type { ApiStore } from '@newsbraid/model'
import { canonicalUrl, urlKey } from '@newsbraid/web'
import type pg from 'pg'
import { orAbsent } from './rows.ts'
import { stepsOf } from './steps.ts'

type Row = { page_id: string; url: string; article_id: string | null; event_id: string | null }

/** Where the page of an address is, found under any address it is known by. */
export function traceRead(pool: pg.Pool): Pick<ApiStore, 'trace'> {
  return {
    async trace(url) {
      const key = keyOf(url)
      if (key === undefined) return undefined
      const { rows } = await pool.query<Row>(
        `SELECT k.page_id, p.url, a.id AS article_id, ea.event_id FROM page_keys k JOIN pages p ON p.id = k.page_id
         LEFT JOIN articles a ON a.id = p.id LEFT JOIN event_articles ea ON ea.article_id = a.id WHERE k.url_key = $1`,
        [key],
      )
      const [row] = rows
      if (!row) return undefined
      const { article_id: articleId, event_id: eventId } = row
      const steps = await stepsOf(pool, row.page_id)
      return { url, canonicalUrl: row.url, articleId: orAbsent(articleId), eventId: orAbsent(eventId), steps }
    },
  }
}

/** A text that was handed in without an address has a name instead. */
function keyOf(url: string): string | undefined {
  if (/^urn:newsbraid:text:[0-9a-f]{1,64}$/.test(url)) return url.slice('urn:newsbraid:'.length)
  const canonical = canonicalUrl(url)
  return canonical && urlKey(canonical)
}
