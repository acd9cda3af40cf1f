import type pg from 'pg'
import { namesFound } from './name-search.ts'
import { textQuery, writingsQuery } from './text-query.ts'

const MOST_NAMES = 40

/** What free text looks for: words as a tsquery, and whom it names, if anybody. Undefined when there is no word in it. */
export async function searchFor(
  pool: pg.Pool,
  q: string,
): Promise<{ text: string; entities: string[] } | undefined> {
  const plain = textQuery(q)
  if (plain === undefined) return undefined
  const { called, words } = await namesFound(pool, q)
  if (called.length === 0) return { text: plain, entities: [] }
  // A name finds the same in whichever script and spelling it is asked for
  const others = await namesOf(
    pool,
    called.flatMap(({ id, type }) => (type === 'person' ? [] : [id])),
  )
  const queries = [
    writingsQuery(words),
    ...others.map((name) => writingsQuery(name.split(' ').map((word) => [word]))),
  ]
  const text = [...new Set(queries)].filter((one) => one !== undefined).map((one) => `(${one})`)
  return { text: text.length > 0 ? text.join(' | ') : plain, entities: called.map(({ id }) => id) }
}

/** Normal forms of the full names of places and organisations, which may share no letter: مصر and Egypt. */
async function namesOf(pool: pg.Pool, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<{ form: string }>(
    `SELECT s.form FROM entities e JOIN entity_spellings s ON s.entity_id = e.id
     WHERE (e.id = ANY($1) OR e.merged_into = ANY($1)) AND s.is_name AND s.form <> '' GROUP BY 1 ORDER BY 1 LIMIT $2`,
    [ids, MOST_NAMES],
  )
  return rows.map(({ form }) => form)
}
