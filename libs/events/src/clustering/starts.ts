import type { Constraints } from './constraints.ts'
import { idsOf, type Item } from './item.ts'

/**
 * What grouping begins with: each article alone or with those a person put beside it, and events that are not taken apart as
 * they stand.
 */
export function startsOf(
  items: readonly Item[],
  isApart: ReadonlySet<Item>,
  eventOf: (item: Item) => string | undefined,
  constraints: Constraints,
  sure: readonly (readonly [string, string])[] = [],
): Item[][] {
  const byId = new Map(items.map((item) => [item.features.id, item]))
  const bound = constraints.groups(
    items.map((item) => item.features.id),
    sure,
  )
  const old = new Map<string, Item[]>()
  const starts: Item[][] = []
  for (const ids of bound) {
    const members = ids.flatMap((id) => byId.get(id) ?? [])
    const aged = members.find((m) => !isApart.has(m))
    const eventId = aged && eventOf(aged)
    if (eventId === undefined) starts.push(members)
    else {
      const group = old.get(eventId)
      if (group && !constraints.forbid(idsOf(group), ids)) group.push(...members)
      else if (group) starts.push(members)
      else old.set(eventId, members)
    }
  }
  return [...starts, ...old.values()]
}
