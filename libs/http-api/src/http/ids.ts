import { HttpProblem } from './problem.ts'
import { quote } from './quote.ts'

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** The id as given, when it can be one at all; else there is no such thing, and the store isn't asked. */
export function idOr404(id: string, what: string): string {
  if (!ULID.test(id)) throw notFound(what, id)
  return id
}

/** The problem of asking for something that isn't there. */
export const notFound = (what: string, id: string): HttpProblem =>
  new HttpProblem('not-found', `There is no ${what} ${quote(id)}`)
