import { createPostgresBackend, runMigrations, withBackend } from 'bullmq'
import pg from 'pg'
import { type BullBus, bullBus } from './bullmq-bus.ts'
import { queueSettings, workerSettings } from './queue-settings.ts'

const SCHEMA = 'bullmq'

/**
 * The bus on a PostgreSQL server; makes or migrates the schema `bullmq` there. One pool serves all queues and workers;
 * each worker holds one of its slots for LISTEN for good, hence `workers` in the pool's size.
 */
export async function postgresBus(
  connection: pg.PoolConfig,
  options: { workers: number; onError: (error: Error) => void },
): Promise<BullBus> {
  const pool = new pg.Pool({
    ...connection,
    application_name: 'newsbraid-bus',
    max: options.workers + 8,
    keepAlive: true,
    options: `-c search_path=${SCHEMA},public`,
  })
  pool.setMaxListeners(0)
  pool.on('error', options.onError)
  const client = await pool.connect()
  try {
    await runMigrations(client, SCHEMA)
  } finally {
    client.release()
  }
  const { Queue, Worker } = withBackend(createPostgresBackend)
  return bullBus(
    {
      queue: (name) => new Queue(name, { connection: pool, ...queueSettings }) as never,
      worker: (name, handle, concurrency) =>
        new Worker(name, async (job) => handle(job.name, job.data), {
          connection: pool,
          concurrency,
          ...workerSettings,
        }) as never,
      check: async () => void (await pool.query('SELECT 1')),
      close: () => pool.end(),
    },
    options.onError,
  )
}
