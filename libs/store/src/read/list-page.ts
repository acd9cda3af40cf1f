import { BadCursor, type PageQuery, readCursor, writeCursor } from '@newsbraid/model'
import type pg from 'pg'
import type { Conditions } from './conditions.ts'

/** What a list is ordered by; the id settles ties. */
export type Order = {
  /** The name the cursor carries */
  sort: string
  /** An SQL expression over `from` */
  by: string
  kind: 'time' | 'number' | 'text'
  direction: 'ASC' | 'DESC'
  /** The SQL of the id */
  id: string
}
export type ListQuery = { select: string; from: string; where: Conditions; order: Order; page: PageQuery }

/**
 * One page of a list by keyset: whatever comes or goes meanwhile, an item that stays where it is is seen once. Times
 * travel in the cursor as whole microseconds, as PostgreSQL keeps them; milliseconds would lose items.
 */
export async function listPage<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  { select, from, where, order, page }: ListQuery,
): Promise<{ rows: Row[]; nextCursor?: string; total: number }> {
  const { sort, by, kind, direction, id } = order
  const count = pool.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM ${from} WHERE ${where.sql}`,
    [...where.values],
  )
  if (page.cursor !== undefined) addCursor(where, order, page.cursor)
  const key =
    kind === 'time'
      ? `(extract(epoch FROM ${by}) * 1000000)::float8`
      : kind === 'number'
        ? `(${by})::float8`
        : by
  const limit = where.value(page.limit + 1)
  const found = pool.query<Row & { cursor_key: string | number; cursor_id: string }>(
    `SELECT ${select}, ${key} AS cursor_key, ${id} AS cursor_id FROM ${from} WHERE ${where.sql}
     ORDER BY ${by} ${direction}, ${id} ${direction} LIMIT ${limit}`,
    where.values,
  )
  const [counted, { rows: all }] = await Promise.all([count, found])
  const rows = all.slice(0, page.limit)
  const last = all.length > page.limit ? rows.at(-1) : undefined
  const nextCursor = last && writeCursor(sort, [last.cursor_key, last.cursor_id])
  return { rows, nextCursor, total: counted.rows[0]?.total ?? 0 }
}

function addCursor(where: Conditions, { sort, by, kind, direction, id }: Order, cursor: string): void {
  const [key, last, ...more] = readCursor(cursor, sort) ?? []
  const isKey =
    kind === 'text' ? isStorable(key) : kind === 'time' ? Number.isSafeInteger(key) : typeof key === 'number'
  if (!isKey || !isStorable(last) || more.length > 0) throw new BadCursor(cursor)
  const value = where.value(key)
  const typed =
    kind === 'time'
      ? `(timestamptz 'epoch' + ${value}::float8 * interval '1 microsecond')`
      : `${value}::${kind === 'number' ? 'float8' : 'text'}`
  where.add(
    `(${kind === 'number' ? `(${by})::float8` : by}, ${id}) ${direction === 'DESC' ? '<' : '>'} (${typed}, ${where.value(last)}::text)`,
  )
}

const isStorable = (value: unknown): boolean => typeof value === 'string' && !/[\0\p{Cs}]/u.test(value)
