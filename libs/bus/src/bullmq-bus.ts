import type { Bus, Consumer, QueueCounts } from '@newsbraid/pipeline'
import type { Queue, Worker } from 'bullmq'

/** The two constructors a backend supplies; everything else is the same on both. */
export type Backend = {
  queue: (name: string) => Queue
  worker: (
    name: string,
    handle: (name: string, data: unknown) => Promise<void>,
    concurrency: number,
  ) => Worker
  check: () => Promise<void>
  close: () => Promise<void>
}

/** The bus, and its BullMQ queues for the dashboard and the metrics. */
export type BullBus = Bus & { queueOf: (name: string) => Queue }

/** The bus port over BullMQ. Queues are opened at first use. `onError` hears of connections that break; they mend themselves. */
export function bullBus(backend: Backend, onError: (error: Error) => void): BullBus {
  const queues = new Map<string, Queue>()
  const workers = new Set<Worker>()
  const queueOf = (name: string): Queue => {
    let queue = queues.get(name)
    if (!queue) {
      queue = backend.queue(name)
      queue.on('error', onError)
      queues.set(name, queue)
    }
    return queue
  }
  return {
    queueOf,
    async add(name, jobs) {
      await queueOf(name).addBulk(
        jobs.map((job) => ({ name: job.name, data: job.payload, opts: { jobId: job.id } })),
      )
    },
    async consume(name, handle, { concurrency }): Promise<Consumer> {
      const worker = backend.worker(name, handle, concurrency)
      worker.on('error', onError)
      workers.add(worker)
      await worker.waitUntilReady()
      return {
        async close() {
          workers.delete(worker)
          await worker.close()
        },
      }
    },
    async counts(name): Promise<QueueCounts> {
      const counts = await queueOf(name).getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed')
      const of = (state: string) => counts[state] ?? 0
      return {
        waiting: of('wait') + of('waiting') + of('prioritized'),
        active: of('active'),
        delayed: of('delayed'),
        failed: of('failed'),
      }
    },
    check: () => backend.check(),
    async close() {
      await Promise.all([...workers].map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await backend.close()
    },
  }
}
