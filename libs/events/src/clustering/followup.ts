import { DISTINCTIONS } from '../features/distinctions.ts'
import type { Cluster } from './cluster.ts'
import type { Item } from './item.ts'

const FOLLOWUP_HOURS = 10
const NO_NEWS = new Set(['count', ...DISTINCTIONS])

/** Whether an article comes hours after an event's first and tells new figures, or names mostly people not named before. */
export function isFollowup(item: Item, event: Cluster): boolean {
  if (item.features.at - event.first < FOLLOWUP_HOURS * 36e5) return false
  const tellsNew = [...item.figures].some(
    (figure) => !event.figures.has(figure) && !NO_NEWS.has(figure.split(':')[0] ?? ''),
  )
  const newNames = [...item.names.ids].filter((id) => !event.names.has(id)).length
  return tellsNew || newNames > 0.4 * item.names.ids.length
}
