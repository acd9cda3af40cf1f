import type { ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { HttpProblem } from '../http/problem.ts'
import { quote } from '../http/quote.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'
import type { ChangeStream } from '../stream/change-stream.ts'

const SEQ = /^\d{1,18}$/

/** Server-sent events: what changes, as it changes. */
export function streamRoutes(store: Pick<ApiStore, 'lastChange'>, stream: ChangeStream): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/stream',
      tag: 'Stream',
      summary: 'Streams changes as server-sent events',
      description: 'Each has an id; a client that comes back with Last-Event-ID (or `after`) misses nothing.',
      query: z.strictObject({
        after: z
          .string()
          .regex(SEQ, 'it is not the id of a change')
          .optional()
          .describe('Start behind this change'),
      }),
      answers: {
        200: { description: 'Changes, one an event', schema: 'Change', contentType: 'text/event-stream' },
      },
      handle: async ({ query, header }) => {
        const last = header('last-event-id')
        if (last !== undefined && !SEQ.test(last))
          throw new HttpProblem('bad-request', `Cannot go on from ${quote(last)}`)
        const after = last ?? query.after ?? (await store.lastChange())
        if (stream.isFull())
          throw new HttpProblem('unavailable', 'Too many streams are open', {
            headers: { 'Retry-After': '30' },
          })
        return { take: (req, res) => stream.join(req, res, after) }
      },
    }),
  ]
}
