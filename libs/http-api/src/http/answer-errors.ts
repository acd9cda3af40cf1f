import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { ApiLogger } from '../ports.ts'
import { problemOf } from './problem-of.ts'
import { HttpProblem, sendProblem } from './problem.ts'
import { quote } from './quote.ts'

/** The end of the line: no route took the request. */
export const answerNotFound: RequestHandler = (req) => {
  throw new HttpProblem('not-found', `There is nothing at ${quote(req.path)}`)
}

/** Turns whatever was thrown into problem+json; what nobody expected is logged whole and told as "broke". */
export const answerErrors =
  (logger: ApiLogger): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const known = problemOf(error)
    if (!known) logger.error({ err: error, method: req.method, path: req.path }, 'request failed')
    if (res.headersSent) {
      res.destroy()
      return
    }
    sendProblem(res, known ?? new HttpProblem('internal', 'The error is in the log of the server'), req.path)
  }
