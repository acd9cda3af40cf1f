import type { ApiSource } from '@newsbraid/model'

export const HEALTHS = ['failing', 'silent', 'gone', 'waiting', 'healthy', 'paused'] as const
export type Health = (typeof HEALTHS)[number]

/** How a source fares, in one word; what needs a person's eye comes before what doesn't. */
export function healthOf(source: ApiSource): Health {
  if (source.state === 'gone') return 'gone'
  if (source.state === 'paused') return 'paused'
  if (source.failures > 0) return 'failing'
  if (source.lastFetchAt === undefined) return 'waiting'
  return source.silent ? 'silent' : 'healthy'
}
