import type { RequestHandler } from 'express'
import { HttpProblem } from './problem.ts'
import { quote } from './quote.ts'

/** Answers any method that no route before it took. */
export const wrongMethod =
  (allow: string): RequestHandler =>
  (req, res) => {
    if (req.method === 'OPTIONS') {
      res.set('Allow', allow).status(204).end()
      return
    }
    throw new HttpProblem('wrong-method', `Cannot ${quote(req.method)} here; it takes ${allow}`, {
      headers: { Allow: allow },
    })
  }
