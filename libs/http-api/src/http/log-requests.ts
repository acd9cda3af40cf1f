import type { RequestHandler } from 'express'
import type { ApiLogger } from '../ports.ts'

/** One line a request. The query stays out of it: feed readers carry their key there. */
export const logRequests =
  (logger: ApiLogger): RequestHandler =>
  (req, res, next) => {
    const startedMs = performance.now()
    const { method, path } = req
    res.on('close', () => {
      const tookMs = Math.round(performance.now() - startedMs)
      logger.info({ method, path: path.slice(0, 200), status: res.statusCode, tookMs }, 'request')
    })
    next()
  }
