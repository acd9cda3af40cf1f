import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { ApiStore } from '@newsbraid/model'
import { credentialsOf } from '../security/credentials.ts'
import { HttpProblem, PROBLEMS, problemDocument } from './problem.ts'
import { quote } from './quote.ts'
import type { Answer } from './route.ts'

/** Runs a POST once for its Idempotency-Key: whoever repeats it within a day gets the first answer again. */
export type Idempotency = (req: Request, res: Response, run: () => Promise<Answer>) => Promise<Answer>

type Keys = Pick<ApiStore, 'claimKey' | 'keepResponse' | 'releaseKey'>

/** After draft-ietf-httpapi-idempotency-key-header: 409 while the first runs, 422 for a key of another request. */
export const createIdempotency =
  (store: Keys): Idempotency =>
  async (req, res, run) => {
    const given = req.get('idempotency-key')
    if (given === undefined) return run()
    if (!/^[\x21-\x7e]{1,255}$/.test(given))
      throw new HttpProblem(
        'bad-request',
        `Cannot take ${quote(given)} for an Idempotency-Key: 1 to 255 visible ASCII characters`,
      )
    const key = sha256(credentialsOf(req).join('\n'), given)
    const body: unknown = req.body
    const fingerprint = sha256(
      req.method,
      req.originalUrl,
      req.get('content-type') ?? '',
      Buffer.isBuffer(body) ? body : '',
    )
    const kept = await store.claimKey(key, fingerprint)
    if (!kept) return firstTime(store, key, req.path, run)
    if (kept.fingerprint !== fingerprint)
      throw new HttpProblem(
        'key-reused',
        `The Idempotency-Key ${quote(given)} came with another request before`,
      )
    if (!kept.response)
      throw new HttpProblem(
        'conflict',
        `The request with the Idempotency-Key ${quote(given)} is still running`,
        {
          headers: { 'Retry-After': '1' },
        },
      )
    res.set('Idempotency-Replayed', 'true')
    const { status, location, contentType, body: text } = kept.response
    return { status, contentType, text, headers: location === undefined ? {} : { Location: location } }
  }

/** When the answer can't be kept the claim stands: better a conflict for some minutes than the same thing done twice. */
async function firstTime(
  store: Keys,
  key: string,
  path: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await run().catch(async (error: unknown) => {
    await endFailed(store, key, path, error)
    throw error
  })
  if ('take' in answer) return answer
  const { status = 200, headers } = answer
  const kept =
    'json' in answer
      ? { contentType: 'application/json', body: JSON.stringify(answer.json ?? null) }
      : { contentType: answer.contentType, body: answer.text }
  await store.keepResponse(key, { status, location: headers?.['Location'], ...kept })
  return answer
}

async function endFailed(store: Keys, key: string, path: string, error: unknown): Promise<void> {
  if (!(error instanceof HttpProblem) || !isFinal(error)) return store.releaseKey(key)
  const { status } = PROBLEMS[error.kind]
  const body = JSON.stringify(problemDocument(error, path))
  await store.keepResponse(key, { status, contentType: 'application/problem+json', body })
}

/** Whether the same request would be refused again. */
const isFinal = ({ kind }: HttpProblem): boolean => PROBLEMS[kind].status < 500 && kind !== 'too-soon'

function sha256(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
