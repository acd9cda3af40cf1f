import type { Change, ChangeKind, EventChoice } from '@newsbraid/model'
import pg from 'pg'
import type { Database } from './database.ts'

const KINDS: Record<string, ChangeKind> = {
  began: 'event-new',
  joined: 'event-developed',
  copied: 'event-copied',
  merged: 'event-merged',
  split: 'event-split',
}

/** The history of events as a stream: `seq` is the history's own number. */
export async function changesAfter(pool: pg.Pool, seq: string, limit: number): Promise<Change[]> {
  const { rows } = await pool.query<{
    id: string
    event_id: string
    at: Date
    kind: string
    article_id: string | null
    choice: EventChoice | null
  }>(
    `SELECT h.id, h.event_id, h.at, h.kind, h.article_id, c.choice FROM event_history h
     LEFT JOIN event_choices c ON c.event_id = h.event_id
     WHERE h.id > $1::bigint AND h.kind = ANY($2) ORDER BY h.id LIMIT $3`,
    [seq, Object.keys(KINDS), limit],
  )
  return rows.map((row) => ({
    seq: row.id,
    kind: KINDS[row.kind]!,
    at: row.at.toISOString(),
    eventId: row.event_id,
    ...(row.article_id ? { articleId: row.article_id } : {}),
    ...(row.choice ? { choice: row.choice } : {}),
  }))
}

export async function lastChange(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ seq: string }>(
    'SELECT coalesce(max(id), 0)::text AS seq FROM event_history',
  )
  return rows[0]!.seq
}

/**
 * One LISTEN connection for all who wait, opened with the first and closed with the last; it is opened again when it
 * breaks, and wakes everybody then, since something may have been missed.
 */
export function changeBell(connection: Database['connection']): {
  onChange: (wake: () => void) => () => void
  close: () => Promise<void>
} {
  const waiting = new Set<() => void>()
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const ring = () => waiting.forEach((wake) => wake())
  const open = async (): Promise<void> => {
    if (client || waiting.size === 0) return
    const mine = new pg.Client({ ...connection, application_name: 'newsbraid-changes', keepAlive: true })
    client = mine
    const lost = () => {
      if (client !== mine) return
      client = undefined
      retry = setTimeout(() => void open(), 1000)
      retry.unref()
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ring)
    try {
      await mine.connect()
      await mine.query('LISTEN newsbraid_changes')
      ring()
    } catch {
      await mine.end().catch(() => {})
      lost()
    }
  }
  const close = async () => {
    clearTimeout(retry)
    const former = client
    client = undefined
    await former?.end().catch(() => {})
  }
  return {
    onChange(wake) {
      waiting.add(wake)
      void open()
      return () => {
        waiting.delete(wake)
        if (waiting.size === 0) void close()
      }
    },
    close,
  }
}
