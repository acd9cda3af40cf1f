import type { JobPayload } from './job.ts'

export type BusJob = { id: string; name: string; payload: JobPayload }
export type QueueCounts = { waiting: number; active: number; delayed: number; failed: number }
export type Consumer = { close: () => Promise<void> }

/**
 * The queue as the line sees it: at-least-once, in no promised order. An adapter passes `busConformance`.
 * `handle` gets the payload as it came; what it throws marks the job failed.
 */
export type Bus = {
  add: (queue: string, jobs: readonly BusJob[]) => Promise<void>
  consume: (
    queue: string,
    handle: (name: string, payload: unknown) => Promise<void>,
    options: { concurrency: number },
  ) => Promise<Consumer>
  counts: (queue: string) => Promise<QueueCounts>
  /** Throws when the queue can't be reached. */
  check: () => Promise<void>
  close: () => Promise<void>
}
