import { BadCursor } from '@newsbraid/model'
import { HttpProblem } from './problem.ts'
import { quote } from './quote.ts'

/** What the body reader, the path decoder and the static server of Express throw, as a problem; undefined for bugs. */
export function problemOf(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error
  if (!(error instanceof Error)) return undefined
  if (error instanceof BadCursor)
    return new HttpProblem('bad-cursor', `Cannot go on from cursor ${quote(error.cursor)}`)
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown }
  if (error instanceof URIError)
    return new HttpProblem('bad-request', 'Cannot decode the path of the address')
  if (type === 'entity.too.large')
    return new HttpProblem('body-too-large', `The body is larger than ${limit} bytes`)
  if (type === 'encoding.unsupported')
    return new HttpProblem('wrong-media-type', 'Cannot decode this Content-Encoding')
  if (typeof type === 'string' && (type.startsWith('request.') || type.startsWith('entity.')))
    return new HttpProblem('bad-request', `Cannot read the body: ${quote(error.message)}`)
  if (status === 404) return new HttpProblem('not-found', 'There is no such file')
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpProblem('bad-request', `Cannot read the request: ${quote(error.message)}`)
  return undefined
}
