import type { FoundPage, Poll, SavedPages } from '@newsbraid/stages'
import { storable, storableJson } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/**
 * Writes one poll: the feed's state with its validators, and the pages it names. Returns those that nobody had named
 * before and those the feed says have changed; the unique key of `page_keys`, not a job id, sees to it that a page exists once.
 */
export async function savePoll(tx: Queryable, poll: Poll): Promise<SavedPages> {
  const { feed } = poll
  const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000)
  const { rows } = await tx.query<{ source_id: string }>(
    `UPDATE feeds SET
       state = CASE WHEN $2 OR EXISTS (SELECT 1 FROM feeds o WHERE o.url = $3 AND o.id <> $1) THEN 'gone' ELSE state END,
       url = CASE WHEN $3::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM feeds o WHERE o.url = $3) THEN $3 ELSE url END,
       validators_url = $15,
       kind = CASE WHEN kind_chosen THEN kind ELSE coalesce($16, kind) END,
       etag = $4, last_modified = $5, body_hash = $6, memory = $7, polls = polls + 1,
       failures = CASE WHEN $8::text IS NULL THEN 0 ELSE failures + 1 END,
       last_poll_at = now(), last_status = $9, last_outcome = $10, last_error = $8, repairs = CASE WHEN $10 = 'ok' THEN $11 ELSE repairs END,
       next_poll_at = CASE WHEN $2 THEN NULL ELSE to_timestamp($12) END, next_poll_reason = $13, next_poll_why = $17,
       last_entry_at = CASE WHEN $14::float8 IS NULL THEN last_entry_at ELSE greatest(last_entry_at, least(now(), to_timestamp($14))) END
     WHERE id = $1 RETURNING source_id`,
    [
      feed.id,
      poll.gone,
      poll.movedTo ?? null,
      poll.etag ?? null,
      poll.lastModified ?? null,
      poll.bodyHash ?? null,
      JSON.stringify(poll.memory),
      poll.error ?? null,
      poll.status ?? null,
      poll.outcome,
      JSON.stringify(poll.repairs),
      seconds(poll.nextPollMs),
      poll.nextPollReason,
      seconds(poll.lastEntryMs),
      poll.validatorsUrl ?? null,
      poll.kind ?? null,
      poll.nextPollWhy ? JSON.stringify(poll.nextPollWhy) : null,
    ],
  )
  if (poll.hostFreeMs !== undefined)
    await tx.query('UPDATE hosts SET next_at = greatest(next_at, to_timestamp($2)) WHERE host = $1', [
      feed.host,
      poll.hostFreeMs / 1000,
    ])
  const sourceId = rows[0]?.source_id
  if (!sourceId) return { fresh: [], updated: [], hasPushes: false }
  if (poll.pushId)
    await tx.query('DELETE FROM feed_pushes WHERE feed_id = $1 AND id <= $2', [feed.id, poll.pushId])
  // A source added by its address alone is named by its feed's own title
  if (poll.feedTitle)
    await tx.query(
      `UPDATE sources SET name = CASE WHEN name = $2 OR name ~ '^https?://' THEN $3 ELSE name END, language = coalesce(language, $4), home_url = coalesce(home_url, $5) WHERE id = $1`,
      [sourceId, feed.url, poll.feedTitle, poll.feedLanguage ?? null, poll.homeUrl ?? null],
    )
  const pushes = await tx.query('SELECT 1 FROM feed_pushes WHERE feed_id = $1 LIMIT 1', [feed.id])
  const hasPushes = pushes.rowCount === 1
  if (poll.pages.length === 0) return { fresh: [], updated: [], hasPushes }
  const { fresh, idOf } = await savePages(tx, sourceId, feed.id, poll.pages)
  return { fresh, updated: await updatedPages(tx, feed.id, poll.pages, idOf), hasPushes }
}

/**
 * Known pages whose entry says they changed after they were fetched, by a minute or more; and those the feed's own text
 * stood for before it was found to be cut.
 */
async function updatedPages(
  tx: Queryable,
  feedId: string,
  pages: readonly FoundPage[],
  idOf: ReadonlyMap<string, string>,
): Promise<{ id: string; host: string }[]> {
  const told = pages.filter(({ urlKey }) => idOf.has(urlKey))
  const { rows } = await tx.query<{ id: string; host: string }>(
    `SELECT p.id, p.host FROM unnest($1::text[], $2::timestamptz[]) AS t (id, updated) JOIN pages p ON p.id = t.id
     WHERE t.updated > p.fetched_at + interval '1 minute' AND p.fetched_at < now() - interval '10 minutes' AND t.updated <= now() + interval '1 minute'
       OR p.feed_id = $3 AND p.final_url IS NULL AND p.fetched_at IS NOT NULL AND p.gone_at IS NULL
         AND EXISTS (SELECT FROM feeds f WHERE f.id = $3 AND f.texts_whole < f.texts_compared)`,
    [told.map(({ urlKey }) => idOf.get(urlKey)), told.map(({ entry }) => entry.updated ?? null), feedId],
  )
  return rows
}

async function savePages(
  tx: Queryable,
  sourceId: string,
  feedId: string,
  pages: readonly FoundPage[],
): Promise<{ fresh: FoundPage[]; idOf: Map<string, string> }> {
  const sorted = [...new Map(pages.map((page) => [page.urlKey, page])).values()].sort((a, b) =>
    a.urlKey < b.urlKey ? -1 : 1,
  )
  const column = <T>(read: (page: FoundPage) => T) => sorted.map(read)
  const known = await tx.query<{ url_key: string; page_id: string }>(
    'SELECT url_key, page_id FROM page_keys WHERE url_key = ANY($1)',
    [column((page) => page.urlKey)],
  )
  const idOf = new Map(known.rows.map((row) => [row.url_key, row.page_id]))
  const fresh: FoundPage[] = []
  for (const page of sorted.filter(({ urlKey }) => !idOf.has(urlKey))) {
    await tx.query(
      'INSERT INTO pages (id, url, host, source_id, feed_id, entry) VALUES ($1, $2, $3, $4, $5, $6)',
      [page.id, page.url, page.host, sourceId, feedId, storableJson(page.entry)],
    )
    const won = await tx.query(
      'INSERT INTO page_keys (url_key, page_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [page.urlKey, page.id],
    )
    if (won.rowCount === 1) {
      idOf.set(page.urlKey, page.id)
      fresh.push(page)
      if (page.body !== undefined) {
        await tx.query(`INSERT INTO page_bodies (page_id, kind, body) VALUES ($1, 'html', $2)`, [
          page.id,
          storable(page.body),
        ])
        await tx.query('UPDATE pages SET fetched_at = now() WHERE id = $1', [page.id])
      }
      continue
    }
    // Another poll named it a moment ago
    await tx.query('DELETE FROM pages WHERE id = $1', [page.id])
    const theirs = await tx.query<{ page_id: string }>('SELECT page_id FROM page_keys WHERE url_key = $1', [
      page.urlKey,
    ])
    if (theirs.rows[0]) idOf.set(page.urlKey, theirs.rows[0].page_id)
  }
  await tx.query(
    `INSERT INTO page_feeds (page_id, feed_id) SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING`,
    [[...new Set(idOf.values())].sort(), feedId],
  )
  return { fresh, idOf }
}
