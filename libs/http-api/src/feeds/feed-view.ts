import type { EventDetail } from '@newsbraid/model'

/** A view of the events as all three feed formats show it. */
export type FeedView = {
  title: string
  description: string
  /** The feed's own address; its id in Atom */
  selfUrl: string
  /** The page that shows the same */
  pageUrl: string
  /** Where this server is reached */
  baseUrl: string
  /** Set when all of the feed is in one language */
  lang?: string
  events: readonly EventDetail[]
}

/** The page of an event. */
export const eventPage = (view: FeedView, event: EventDetail): string => `${view.baseUrl}/events/${event.id}`

/** The moment of the newest development; the first moment of 1970 for an empty feed. ISO 8601. */
export const updatedOf = (view: FeedView): string =>
  view.events.reduce(
    (newest, { lastDevelopment }) => (lastDevelopment > newest ? lastDevelopment : newest),
    new Date(0).toISOString(),
  )
