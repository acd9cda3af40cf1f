import type pg from 'pg'

export type Queryable = Pick<pg.ClientBase, 'query'>

const RETRYABLE = new Set(['40001', '40P01'])

/** Runs `act` in one transaction; deadlocks and serialisation failures are tried again, four times at most. */
export async function inTransaction<T>(pool: pg.Pool, act: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      const result = await act(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => (broken = e))
      if (!(tries < 5 && RETRYABLE.has((error as { code?: string }).code ?? ''))) throw error
    } finally {
      client.release(broken)
    }
  }
}
