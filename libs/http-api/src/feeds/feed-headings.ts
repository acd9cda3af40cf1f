import type { ApiStore, EventQuery } from '@newsbraid/model'
import { idOr404, notFound } from '../http/ids.ts'
import { HttpProblem } from '../http/problem.ts'
import { quote } from '../http/quote.ts'

/** What a view is called, which page shows it, and which events it fixes. */
export type FeedHeading = {
  title: string
  description: string
  pagePath: string
  lang?: string
  events: { kind: 'query'; query: EventQuery } | { kind: 'one'; id: string }
}
/** The same view lives under another id now. */
export type FeedMoved = { movedTo: string }
type HeadingStore = Pick<ApiStore, 'event' | 'entity' | 'source'>
type Filters = Omit<EventQuery, 'sort'>

/** The heading of the view `top`, `entities/ID`, `events/ID`, `sources/ID` or `languages/LANG`. */
export async function feedHeading(
  store: HeadingStore,
  view: string,
  key: string,
  filters: Filters,
): Promise<FeedHeading | FeedMoved> {
  if (view === 'top') return topHeading(filters)
  if (view === 'languages') return languageHeading(key, filters)
  if (view === 'entities') return entityHeading(store, idOr404(key, 'entity'), filters)
  if (view === 'sources') return sourceHeading(store, idOr404(key, 'source'), filters)
  if (view === 'events') return eventHeading(store, idOr404(key, 'event'))
  throw new HttpProblem('not-found', `There is no feed of ${quote(view)}`)
}

function topHeading(filters: Filters): FeedHeading {
  const { q, lang } = filters
  if (filters.choice === 'followed' && q === undefined)
    return {
      title: 'Newsbraid: followed events',
      description: 'Events somebody follows, by their latest development',
      pagePath: '/?choice=followed',
      lang,
      events: { kind: 'query', query: { ...filters, sort: 'latest' } },
    }
  const title = q === undefined ? 'Newsbraid: top events' : `Newsbraid: ${q}`
  const description =
    q === undefined ? 'Events by how many independent sources report them' : `Events that match ${q}`
  const query: EventQuery = { ...filters, sort: q === undefined ? 'top' : 'latest' }
  const pagePath = q === undefined ? '/' : `/search?q=${encodeURIComponent(q)}`
  return { title, description, pagePath, lang, events: { kind: 'query', query } }
}

function languageHeading(lang: string, filters: Filters): FeedHeading {
  if (!/^[a-z]{2,3}$/.test(lang)) throw notFound('language', lang)
  const name = new Intl.DisplayNames([lang, 'en'], { type: 'language' }).of(lang) ?? lang
  return {
    title: `Newsbraid: ${name}`,
    description: `Events reported in ${new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang}`,
    pagePath: `/?lang=${lang}`,
    lang,
    events: { kind: 'query', query: { ...filters, lang, sort: 'latest' } },
  }
}

async function entityHeading(
  store: HeadingStore,
  id: string,
  filters: Filters,
): Promise<FeedHeading | FeedMoved> {
  const entity = await store.entity(id)
  if (!entity) throw notFound('entity', id)
  if (entity.mergedInto !== undefined) return { movedTo: `entities/${entity.mergedInto}` }
  return {
    title: `Newsbraid: ${entity.name}`,
    description: `Events that name ${entity.name}`,
    pagePath: `/entities/${id}`,
    events: { kind: 'query', query: { ...filters, entity: id, sort: 'latest' } },
  }
}

async function sourceHeading(store: HeadingStore, id: string, filters: Filters): Promise<FeedHeading> {
  const source = await store.source(id)
  if (!source) throw notFound('source', id)
  return {
    title: `Newsbraid: ${source.name}`,
    description: `Events that ${source.name} reports`,
    pagePath: '/sources',
    events: { kind: 'query', query: { ...filters, source: id, sort: 'latest' } },
  }
}

async function eventHeading(store: HeadingStore, id: string): Promise<FeedHeading | FeedMoved> {
  const event = await store.event(id)
  if (!event) throw notFound('event', id)
  if (event.mergedInto !== undefined) return { movedTo: `events/${event.mergedInto}` }
  const { text, lang } = event.title
  const description = 'One event, moved up by each development'
  return {
    title: `Newsbraid: ${text}`,
    description,
    pagePath: `/events/${id}`,
    lang,
    events: { kind: 'one', id },
  }
}
