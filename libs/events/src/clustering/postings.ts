import type { Item } from './item.ts'
import { compareItems } from './order.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Articles looked at on either side in time of a key's list; a key that stands in more says too little to walk them all. */
const REACH = 120

/** A sort of article to be found, and how many at most. */
type Wanted = { only: (other: Item) => boolean; most: number }

/** Key → articles that can be found by it, in order of time. */
export class Postings {
  private readonly lists = new Map<number, Item[]>()
  private readonly filed = new Map<Item, number[]>()

  add(item: Item): void {
    const keys = keysToFile(item)
    this.filed.set(item, keys)
    for (const id of keys) {
      const list = this.lists.get(id)
      if (!list) this.lists.set(id, [item])
      else list.splice(placeIn(list, item), 0, item)
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.lists.clear()
    this.filed.clear()
  }

  remove(item: Item): void {
    for (const id of this.filed.get(item) ?? []) {
      const list = this.lists.get(id)
      if (!list) continue
      const at = placeIn(list, item) - 1
      if (list[at] === item) list.splice(at, 1)
      if (list.length === 0) this.lists.delete(id)
    }
    this.filed.delete(item)
  }

  /**
   * The articles that share most rarity with `item` under the given keys, best first, of each sort wanted so many; of equals
   * the older. Depends on the set of articles filed, not on the order in which they came.
   */
  find(item: Item, keys: Int32Array, vocabulary: Vocabulary, ...wanted: Wanted[]): Item[][] {
    const met: Item[] = []
    for (const id of keys) {
      const list = this.lists.get(id)
      if (!list || list.length === 0) continue
      const rarity = vocabulary.rarity(id)
      const at = list.length <= 2 * REACH ? 0 : placeIn(list, item)
      const from = list.length <= 2 * REACH ? 0 : Math.max(0, at - REACH),
        to = list.length <= 2 * REACH ? list.length : Math.min(list.length, at + REACH)
      for (let i = from; i < to; i++) {
        const other = list[i]!
        if (other.shared === 0) met.push(other)
        other.shared += rarity
      }
    }
    const found = wanted.map(({ only, most }) =>
      mostShared(
        met.filter((other) => other !== item && only(other)),
        most,
      ),
    )
    for (const other of met) other.shared = 0
    return found
  }
}

/** Only few of the many found are worth sorting. */
function mostShared(found: readonly Item[], most: number): Item[] {
  let kept = found
  if (found.length > most) {
    const scores = Float64Array.from(found, ({ shared }) => shared).sort()
    const least = scores[scores.length - most]!
    kept = found.filter(({ shared }) => shared >= least)
  }
  return [...kept].sort((a, b) => b.shared - a.shared || compareItems(a, b)).slice(0, most)
}

const keysToFile = (item: Item): number[] => [
  ...new Set([...item.title.ids, ...item.finders, ...item.pivotFinders]),
]

function placeIn(list: readonly Item[], item: Item): number {
  let low = 0,
    high = list.length
  const last = list[high - 1]
  if (last && compareItems(last, item) <= 0) return high
  while (low < high) {
    const mid = (low + high) >> 1
    const at = list[mid]
    if (at && compareItems(at, item) <= 0) low = mid + 1
    else high = mid
  }
  return low
}
