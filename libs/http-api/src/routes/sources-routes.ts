import { type ApiStore, FeedState } from '@newsbraid/model'
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
const NewSource = z.strictObject({
  feedUrl: webUrl(),
  name: text(200).optional(),
  homeUrl: webUrl().optional(),
  language: language().optional(),
})
const SourceChange = z
  .strictObject({
    name: text(200).optional(),
    homeUrl: webUrl().optional(),
    feedUrl: webUrl().optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change')
export const sourceBodies = { NewSource, SourceChange }

type SourceStore = Pick<
  ApiStore,
  'sources' | 'source' | 'addSource' | 'updateSource' | 'removeSource' | 'pollSource'
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
      summary: 'Adds a source by the address of its feed',
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
      method: 'delete',
      path: '/sources/{id}',
      tag: 'Sources',
      summary: 'Removes a source; its articles stay',
      answers: { 204: { description: 'It is gone' }, ...unknown },
      handle: async ({ id }) => {
        if (!(await store.removeSource(idOr404(id, 'source')))) throw notFound('source', id)
        return { status: 204, json: undefined }
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
