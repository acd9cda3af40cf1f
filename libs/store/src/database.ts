import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from './embedded/server.ts'
import { migrate } from './migrate.ts'

export type Database = {
  pool: pg.Pool
  /** How others (the queue) connect to the same server */
  connection: pg.PoolConfig
  embedded: boolean
  /** No other process used the embedded server when this one came */
  sole: boolean
  close: () => Promise<void>
}

export type DatabaseOptions = {
  databaseUrl?: string
  dataDir: string
  poolSize?: number
  onError?: (error: Error) => void
}

/**
 * Opens the store: the server of `databaseUrl`, or an embedded one below `dataDir`, migrated to the newest schema.
 * Errors name DATABASE_URL.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const server: EmbeddedServer | undefined = options.databaseUrl
    ? undefined
    : await startEmbedded(options.dataDir)
  const connection: pg.PoolConfig = server ? server.connection : { connectionString: options.databaseUrl }
  const pool = new pg.Pool({
    ...connection,
    application_name: 'newsbraid',
    max: options.poolSize ?? 12,
    keepAlive: true,
    options: '-c search_path=newsbraid,public -c timezone=UTC -c jit=off',
  })
  pool.setMaxListeners(0)
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process
  pool.on('error', (error) => options.onError?.(error))
  const close = async () => {
    await pool.end()
    await server?.stop()
  }
  try {
    await migrate(pool)
  } catch (error) {
    await close().catch(() => {})
    if (server) throw error
    throw new Error(`Cannot use the database of DATABASE_URL`, { cause: error })
  }
  return { pool, connection, embedded: server !== undefined, sole: server?.sole ?? false, close }
}
