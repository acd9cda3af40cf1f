import type { DroppedBlock } from '@newsbraid/model'

/** Neighbouring blocks that were dropped for the same reason; each text with what gave it away, where that is new. */
export type DroppedGroup = { reason: string; blocks: { text: string; evidence: string | undefined }[] }

/** Joins blocks that follow one another and were dropped for the same reason, so that a menu of twenty links is one thing to read. */
export function groupDropped(dropped: readonly DroppedBlock[]): DroppedGroup[] {
  const groups: DroppedGroup[] = []
  let evidenceBefore: string | undefined
  for (const { text, reason, evidence } of dropped) {
    const last = groups.at(-1)
    const isSame = last?.reason === reason
    const block = { text, evidence: isSame && evidence === evidenceBefore ? undefined : evidence }
    if (isSame) last.blocks.push(block)
    else groups.push({ reason, blocks: [block] })
    evidenceBefore = evidence
  }
  return groups
}

/** How many blocks were dropped for each reason, most first. */
export function countReasons(dropped: readonly DroppedBlock[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}
