import { type OpmlFeed, parseOpml, writeOpml } from '@newsbraid/feeds'
import type { ApiSource, ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { HttpProblem } from '../http/problem.ts'
import { webUrl } from '../http/query-fields.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

const MAX_BODY_BYTES = 5 * 1024 * 1024
const MAX_SOURCES = 5000
/** Old lists come under many names */
const TYPES = ['text/x-opml', 'text/x-opml+xml', 'application/xml', 'text/xml', 'application/octet-stream']

const OpmlImported = z.object({
  added: z.number().int(),
  known: z.number().int(),
  /** Addresses that can't be a feed's */
  refused: z.array(z.string()),
})
export const opmlAnswers = { OpmlImported }

/** The list of sources, out and in. */
export function opmlRoutes(store: Pick<ApiStore, 'allSources' | 'importSources'>): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/opml',
      tag: 'Sources',
      summary: 'Exports all sources as OPML 2.0',
      answers: { 200: { description: 'The list', contentType: 'text/x-opml' } },
      handle: async () => ({
        contentType: 'text/x-opml; charset=utf-8',
        text: writeOpml((await store.allSources()).map(outline), { title: 'Newsbraid sources' }),
        headers: { 'Content-Disposition': 'attachment; filename="newsbraid.opml"' },
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/opml',
      tag: 'Sources',
      summary: 'Adds the feeds of an OPML file that are not known yet',
      textTypes: TYPES,
      maxBodyBytes: MAX_BODY_BYTES,
      answers: {
        200: { description: 'How many were added', schema: 'OpmlImported' },
        400: { description: 'There is no OPML in the body', schema: 'Problem' },
      },
      handle: async ({ text }) => {
        const feeds = feedsIn(text?.bytes ?? new Uint8Array())
        const isFeed = ({ feedUrl }: OpmlFeed) => webUrl().safeParse(feedUrl).success
        const taken = feeds.filter(isFeed).map(({ feedUrl, title, siteUrl, folder }) => ({
          feedUrl,
          name: title?.slice(0, 200),
          folder: folder.slice(0, 8).map((part) => part.slice(0, 200)),
          homeUrl: webUrl().safeParse(siteUrl).data,
        }))
        const refused = feeds.filter((feed) => !isFeed(feed)).map(({ feedUrl }) => feedUrl.slice(0, 200))
        return { json: { ...(await store.importSources(taken)), refused: refused.slice(0, 100) } }
      },
    }),
  ]
}

const outline = ({ name, feedUrl, homeUrl, folder = [] }: ApiSource): OpmlFeed => ({
  feedUrl,
  title: name,
  siteUrl: homeUrl,
  folder,
})

function feedsIn(bytes: Uint8Array): OpmlFeed[] {
  const feeds = readable(bytes)
  if (feeds.length > MAX_SOURCES)
    throw new HttpProblem(
      'invalid',
      `Cannot import ${feeds.length} feeds at once; the most is ${MAX_SOURCES}`,
    )
  return feeds
}

function readable(bytes: Uint8Array): OpmlFeed[] {
  try {
    return parseOpml(bytes)
  } catch (error) {
    throw new HttpProblem('bad-body', error instanceof Error ? error.message : 'Cannot read the OPML')
  }
}
