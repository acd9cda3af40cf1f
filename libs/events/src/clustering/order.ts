import type { Item } from './item.ts'

/** The order that stands in for arrival: by time of publication, then by id. */
export const compareItems = (a: Item, b: Item): number =>
  a.features.at - b.features.at ||
  (a.features.id < b.features.id ? -1 : a.features.id > b.features.id ? 1 : 0)
