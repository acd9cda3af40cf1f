/** Settings every queue shares on both backends; each guards against a failure that was measured. */
export const queueSettings = {
  defaultJobOptions: {
    // The store decides on retries, item by item; a job is only tried again when the store could not be reached
    attempts: 3,
    backoff: { type: 'exponential' as const, delay: 1000 },
    removeOnComplete: { age: 600, count: 200 },
    removeOnFail: { age: 86_400, count: 1000 },
  },
  streams: { events: { maxLen: 1000 } },
}

export const workerSettings = {
  // With BullMQ's default of 1, half of the slow jobs were failed for good after three worker kills
  maxStalledCount: 10,
  lockDuration: 60_000,
  stalledInterval: 15_000,
}

/** The braces keep all keys of a queue on one Redis Cluster slot; without them `add` fails with CROSSSLOT. */
export const prefixOf = (queue: string): string => `{newsbraid:${queue}}`
