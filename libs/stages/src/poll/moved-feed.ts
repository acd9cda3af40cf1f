import type { FetchAnswer } from '@newsbraid/web'
import type { FeedMemory, FeedToPoll, Politeness } from '../ports.ts'

const PERMANENT = new Set([301, 308])

/**
 * Whether a feed has moved: only permanent redirects, to the same address so many times in a row, to something that
 * was read as a feed. Temporary ones change nothing.
 */
export function movedFeed(
  feed: FeedToPoll,
  answer: FetchAnswer,
  politeness: Politeness,
): { to?: string; memory: Pick<FeedMemory, 'movedTo' | 'movedTimes'> } {
  const { redirects } = answer
  const permanent = redirects.length > 0 && redirects.every(({ status }) => PERMANENT.has(status))
  if (!permanent) return { memory: { movedTimes: 0 } }
  const times = feed.memory.movedTo === answer.url ? (feed.memory.movedTimes ?? 0) + 1 : 1
  const memory = { movedTo: answer.url, movedTimes: times }
  return times >= politeness.movedAfter && answer.url !== feed.url ? { to: answer.url, memory } : { memory }
}
