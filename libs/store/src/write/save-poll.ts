import type { FoundPage, Poll } from '@newsbraid/stages'
import type { Queryable } from '../transaction.ts'

/**
 * Writes one poll: the feed's state with its validators, and the pages it names. Returns those that nobody had named
 * before; the unique key of `page_keys`, not a job id, sees to it that a page exists once.
 */
export async function savePoll(tx: Queryable, poll: Poll): Promise<FoundPage[]> {
  const { feed } = poll
  const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000)
  const { rows } = await tx.query<{ source_id: string }>(
    `UPDATE feeds SET
       state = CASE WHEN $2 THEN 'gone' ELSE state END,
       url = CASE WHEN $3::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM feeds o WHERE o.url = $3) THEN $3 ELSE url END,
       etag = $4, last_modified = $5, body_hash = $6, memory = $7, polls = polls + 1,
       failures = CASE WHEN $8::text IS NULL THEN 0 ELSE failures + 1 END,
       last_poll_at = now(), last_status = $9, last_outcome = $10, last_error = $8, repairs = CASE WHEN $10 = 'ok' THEN $11 ELSE repairs END,
       next_poll_at = CASE WHEN $2 THEN NULL ELSE to_timestamp($12) END, next_poll_reason = $13,
       last_entry_at = greatest(last_entry_at, least(now(), to_timestamp($14)))
     WHERE id = $1 RETURNING source_id`,
    [
      feed.id, poll.gone, poll.movedTo ?? null, poll.etag ?? null, poll.lastModified ?? null, poll.bodyHash ?? null,
      JSON.stringify(poll.memory), poll.error ?? null, poll.status ?? null, poll.outcome, JSON.stringify(poll.repairs),
      seconds(poll.nextPollMs), poll.nextPollReason, seconds(poll.lastEntryMs),
    ],
  )
  if (poll.hostFreeMs !== undefined)
    await tx.query('UPDATE hosts SET next_at = greatest(next_at, to_timestamp($2)) WHERE host = $1', [feed.host, poll.hostFreeMs / 1000])
  const sourceId = rows[0]?.source_id
  if (!sourceId) return []
  // A source added by its address alone is named by its feed's own title
  if (poll.feedTitle)
    await tx.query(
      `UPDATE sources SET name = CASE WHEN name = $2 THEN $3 ELSE name END, language = coalesce(language, $4), home_url = coalesce(home_url, $5) WHERE id = $1`,
      [sourceId, feed.url, poll.feedTitle, poll.feedLanguage ?? null, poll.homeUrl ?? null],
    )
  return poll.pages.length === 0 ? [] : savePages(tx, sourceId, feed.id, poll.pages)
}

export async function savePages(tx: Queryable, sourceId: string, feedId: string | null, pages: readonly FoundPage[]): Promise<FoundPage[]> {
  const sorted = [...new Map(pages.map((page) => [page.urlKey, page])).values()].sort((a, b) => (a.urlKey < b.urlKey ? -1 : 1))
  const column = <T>(read: (page: FoundPage) => T) => sorted.map(read)
  const known = await tx.query<{ url_key: string; page_id: string }>('SELECT url_key, page_id FROM page_keys WHERE url_key = ANY($1)', [
    column((page) => page.urlKey),
  ])
  const idOf = new Map(known.rows.map((row) => [row.url_key, row.page_id]))
  const fresh: FoundPage[] = []
  for (const page of sorted.filter(({ urlKey }) => !idOf.has(urlKey))) {
    await tx.query(
      'INSERT INTO pages (id, url, host, source_id, feed_id, entry) VALUES ($1, $2, $3, $4, $5, $6)',
      [page.id, page.url, page.host, sourceId, feedId, JSON.stringify(page.entry).replaceAll('\\u0000', '')],
    )
    const won = await tx.query('INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [page.urlKey, page.id])
    if (won.rowCount === 1) {
      idOf.set(page.urlKey, page.id)
      fresh.push(page)
      continue
    }
    // Another poll named it a moment ago
    await tx.query('DELETE FROM pages WHERE id = $1', [page.id])
    const theirs = await tx.query<{ page_id: string }>('SELECT page_id FROM page_keys WHERE url_key = $1', [page.urlKey])
    if (theirs.rows[0]) idOf.set(page.urlKey, theirs.rows[0].page_id)
  }
  if (feedId)
    await tx.query(
      `INSERT INTO page_feeds (page_id, feed_id) SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING`,
      [[...new Set(idOf.values())].sort(), feedId],
    )
  return fresh
}
