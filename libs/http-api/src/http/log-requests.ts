import type { RequestHandler } from 'express'
import type { ApiLogger } from '../ports.ts'

/**
 * One line a request: reading that went well is a matter for debugging, writing and refusals are not. The query stays
 * out of it: feed readers carry their key there.
 */
export const logRequests =
  (logger: ApiLogger): RequestHandler =>
  (req, res, next) => {
    const startedMs = performance.now()
    const { method, path } = req
    res.on('close', () => {
      const tookMs = Math.round(performance.now() - startedMs)
      const isQuiet = (method === 'GET' || method === 'HEAD') && res.statusCode < 400
      const fields = { method, path: path.slice(0, 200), status: res.statusCode, tookMs }
      if (isQuiet) logger.debug(fields, 'request')
      else logger.info(fields, 'request')
    })
    next()
  }
