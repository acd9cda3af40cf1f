import type { ApiStore } from '@newsbraid/model'
import { z } from 'zod'
import { HttpProblem } from '../http/problem.ts'
import { webUrl } from '../http/query-fields.ts'
import { quote } from '../http/quote.ts'
import { type ApiRoute, defineRoute } from '../http/route.ts'
import type { BoardQueue } from '../ports.ts'

/** What a text that came without an address is called */
const TEXT_NAME = /^urn:newsbraid:text:[0-9a-f]{1,64}$/

type QueueCounts = { name: string; waiting: number; active: number; delayed: number; failed: number }

/** How the line runs, and where one article is. */
export function pipelineRoutes(
  store: Pick<ApiStore, 'pipeline' | 'trace'>,
  queues: readonly Pick<BoardQueue, 'name' | 'getJobCounts'>[],
): ApiRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/pipeline',
      tag: 'Pipeline',
      summary: 'Counts articles, queues and outcomes by stage',
      answers: { 200: { description: 'The line as it runs', schema: 'Pipeline' } },
      handle: async () => {
        const [counts, line] = await Promise.all([Promise.all(queues.map(countsOf)), store.pipeline()])
        const isQuiet = counts.every(({ waiting, active }) => waiting + active === 0)
        return { json: { ...line, queues: counts, idle: line.idle && isQuiet } }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/pipeline/trace',
      tag: 'Pipeline',
      summary: 'Tells where the page of an address is',
      query: z.strictObject({
        url: z.union([webUrl(), z.string().regex(TEXT_NAME)], 'it is not an http or https address'),
      }),
      answers: {
        200: { description: 'Its steps so far', schema: 'Trace' },
        404: { description: 'The address was never seen', schema: 'Problem' },
      },
      handle: async ({ query }) => {
        const trace = await store.trace(query.url)
        if (!trace) throw new HttpProblem('not-found', `Never saw ${quote(query.url)}`)
        return { json: trace }
      },
    }),
  ]
}

async function countsOf(queue: Pick<BoardQueue, 'name' | 'getJobCounts'>): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed')
  return {
    name: queue.name,
    waiting: (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0),
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
  }
}
