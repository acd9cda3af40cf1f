import type { Change } from '@newsbraid/events'
import type { Queryable } from '../transaction.ts'
import { moveChoice } from './choose-event.ts'
import { describeEvents } from './describe-events.ts'

export type HistoryLine = {
  eventId: string
  kind: string
  why: readonly unknown[]
  articleId?: string
  otherEventId?: string
}

/** Writes merges and moves, with a history that says why, and tells the events they touched anew. */
export async function applyChanges(tx: Queryable, changes: readonly Change[]): Promise<void> {
  await describeEvents(tx, await writeChanges(tx, changes))
}

/** The same without telling; returns the ids of the events touched. */
export async function writeChanges(tx: Queryable, changes: readonly Change[]): Promise<Set<string>> {
  const touched = new Set<string>()
  const history: HistoryLine[] = []
  await ensureEvents(
    tx,
    changes.map((change) => (change.kind === 'merge' ? change.into : change.to)),
  )
  for (const change of changes) {
    const { why } = change
    if (change.kind === 'merge') {
      const { from, into } = change
      await tx.query('UPDATE event_articles SET event_id = $2 WHERE event_id = $1', [from, into])
      await tx.query(
        'UPDATE events SET merged_into = $2, version = version + 1, updated_at = now() WHERE id = $1 OR merged_into = $1',
        [from, into],
      )
      await tx.query('UPDATE events SET merged_into = NULL WHERE id = $1', [into])
      await moveChoice(tx, from, into)
      history.push({ eventId: into, kind: 'merged', why, otherEventId: from })
      touched.add(into)
    } else {
      const { from, to, articleId } = change
      await tx.query('UPDATE event_articles SET event_id = $2, why = $3 WHERE article_id = $1', [
        articleId,
        to,
        JSON.stringify(why),
      ])
      // An event that gets an article again is no longer merged away
      await tx.query('UPDATE events SET merged_into = NULL WHERE id = $1 AND merged_into IS NOT NULL', [to])
      history.push({ eventId: from, kind: 'left', why, articleId, otherEventId: to })
      history.push({ eventId: to, kind: 'joined', why, articleId, otherEventId: from })
      touched.add(from).add(to)
    }
  }
  await recordAll(tx, history)
  return touched
}

/** Rows for events that are named for the first time; telling them fills the rest. */
export async function ensureEvents(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.query(
    `INSERT INTO events (id, version, title, title_lang, summary, first_seen, last_development, languages, article_count, independent_source_count, view, search)
     SELECT id, 0, '', 'und', '', now(), now(), '{}', 0, 0, '{}', ''::tsvector FROM unnest($1::text[]) AS e (id) ON CONFLICT DO NOTHING`,
    [[...new Set(ids)].sort()],
  )
}

/** Lines of the history, numbered in the order given. */
export async function recordAll(tx: Queryable, lines: readonly HistoryLine[]): Promise<void> {
  if (lines.length === 0) return
  await tx.query(
    `INSERT INTO event_history (event_id, kind, article_id, other_event_id, why)
     SELECT e, k, a, o, w::jsonb FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
       WITH ORDINALITY AS t (e, k, a, o, w, n) ORDER BY n`,
    [
      lines.map(({ eventId }) => eventId),
      lines.map(({ kind }) => kind),
      lines.map(({ articleId }) => articleId ?? null),
      lines.map(({ otherEventId }) => otherEventId ?? null),
      lines.map(({ why }) => JSON.stringify(why)),
    ],
  )
}
