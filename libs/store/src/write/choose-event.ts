import type { Decision, EventChoice } from '@newsbraid/model'
import type { Queryable } from '../transaction.ts'

/** Keeps what a person wants of an event, in place of an earlier wish; `undefined` takes it back. Returns the event's id. */
export async function chooseEvent(
  tx: Queryable,
  id: string,
  choice: EventChoice | undefined,
): Promise<Decision<string>> {
  const { rows } = await tx.query<{ merged_into: string | null }>(
    'UPDATE events SET version = version + 1, updated_at = now() WHERE id = $1 RETURNING merged_into',
    [id],
  )
  const [event] = rows
  if (!event) return { refused: 'not-found', detail: `There is no event "${id}"` }
  if (event.merged_into !== null)
    return { refused: 'conflict', detail: `Event "${id}" was merged into "${event.merged_into}"` }
  if (choice === undefined) await tx.query('DELETE FROM event_choices WHERE event_id = $1', [id])
  else
    await tx.query(
      `INSERT INTO event_choices (event_id, choice) VALUES ($1, $2)
       ON CONFLICT (event_id) DO UPDATE SET choice = excluded.choice, made_at = now()`,
      [id, choice],
    )
  await tx.query(`SELECT pg_notify('newsbraid_changes', '1')`)
  return { done: id }
}

/** The event that takes another in inherits what was wished of it; the later wish stands. */
export async function moveChoice(tx: Queryable, from: string, into: string): Promise<void> {
  await tx.query(
    `WITH former AS (DELETE FROM event_choices WHERE event_id = $1 RETURNING choice, made_at)
     INSERT INTO event_choices (event_id, choice, made_at) SELECT $2, choice, made_at FROM former
     ON CONFLICT (event_id) DO UPDATE SET choice = excluded.choice, made_at = excluded.made_at
     WHERE excluded.made_at > event_choices.made_at`,
    [from, into],
  )
}
