import { fold } from '@newsbraid/text'
import type pg from 'pg'
import { namesFound } from './name-search.ts'

/** The ids of the places that are meant by an entity's id, its name in any script, or a form of it that extraction knows it under. */
export async function placesNamed(pool: pg.Pool, place: string): Promise<string[]> {
  const folded = fold(place)
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM entities WHERE type = 'place' AND (id = $1 OR name = $1)
     UNION SELECT entity_id FROM entity_keys WHERE type = 'place' AND key = ANY($2)`,
    [place, [folded, `=${folded}`]],
  )
  const { called } = await namesFound(pool, place)
  const named = called.flatMap(({ id, type }) => (type === 'place' ? [id] : []))
  return [...new Set([...rows.map(({ id }) => id), ...named])]
}
