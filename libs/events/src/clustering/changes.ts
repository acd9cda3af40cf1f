import type { Evidence } from '@newsbraid/model'
import type { Item } from './item.ts'

/** An event that went into another, or an article that went over. */
export type Change =
  | { kind: 'merge'; from: string; into: string; why: Evidence[] }
  | { kind: 'move'; articleId: string; from: string; to: string; why: Evidence[] }

/** Articles that went from one event to another together; `isWhole` when nothing stayed behind or went elsewhere. */
export type Move = { from: string; into: string; members: Item[]; isWhole: boolean }

/** What lies between two states of the same articles, in the order of the earlier one. */
export function movesBetween(before: ReadonlyMap<Item, string>, after: ReadonlyMap<Item, string>): Move[] {
  const left = new Map<string, { stays: boolean; to: Map<string, Item[]> }>()
  for (const [item, from] of before) {
    const to = after.get(item) ?? from
    const record = left.get(from) ?? { stays: false, to: new Map<string, Item[]>() }
    left.set(from, record)
    if (to === from) record.stays = true
    else record.to.set(to, [...(record.to.get(to) ?? []), item])
  }
  return [...left].flatMap(([from, { stays, to }]) =>
    [...to].map(([into, members]) => ({ from, into, members, isWhole: !stays && to.size === 1 })),
  )
}
