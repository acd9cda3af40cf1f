import type http from 'node:http'
import type { Metrics } from './metrics.ts'

export type Handler = { listener: http.RequestListener; close?: () => void }

/** What every service answers: /healthz (it runs), /readyz (store and queue answer), /metrics. */
export const healthServer = ({
  isReady,
  metrics,
}: {
  isReady: () => Promise<void>
  metrics: Metrics
}): Handler => ({
  async listener(request, response) {
    const answer = (status: number, body: string, type = 'application/json') =>
      response
        .writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .end(body)
    try {
      if (request.url === '/healthz') answer(200, '{"status":"ok"}')
      else if (request.url === '/readyz') {
        await isReady()
        answer(200, '{"status":"ok"}')
      } else if (request.url === '/metrics')
        answer(200, await metrics.text(), 'text/plain; version=0.0.4; charset=utf-8')
      else answer(404, '{"status":"not found"}')
    } catch (error) {
      answer(503, JSON.stringify({ status: error instanceof Error ? error.message : String(error) }))
    }
  },
})
