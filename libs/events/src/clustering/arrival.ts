import type { Item } from './item.ts'

/** What was found when an article came, kept until events settle: looking among all again costs more than all the rest. */
export type Arrival = {
  /** The nearest articles of events that were not out of the question */
  ties: readonly Item[]
  /** The nearest article of an event that it belongs to beyond doubt */
  surest?: Item
}

/** Log-odds below which an event is out of the question. */
const HOPELESS = -4
/** Beyond doubt is an event at these log-odds while the next best stands at no more than those. */
const CERTAIN = { best: 3, next: 1 }
/** As many as any article has when all are looked at together, or clusters look nearer than the merge model knows them. */
const TIES = { own: 12, across: 12 }

/** Sums up an arrival. `near` comes nearest first, `weighed` best first. */
export function arrivalOf(
  item: Item,
  near: readonly Item[],
  weighed: readonly { eventId: string; score: number }[],
  eventOf: (other: Item) => string | undefined,
): Arrival {
  const hopeful = new Set(weighed.flatMap(({ eventId, score }) => (score > HOPELESS ? [eventId] : [])))
  const room = { ...TIES }
  const ties: Item[] = []
  for (const other of near) {
    const side = other.features.lang === item.features.lang ? 'own' : 'across'
    if (hopeful.has(eventOf(other) ?? '') && room[side]-- > 0) ties.push(other)
  }
  const [best, next] = weighed
  const isCertain = best && best.score > CERTAIN.best && !(next && next.score > CERTAIN.next)
  const surest = isCertain ? near.find((other) => eventOf(other) === best.eventId) : undefined
  return surest ? { ties, surest } : { ties }
}

/** Ids of articles that belong together beyond doubt, where `counts` says that this still holds. */
export const surePairs = (
  arrivals: ReadonlyMap<Item, Arrival>,
  counts: (item: Item, surest: Item) => boolean,
): [string, string][] =>
  [...arrivals].flatMap(([item, { surest }]): [string, string][] =>
    surest && counts(item, surest) ? [[item.features.id, surest.features.id]] : [],
  )
