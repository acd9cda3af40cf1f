import type { ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { decided } from '../http/decided.ts'
import { notFound } from '../http/ids.ts'
import { pageOf, paging } from '../http/query-fields.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'

const QuarantineQuery = z.strictObject({
  stage: z
    .string()
    .regex(/^[a-z-]{1,40}$/, 'it is not the name of a stage')
    .optional()
    .describe('Only items of this stage'),
  ...paging,
})

/** Items no retry can save. */
export function quarantineRoutes(store: Pick<ApiStore, 'quarantine' | 'replayQuarantined'>): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/quarantine',
      tag: 'Pipeline',
      summary: 'Lists quarantined items with their reasons, newest first',
      query: QuarantineQuery,
      answers: { 200: { description: 'A page of items', schema: 'QuarantineList' } },
      handle: async ({ query: { cursor, limit, ...filters } }) => ({
        json: await store.quarantine(filters, pageOf({ cursor, limit }, 'latest')),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/quarantine/{id}/replay',
      tag: 'Pipeline',
      summary: 'Sends an item back to its stage',
      answers: {
        202: { description: 'The item as it was', schema: 'QuarantineItem' },
        404: { description: 'No such item', schema: 'Problem' },
      },
      handle: async ({ id }) => {
        if (!/^[\w:.-]{1,200}$/.test(id)) throw notFound('quarantined item', id)
        return { status: 202, json: decided(await store.replayQuarantined(id)) }
      },
    }),
  ]
}
