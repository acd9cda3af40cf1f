import type { Fetcher } from '@newsbraid/web'

/** A model that somebody serves, over HTTP. */
export type ServedModel = { url: string; model: string; key?: string; timeoutMs: number }
export type ServedOutcome = 'ok' | 'failed' | 'resting'
export type ServedWorld = {
  fetch: Fetcher
  now: () => number
  /** Hears how every question ended; `error` says why it failed */
  told: (outcome: ServedOutcome, error?: Error) => void
}

const FAILURES = 3
const REST_MS = 60_000
const MAX_ANSWER_BYTES = 2_000_000

/**
 * Asks a served model with JSON and reads what it answers. Undefined when it fails, answers nonsense or is too slow. After
 * three failures in a row it isn't asked for a minute, so that a server that hangs does not hold the line.
 */
export function askModel<T>(
  { key, timeoutMs }: Pick<ServedModel, 'key' | 'timeoutMs'>,
  world: ServedWorld,
): (url: string, question: unknown, read: (answer: unknown) => T) => Promise<T | undefined> {
  let failures = 0
  let restUntilMs = 0
  return async (url, question, read) => {
    if (world.now() < restUntilMs) {
      world.told('resting')
      return undefined
    }
    try {
      const answer = await world.fetch({
        url,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(question),
        timeoutMs,
        maxBytes: MAX_ANSWER_BYTES,
      })
      const body = new TextDecoder().decode(answer.bytes)
      if (answer.status !== 200)
        throw new Error(`The model answered ${answer.status}: ${JSON.stringify(body.slice(0, 200))}`)
      const found = read(jsonOf(body))
      failures = 0
      world.told('ok')
      return found
    } catch (error) {
      failures++
      if (failures >= FAILURES) restUntilMs = world.now() + REST_MS
      world.told('failed', error instanceof Error ? error : new Error(String(error)))
      return undefined
    }
  }
}

/** An endpoint below a server's base address; that of the endpoint itself is given as often. */
export const endpointOf = (url: string, endpoint: string): string => {
  const base = url.replace(/\/+$/, '')
  return base.endsWith(`/${endpoint}`) ? base : `${base}/${endpoint}`
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Error(`Cannot read JSON ${JSON.stringify(body.slice(0, 80))}`, { cause: error })
  }
}
