import { type ApiStore, FeedState, SourceKind } from '@newsbraid/model'
import { z } from 'zod'
import { decided } from '../http/decided.ts'
import { idOr404, notFound } from '../http/ids.ts'
import { language, pageOf, paging, text, webUrl } from '../http/query-fields.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

const SourcesQuery = z.strictObject({
  q: text(200).optional().describe('Part of the name or the address'),
  state: FeedState.optional(),
  ...paging,
})
const Kind = z
  .enum(['auto', ...SourceKind.options])
  .describe('What the address is: a feed, a sitemap or a page that lists articles; `auto` finds out')
const NewSource = z.strictObject({
  feedUrl: webUrl().describe('Of a feed, a sitemap, a site or a page that lists articles'),
  kind: Kind.optional(),
  name: text(200).optional(),
  homeUrl: webUrl().optional(),
  language: language().optional(),
})
const SourceChange = z
  .strictObject({
    kind: Kind.optional(),
    name: text(200).optional(),
    homeUrl: webUrl().optional(),
    feedUrl: webUrl().optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change')
const RemovalQuery = z.strictObject({
  articles: z.enum(['keep', 'delete']).default('keep').describe('What becomes of its articles'),
})
/** A longer removal goes on after the answer */
const REMOVAL_WAIT_MS = 5000
export const sourceBodies = { NewSource, SourceChange }

type SourceStore = Pick<
  ApiStore,
  | 'sources'
  | 'source'
  | 'addSource'
  | 'updateSource'
  | 'removeSource'
  | 'sourceRemoval'
  | 'removeSourceWithArticles'
  | 'pollSource'
>
const unknown = { 404: { description: 'No such source', schema: 'Problem' } }
const known = { 409: { description: 'Another source has this feed', schema: 'Problem' } }

/** Sources: list, one, add, change, remove, poll at once. */
export function sourcesRoutes(store: SourceStore): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/sources',
      tag: 'Sources',
      summary: 'Lists sources by name, with how they fare',
      query: SourcesQuery,
      answers: { 200: { description: 'A page of sources', schema: 'SourceList' } },
      handle: async ({ query: { cursor, limit, ...filters } }) => ({
        json: await store.sources(filters, pageOf({ cursor, limit }, 'name')),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/sources',
      tag: 'Sources',
      summary: 'Adds a source by the address of its feed, its site or its page',
      body: NewSource,
      bodySchema: 'NewSource',
      answers: { 201: { description: 'The source, due for its first poll', schema: 'ApiSource' }, ...known },
      handle: async ({ body }) => {
        const source = decided(await store.addSource(body))
        return { status: 201, json: source, headers: { Location: `/api/v1/sources/${source.id}` } }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/sources/{id}',
      tag: 'Sources',
      summary: 'Shows one source',
      answers: { 200: { description: 'The source', schema: 'ApiSource' }, ...unknown },
      handle: async ({ id }) => {
        const source = await store.source(idOr404(id, 'source'))
        if (!source) throw notFound('source', id)
        return { json: source }
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/sources/{id}',
      tag: 'Sources',
      summary: 'Renames, moves, pauses or wakes a source',
      body: SourceChange,
      bodySchema: 'SourceChange',
      answers: { 200: { description: 'The source as it is now', schema: 'ApiSource' }, ...unknown, ...known },
      handle: async ({ id, body }) => ({
        json: decided(await store.updateSource(idOr404(id, 'source'), body)),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/sources/{id}/removal',
      tag: 'Sources',
      summary: 'Says in numbers what would go if the source were deleted with its articles',
      answers: { 200: { description: 'What would go', schema: 'SourceRemoval' }, ...unknown },
      handle: async ({ id }) => {
        const removal = await store.sourceRemoval(idOr404(id, 'source'))
        if (!removal) throw notFound('source', id)
        return { json: removal }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/sources/{id}',
      tag: 'Sources',
      summary: 'Removes a source; its articles stay, or go with it',
      query: RemovalQuery,
      answers: {
        200: { description: 'It is gone with its articles', schema: 'SourceRemoved' },
        202: { description: 'It is gone, and its many articles are going', schema: 'SourceRemoved' },
        204: { description: 'It is gone; its articles stay' },
        ...unknown,
      },
      handle: async ({ id, query }) => {
        if (query.articles === 'keep') {
          if (!(await store.removeSource(idOr404(id, 'source')))) throw notFound('source', id)
          return { status: 204, json: undefined }
        }
        const removed = await store.removeSourceWithArticles(idOr404(id, 'source'), REMOVAL_WAIT_MS)
        if (!removed) throw notFound('source', id)
        return { status: removed.done ? 200 : 202, json: removed }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/sources/{id}/poll',
      tag: 'Sources',
      summary: 'Asks a feed at once',
      answers: {
        202: { description: 'It is due now', schema: 'ApiSource' },
        ...unknown,
        429: { description: 'It was asked just before; Retry-After says when', schema: 'Problem' },
      },
      handle: async ({ id }) => ({
        status: 202,
        json: decided(await store.pollSource(idOr404(id, 'source'))),
      }),
    }),
  ]
}
