import { z } from 'zod'

/** What a job carries: ids and the token of the dispatch it belongs to. Bodies stay in the store. */
export type JobPayload = { ids: string[]; token: string }

/** One kind of job: which queue it travels through, its version and how its payload is read. */
export type JobDefinition<Q extends string = string> = {
  queue: Q
  /** `clean@1`: the version travels in the name */
  name: string
  maxBatch: number
  parse: (name: string, payload: unknown) => JobPayload
}

/**
 * Declares a kind of job once. `id` is the schema of what it names; `earlier` reads payloads of older versions by
 * their job name, so that yesterday's jobs are still understood. `parse` throws with the payload quoted.
 */
export function defineJob<const Q extends string>(options: {
  queue: Q
  version: number
  id: z.ZodType<string>
  maxBatch: number
  earlier?: Record<string, (payload: unknown) => JobPayload>
}): JobDefinition<Q> {
  const name = `${options.queue}@${options.version}`
  const schema = z.strictObject({
    ids: z.array(options.id).min(1).max(options.maxBatch),
    token: z.string().min(1).max(64),
  })
  return {
    queue: options.queue,
    name,
    maxBatch: options.maxBatch,
    parse(given, payload) {
      const earlier = options.earlier?.[given]
      if (earlier) return earlier(payload)
      if (given !== name) throw new Error(`Cannot read job "${given}": this service knows "${name}"`)
      const read = schema.safeParse(payload)
      if (!read.success)
        throw new Error(`Cannot read payload of "${given}": ${JSON.stringify(payload)?.slice(0, 200)}`, {
          cause: read.error,
        })
      return read.data
    },
  }
}
