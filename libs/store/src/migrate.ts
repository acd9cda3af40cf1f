import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

const SCHEMA = 'newsbraid'

/** Where the numbered files lie: beside the source, or beside a built app. */
function migrationsFolder(): string {
  const candidates = ['../assets/migrations', '../../assets/store/migrations'].map((p) =>
    path.resolve(import.meta.dirname, p),
  )
  const found = candidates.find((folder) => fs.existsSync(folder))
  if (!found)
    throw new Error(`Cannot find the database migrations in ${candidates.map((c) => `"${c}"`).join(' or ')}`)
  return found
}

/**
 * Brings the schema `newsbraid` up to the newest numbered file; each runs once, in its own transaction, and two
 * processes that start together take turns. Returns the names of those applied.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const folder = migrationsFolder()
  const files = fs
    .readdirSync(folder)
    .filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name))
    .sort()
  const client = await pool.connect()
  const applied: string[] = []
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('newsbraid-migrate'))`)
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`)
    await client.query(`SET search_path = ${SCHEMA}`)
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    )
    const known = new Set(
      (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map((row) => row.name),
    )
    const newest = [...known].sort().at(-1)
    if (newest && files.length > 0 && newest > files.at(-1)!)
      throw new Error(`Cannot use this database: it was made by a newer Newsbraid (migration "${newest}")`)
    for (const name of files.filter((file) => !known.has(file))) {
      await client.query('BEGIN')
      try {
        await client.query(fs.readFileSync(path.join(folder, name), 'utf8'))
        await client.query('INSERT INTO migrations (name) VALUES ($1)', [name])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw new Error(`Cannot apply migration "${name}"`, { cause: error })
      }
      applied.push(name)
    }
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('newsbraid-migrate'))`).catch(() => {})
    client.release()
  }
  return applied
}
