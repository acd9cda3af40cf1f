// Puts the jobs that a queue on Redis still remembers as finished into it once more, as a broker that delivers twice would.
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'

const redis = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null })
let count = 0
for (const name of ['poll', 'fetch', 'clean', 'extract', 'place']) {
  const queue = new Queue(name, { connection: redis, prefix: `{newsbraid:${name}}` })
  const jobs = await queue.getJobs(['completed', 'failed'])
  await queue.addBulk(
    jobs
      .filter(Boolean)
      .map((job) => ({ name: job.name, data: job.data, opts: { jobId: `${job.id}-again-${Date.now()}` } })),
  )
  count += jobs.length
  await queue.close()
}
redis.disconnect()
console.log(`${count} jobs delivered again`)
