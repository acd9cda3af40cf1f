import type { Change } from '@newsbraid/events'
import type { Queryable } from '../transaction.ts'
import { describeEvents } from './describe-events.ts'

/** Writes merges and moves, with a history that says why, and tells the events they touched anew. */
export async function applyChanges(tx: Queryable, changes: readonly Change[]): Promise<void> {
  await describeEvents(tx, await writeChanges(tx, changes))
}

/** The same without telling; returns the ids of the events touched. */
export async function writeChanges(tx: Queryable, changes: readonly Change[]): Promise<Set<string>> {
  const touched = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'merge') {
      await ensureEvent(tx, change.into)
      await tx.query('UPDATE event_articles SET event_id = $2 WHERE event_id = $1', [change.from, change.into])
      await tx.query('UPDATE events SET merged_into = $2, version = version + 1, updated_at = now() WHERE id = $1 OR merged_into = $1', [change.from, change.into])
      await tx.query('UPDATE events SET merged_into = NULL WHERE id = $1', [change.into])
      await record(tx, change.into, 'merged', change.why, { otherEventId: change.from })
      touched.add(change.into)
    } else {
      await ensureEvent(tx, change.to)
      await tx.query('UPDATE event_articles SET event_id = $2, why = $3 WHERE article_id = $1', [change.articleId, change.to, JSON.stringify(change.why)])
      // An event that gets an article again is no longer merged away
      await tx.query('UPDATE events SET merged_into = NULL WHERE id = $1', [change.to])
      await record(tx, change.from, 'left', change.why, { articleId: change.articleId, otherEventId: change.to })
      await record(tx, change.to, 'joined', change.why, { articleId: change.articleId, otherEventId: change.from })
      touched.add(change.from).add(change.to)
    }
  }
  return touched
}

/** A row for an event that is named for the first time; telling it fills the rest. */
export async function ensureEvent(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    `INSERT INTO events (id, version, title, title_lang, summary, first_seen, last_development, languages, article_count, independent_source_count, view, search)
     VALUES ($1, 0, '', 'und', '', now(), now(), '{}', 0, 0, '{}', ''::tsvector) ON CONFLICT DO NOTHING`,
    [id],
  )
}

export async function record(
  tx: Queryable,
  eventId: string,
  kind: string,
  why: readonly unknown[],
  about: { articleId?: string; otherEventId?: string },
): Promise<void> {
  await tx.query('INSERT INTO event_history (event_id, kind, article_id, other_event_id, why) VALUES ($1, $2, $3, $4, $5)', [
    eventId, kind, about.articleId ?? null, about.otherEventId ?? null, JSON.stringify(why),
  ])
}
