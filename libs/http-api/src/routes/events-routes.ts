import type { ApiStore, EventChoice, EventDetail } from '@newsbraid/model'
import { z } from 'zod'
import { decided } from '../http/decided.ts'
import { idOr404, notFound } from '../http/ids.ts'
import { HttpProblem } from '../http/problem.ts'
import { language, pageOf, paging, text, time, ulid, wholeNumber } from '../http/query-fields.ts'
import { quote } from '../http/quote.ts'
import { type Answer, type ApiRoute, defineRoute } from '../http/route.ts'

type EventStore = Pick<
  ApiStore,
  'events' | 'event' | 'timeline' | 'mergeEvents' | 'splitEvent' | 'chooseEvent'
>

/** What narrows a list of events down; the feeds take the same. */
export const eventFilters = {
  q: text(300).optional().describe('Words of the title or the articles, in any language'),
  lang: language().optional().describe('One of the articles is in this language'),
  source: ulid().optional().describe('The id of a source that reports it'),
  entity: ulid().optional().describe('The id of an entity named in it'),
  place: text(100).optional().describe('A place: its entity id, or its name'),
  since: time().optional().describe('Developed at this time or later'),
  until: time().optional().describe('Developed before this time'),
  minSources: wholeNumber(1, 1000).optional().describe('At least so many independent sources'),
  choice: z
    .enum(['followed', 'muted', 'all'])
    .optional()
    .describe('What a person follows or has muted; without it muted events are left out'),
}

const EventsQuery = z.strictObject({
  ...eventFilters,
  sort: z
    .enum(['top', 'latest', 'new', 'relevance'])
    .optional()
    .describe('`top` when absent, `relevance` with `q`; `latest` development; `new`: first seen last'),
  ...paging,
})
const MergeBody = z.strictObject({ with: z.array(ulid()).min(1).max(50) })
const SplitBody = z.strictObject({ articles: z.array(ulid()).min(1).max(500) })
const ChoiceBody = z.strictObject({ on: z.boolean().default(true) })
export const eventBodies = { MergeEvents: MergeBody, SplitEvent: SplitBody, ChooseEvent: ChoiceBody }

const moved = { 308: { description: 'The event was merged into the one at Location' } }
const unknown = { 404: { description: 'No such event', schema: 'Problem' } }

/** Events: list, one, its timeline, merge and split. */
export function eventsRoutes(store: EventStore): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/events',
      tag: 'Events',
      summary: 'Lists events',
      query: EventsQuery,
      answers: { 200: { description: 'A page of events', schema: 'EventList' } },
      handle: async ({ query: { cursor, limit, sort, ...filters } }) => {
        const order = sort ?? (filters.q === undefined ? 'top' : 'relevance')
        if (order === 'relevance' && filters.q === undefined)
          throw new HttpProblem('bad-parameter', 'Cannot sort by "relevance" without "q"')
        return { json: await store.events({ ...filters, sort: order }, pageOf({ cursor, limit }, order)) }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/events/{id}',
      tag: 'Events',
      summary: 'Shows one event with its articles, lineage, figures and timeline',
      answers: { 200: { description: 'The event', schema: 'EventDetail' }, ...moved, ...unknown },
      handle: async ({ id }) => {
        const event = await eventOr404(store, id)
        return event.mergedInto === undefined ? { json: event } : movedTo(event.mergedInto, '')
      },
    }),
    defineRoute({
      method: 'get',
      path: '/events/{id}/timeline',
      tag: 'Events',
      summary: 'Tells what happened to an event, oldest first',
      answers: { 200: { description: 'The timeline', schema: 'Timeline' }, ...moved, ...unknown },
      handle: async ({ id }) => {
        const event = await eventOr404(store, id)
        if (event.mergedInto !== undefined) return movedTo(event.mergedInto, '/timeline')
        return { json: { items: (await store.timeline(id)) ?? event.timeline } }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/events/{id}/merge',
      tag: 'Events',
      summary: 'Merges other events into this one',
      description:
        'A person’s word: the machine never parts them again. The other ids answer 308 from then on.',
      body: MergeBody,
      bodySchema: 'MergeEvents',
      answers: {
        200: { description: 'The event as it is now', schema: 'EventDetail' },
        ...unknown,
        409: { description: 'It stands against an earlier split', schema: 'Problem' },
      },
      handle: async ({ id, body }) => {
        if (body.with.includes(id)) throw new HttpProblem('invalid', `Cannot merge ${quote(id)} with itself`)
        return { json: decided(await store.mergeEvents(idOr404(id, 'event'), [...new Set(body.with)])) }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/events/{id}/split',
      tag: 'Events',
      summary: 'Makes an event of its own of some of the articles',
      description: 'A person’s word: the machine never joins them again.',
      body: SplitBody,
      bodySchema: 'SplitEvent',
      answers: {
        201: { description: 'What is left, and the new event', schema: 'EventSplit' },
        ...unknown,
        422: { description: 'An article isn’t in the event, or none would be left', schema: 'Problem' },
      },
      handle: async ({ id, body }) => {
        const done = decided(await store.splitEvent(idOr404(id, 'event'), [...new Set(body.articles)]))
        return { status: 201, json: done, headers: { Location: `/api/v1/events/${done.split.id}` } }
      },
    }),
    choiceRoute(store, 'follow', 'followed', 'Follows an event: it is told of once per development'),
    choiceRoute(store, 'mute', 'muted', 'Mutes an event: it stays out of lists and feeds, however it grows'),
  ]
}

const choiceRoute = (store: EventStore, verb: string, choice: EventChoice, summary: string): ApiRoute =>
  defineRoute({
    method: 'post',
    path: `/events/{id}/${verb}`,
    tag: 'Events',
    summary,
    description:
      'One wish an event: the later stands. `on: false` takes it back. It moves along when events are merged.',
    body: ChoiceBody,
    bodySchema: 'ChooseEvent',
    answers: {
      200: { description: 'The event as it is now', schema: 'EventDetail' },
      ...unknown,
      409: { description: 'It was merged into another', schema: 'Problem' },
    },
    handle: async ({ id, body }) => ({
      json: decided(await store.chooseEvent(idOr404(id, 'event'), body.on ? choice : undefined)),
    }),
  })

async function eventOr404(store: EventStore, id: string): Promise<EventDetail> {
  const event = await store.event(idOr404(id, 'event'))
  if (!event) throw notFound('event', id)
  return event
}

const movedTo = (id: string, rest: string): Answer => ({
  status: 308,
  headers: { Location: `/api/v1/events/${id}${rest}` },
  json: { mergedInto: id },
})
