import type { ApiStore } from '@newsbraid/model'
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { baseUrlOf } from '../http/base-url.ts'
import { pathParam } from '../http/path-param.ts'
import { HttpProblem } from '../http/problem.ts'
import { wholeNumber } from '../http/query-fields.ts'
import { quote } from '../http/quote.ts'
import { parseQuery } from '../http/read-request.ts'
import { wrongMethod } from '../http/wrong-method.ts'
import type { ApiConfig } from '../ports.ts'
import { eventFilters } from '../routes/events-routes.ts'
import type { Gatekeeper } from '../security/gatekeeper.ts'
import { atomFeed } from './atom.ts'
import { feedHeading, type FeedHeading } from './feed-headings.ts'
import { type FeedView, updatedOf } from './feed-view.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

const FORMATS = new Map([
  ['atom', { type: 'application/atom+xml; charset=utf-8', write: atomFeed }],
  ['rss', { type: 'application/rss+xml; charset=utf-8', write: rssFeed }],
  ['json', { type: 'application/feed+json; charset=utf-8', write: jsonFeed }],
])
const FeedQuery = z.strictObject({ ...eventFilters, limit: wholeNumber(1, 100).optional() })
type FeedStore = Pick<ApiStore, 'events' | 'eventsById' | 'event' | 'entity' | 'source'>

/** Feeds out, to be mounted at /feeds: every view as Atom 1.0, RSS 2.0 and JSON Feed 1.1. */
export function feedsRouter(store: FeedStore, gatekeeper: Gatekeeper, config: ApiConfig): Router {
  const router = Router({ caseSensitive: true })
  const cacheControl = `${config.apiKeys.length > 0 ? 'private' : 'public'}, max-age=60`

  async function serve(req: Request, res: Response, view: string, file: string): Promise<void> {
    const dot = file.lastIndexOf('.')
    const format = FORMATS.get(file.slice(dot + 1))
    const key = dot < 0 ? '' : file.slice(0, dot)
    if (!format || (view === '' && key !== 'top'))
      throw new HttpProblem('not-found', `There is no feed ${quote(file)}`)
    const { limit = 50, ...filters } = parseQuery(FeedQuery, knownParameters(req))
    const heading = await feedHeading(store, view === '' ? 'top' : view, key, filters)
    if ('movedTo' in heading) {
      res.redirect(308, `/feeds/${heading.movedTo}.${file.slice(dot + 1)}`)
      return
    }
    const baseUrl = baseUrlOf(req, config.publicUrl)
    const selfUrl = `${baseUrl}${req.baseUrl}${req.path}${searchOf(filters)}`
    const shown = await viewOf(store, heading, { baseUrl, selfUrl }, limit)
    res.set({ 'Cache-Control': cacheControl, 'Last-Modified': new Date(updatedOf(shown)).toUTCString() })
    res.type(format.type).send(format.write(shown))
  }

  const read = gatekeeper.read({ inUrl: true })
  router.get('/:file', read, (req, res) => serve(req, res, '', pathParam(req, 'file')))
  router.get('/:view/:file', read, (req, res) =>
    serve(req, res, pathParam(req, 'view'), pathParam(req, 'file')),
  )
  router.all(['/:file', '/:view/:file'], wrongMethod('GET, HEAD, OPTIONS'))
  return router
}

async function viewOf(
  store: FeedStore,
  heading: FeedHeading,
  urls: { baseUrl: string; selfUrl: string },
  limit: number,
): Promise<FeedView> {
  const { title, description, pagePath, lang } = heading
  const ids =
    heading.events.kind === 'one'
      ? [heading.events.id]
      : (await store.events(heading.events.query, { limit })).items.map(({ id }) => id)
  const events = await store.eventsById(ids)
  return { ...urls, title, description, pageUrl: `${urls.baseUrl}${pagePath}`, lang, events }
}

/** Reader apps add parameters of their own; those are left aside. Objects in the query stay refused. */
function knownParameters(req: Request): Record<string, unknown> {
  const entries = Object.entries(req.query).filter(([name]) => name in FeedQuery.shape || name.includes('['))
  return Object.fromEntries(entries)
}

function searchOf(filters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) search.set(name, String(value))
  return search.size === 0 ? '' : `?${search}`
}
