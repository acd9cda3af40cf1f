import type { Decision } from '@newsbraid/model'
import { HttpProblem } from './problem.ts'

/** What a write came to, or the problem that says why it was refused. */
export function decided<T>(decision: Decision<T>): T {
  if ('done' in decision) return decision.done
  const { refused, detail, retryAfterSeconds } = decision
  const headers =
    retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(Math.ceil(retryAfterSeconds)) }
  throw new HttpProblem(refused, detail, { headers })
}
