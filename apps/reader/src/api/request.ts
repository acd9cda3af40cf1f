import type { Problem } from '@newsbraid/model'

export const API = '/api/v1'

/** An answer that says no, with the problem details it came with. */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

/** Fetches JSON from `/api/v1` + path. Throws `ApiError` on a problem answer, `TypeError` when the service can't be reached. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(API + path, {
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
  })
  return (await readAnswer(answer)) as T
}

/** Sends a change with a fresh `Idempotency-Key`; a file's bytes go as they are with their `type`, anything else as JSON. */
export async function send<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': freshKey() }
  if (body !== undefined) headers['content-type'] = type
  const sent = body === undefined || body instanceof Blob ? body : JSON.stringify(body)
  const answer = await fetch(API + path, { method, headers, ...(sent === undefined ? {} : { body: sent }) })
  return (await readAnswer(answer)) as T
}

async function readAnswer(answer: Response): Promise<unknown> {
  const type = answer.headers.get('content-type') ?? ''
  const isJson = /\bjson\b/.test(type)
  if (answer.ok) return isJson && answer.status !== 204 ? answer.json() : undefined
  const said: Partial<Problem> = isJson ? await answer.json().catch(() => ({})) : {}
  throw new ApiError({
    type: said.type ?? 'about:blank',
    title: said.title ?? answer.statusText,
    status: answer.status,
    ...(said.detail ? { detail: said.detail } : {}),
  })
}

/** `crypto.randomUUID` exists only on https and loopback; a reader on the local network has neither. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
