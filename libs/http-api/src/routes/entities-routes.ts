import type { ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { idOr404, notFound } from '../http/ids.ts'
import { pageOf, paging, text } from '../http/query-fields.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

const EntitiesQuery = z.strictObject({
  q: text(200).optional().describe('A name in any spelling seen'),
  type: z.enum(['person', 'organisation', 'place']).optional(),
  sort: z
    .enum(['mentions', 'latest', 'name'])
    .optional()
    .describe('`mentions` when absent: most named first'),
  ...paging,
})

/** Entities: list and one. */
export function entitiesRoutes(store: Pick<ApiStore, 'entities' | 'entity'>): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/entities',
      tag: 'Entities',
      summary: 'Lists people, organisations and places',
      query: EntitiesQuery,
      answers: { 200: { description: 'A page of entities', schema: 'EntityList' } },
      handle: async ({ query: { cursor, limit, sort = 'mentions', ...filters } }) => ({
        json: await store.entities({ ...filters, sort }, pageOf({ cursor, limit }, sort)),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/entities/{id}',
      tag: 'Entities',
      summary: 'Shows one entity: spellings, titles, mentions by day, who is named with it, events',
      answers: {
        200: { description: 'The entity', schema: 'EntityDetail' },
        308: { description: 'The entity was merged into the one at Location' },
        404: { description: 'No such entity', schema: 'Problem' },
      },
      handle: async ({ id }) => {
        const entity = await store.entity(idOr404(id, 'entity'))
        if (!entity) throw notFound('entity', id)
        if (entity.mergedInto === undefined) return { json: entity }
        const headers = { Location: `/api/v1/entities/${entity.mergedInto}` }
        return { status: 308, headers, json: { mergedInto: entity.mergedInto } }
      },
    }),
  ]
}
