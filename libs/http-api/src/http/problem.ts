import type { Response } from 'express'
import type { Problem } from '@newsbraid/model'

/** Every kind of problem the API answers with: its address in the docs, its status, its title. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'bad-parameter': { status: 400, title: 'A parameter is not valid' },
  'bad-body': { status: 400, title: 'The body is not valid' },
  'bad-cursor': { status: 400, title: 'The cursor is not one of this list' },
  'login-needed': { status: 401, title: 'A key or password is needed' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'wrong-method': { status: 405, title: 'The method is not known here' },
  conflict: { status: 409, title: 'It stands against what is there' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'wrong-media-type': { status: 415, title: 'The media type is not read here' },
  'wrong-host': { status: 421, title: 'The Host header names another server' },
  invalid: { status: 422, title: 'It makes no sense' },
  'not-an-article': { status: 422, title: 'No article came of the page' },
  'key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'too-soon': { status: 429, title: 'Asked again too soon' },
  'too-many-failures': { status: 429, title: 'Too many wrong passwords' },
  internal: { status: 500, title: 'Something broke on the server' },
  unavailable: { status: 503, title: 'The server cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>
export type ProblemKind = keyof typeof PROBLEMS

/** Thrown anywhere below a route; becomes an RFC 9457 answer. `detail` quotes the bad value. */
export class HttpProblem extends Error {
  readonly kind: ProblemKind
  readonly headers: Record<string, string>
  readonly extra: Record<string, unknown>

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { headers?: Record<string, string>; extra?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.kind = kind
    this.headers = more.headers ?? {}
    this.extra = more.extra ?? {}
  }
}

/** The RFC 9457 document of a problem. */
export function problemDocument(problem: HttpProblem, instance: string): Problem {
  const { status, title } = PROBLEMS[problem.kind]
  return { type: `/docs#${problem.kind}`, title, status, detail: problem.message, instance, ...problem.extra }
}

/** Answers with the problem as `application/problem+json`. */
export function sendProblem(res: Response, problem: HttpProblem, instance: string): void {
  res.status(PROBLEMS[problem.kind].status)
  res.set({ 'Cache-Control': 'no-store', ...problem.headers })
  res.type('application/problem+json').send(JSON.stringify(problemDocument(problem, instance)))
}
