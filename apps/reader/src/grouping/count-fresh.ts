import type { EventSummary } from '@newsbraid/model'

type Moved = Pick<EventSummary, 'id' | 'lastDevelopment'>

/** How many events of the newest answer are new or have moved on since the list on the screen. */
export function countFresh(shown: readonly Moved[], newest: readonly Moved[]): number {
  const known = new Map(shown.map(({ id, lastDevelopment }) => [id, lastDevelopment]))
  const oldestShown = shown.reduce(
    (least, { lastDevelopment }) => (lastDevelopment < least ? lastDevelopment : least),
    '9',
  )
  return newest.filter(({ id, lastDevelopment }) => {
    const before = known.get(id)
    return before === undefined ? lastDevelopment > oldestShown : lastDevelopment > before
  }).length
}
