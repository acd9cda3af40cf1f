import type { Cluster } from './cluster.ts'
import type { Item } from './item.ts'
import { compareItems } from './order.ts'

/** Events weighed beyond those of the nearest articles. */
const MOST = 12

/**
 * Of the events that articles of the pool stand in, those most like the article in all that they have said so far, words or
 * meanings; each by the first of its articles in the pool. `eventOf` answers undefined for events that are weighed anyway.
 */
export function widerEvents(
  item: Item,
  pool: Iterable<Item>,
  eventOf: (other: Item) => Cluster | undefined,
): Item[] {
  const met = new Set<Cluster>()
  const found: [Item, number][] = []
  for (const other of pool) {
    const event = eventOf(other)
    if (!event || met.has(event)) continue
    met.add(event)
    const words = event.languages.has(item.features.lang) ? event.whole.likeness(item.whole) : 0
    found.push([other, Math.max(words, event.pivots.likeness(item.pivots))])
  }
  return found
    .sort((a, b) => b[1] - a[1] || compareItems(a[0], b[0]))
    .slice(0, MOST)
    .map(([other]) => other)
}
