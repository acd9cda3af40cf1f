import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { type BullBus, bullBus } from './bullmq-bus.ts'
import { prefixOf, queueSettings, workerSettings } from './queue-settings.ts'

/**
 * The bus on Redis or Valkey. Refuses a server that may evict keys. Nothing in it is the only copy of anything: what
 * the server loses is dispatched again out of the store.
 */
export async function redisBus(url: string, options: { onError: (error: Error) => void }): Promise<BullBus> {
  // Commands wait through an outage instead of failing; workers need null here
  const connections: Redis[] = []
  const connect = (): Redis => {
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      enableReadyCheck: true,
      retryStrategy: (n) => Math.min(n * 100, 2000),
    })
    redis.on('error', options.onError)
    connections.push(redis)
    return redis
  }
  const shared = connect()
  await answered(shared, url)
  await refuseEviction(shared, url, options.onError)
  return bullBus(
    {
      queue: (name) =>
        new Queue(name, { connection: shared, prefix: prefixOf(name), ...queueSettings }) as never,
      worker: (name, handle, concurrency) =>
        new Worker(name, async (job) => handle(job.name, job.data), {
          connection: connect(),
          prefix: prefixOf(name),
          concurrency,
          ...workerSettings,
        }) as never,
      check: async () => {
        if (shared.status !== 'ready')
          throw new Error(`Cannot reach the queue at "${withoutPassword(url)}": it is ${shared.status}`)
        await shared.ping()
      },
      // BullMQ leaves connections alone that it was given
      close: async () => connections.forEach((redis) => redis.disconnect()),
    },
    options.onError,
  )
}

const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//***@')

/** Services may start before the server does; a minute is long enough. */
const PATIENCE_MS = 60_000

async function answered(redis: Redis, url: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(
      `Cannot reach the queue at "${withoutPassword(url)}" of REDIS_URL in ${PATIENCE_MS / 1000} s`,
    )
    timer = setTimeout(() => reject(error), PATIENCE_MS)
  })
  try {
    await Promise.race([redis.ping(), late])
  } catch (error) {
    redis.disconnect()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function refuseEviction(redis: Redis, url: string, onError: (error: Error) => void): Promise<void> {
  let policy: unknown
  try {
    policy = ((await redis.config('GET', 'maxmemory-policy')) as string[])[1]
  } catch (error) {
    // Hosted servers may forbid CONFIG; then nothing can be known
    onError(
      new Error(`Cannot read maxmemory-policy of "${withoutPassword(url)}"; it must be "noeviction"`, {
        cause: error,
      }),
    )
    return
  }
  if (policy !== 'noeviction') {
    redis.disconnect()
    throw new Error(
      `Cannot use the queue at "${withoutPassword(url)}": its maxmemory-policy is "${String(policy)}" and must be "noeviction"`,
    )
  }
}
