import type { Request } from 'express'
import type { z } from 'zod'
import { HttpProblem } from './problem.ts'
import { quote } from './quote.ts'
import type { ApiRoute, TextBody } from './route.ts'

/** The parameters behind `?`, checked; unknown names are refused, so a misspelt filter isn't silently ignored. */
export function readQuery(route: ApiRoute, req: Request): unknown {
  if (route.query) return parseQuery(route.query, req.query)
  const name = Object.keys(req.query)[0]
  if (name === undefined) return {}
  throw new HttpProblem('bad-parameter', `There is no parameter ${quote(name)} here`)
}

/** Parameters by a schema, or the problem that quotes the one that is wrong. */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  given: Readonly<Record<string, unknown>>,
): z.output<T> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new HttpProblem('bad-parameter', explain(parsed.error, given, 'parameter'))
}

/** The body as JSON, or as one of the route's text types; other types and broken JSON are refused. */
export function readBody(route: ApiRoute, req: Request): { body: unknown; text?: TextBody } {
  const { body: schema, textTypes = [] } = route
  const given: unknown = req.body
  const bytes = Buffer.isBuffer(given) ? given : Buffer.alloc(0)
  const type = (req.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (textTypes.includes(type)) {
    return { body: undefined, text: { type, bytes, read: () => decode(bytes, charsetOf(req)) } }
  }
  if (!schema && textTypes.length === 0) return { body: undefined }
  const isJson = schema !== undefined && (type === 'application/json' || type.endsWith('+json'))
  if (bytes.length > 0 && !isJson) {
    const wanted = [...(schema ? ['application/json'] : []), ...textTypes].join(', ')
    throw new HttpProblem('wrong-media-type', `Cannot read a body of type ${quote(type)}; send ${wanted}`)
  }
  const json = bytes.length === 0 ? undefined : parseJson(decode(bytes, 'utf-8'))
  const parsed = schema?.safeParse(json)
  if (parsed?.success) return { body: parsed.data }
  const detail = parsed && json !== undefined ? explain(parsed.error, json, 'field') : 'A body is needed'
  throw new HttpProblem('bad-body', detail)
}

function parseJson(text: string): unknown {
  try {
    // A key named __proto__ becomes a plain own property here, and the strict schemas refuse it
    return JSON.parse(text)
  } catch {
    throw new HttpProblem('bad-body', `Cannot read JSON ${quote(text)}`)
  }
}

function charsetOf(req: Request): string {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(req.get('content-type') ?? '')?.[1] ?? 'utf-8'
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: charset.toLowerCase() === 'utf-8' }).decode(bytes)
  } catch {
    throw new HttpProblem('bad-body', `Cannot decode the body as ${quote(charset)}`)
  }
}

/** The first thing zod found, in words, with the value that is wrong. */
function explain(error: z.ZodError, input: unknown, what: string): string {
  const issue = nearest(error.issues[0])
  if (!issue) return `A ${what} is not valid`
  if (issue.code === 'unrecognized_keys') return `There is no ${what} ${quote(issue.keys[0])} here`
  const path = issue.path.map(String).join('.')
  const value = issue.path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), input)
  const where = path === '' ? 'the body' : `${what} ${quote(path)}`
  return value === undefined
    ? `Missing ${where}`
    : `Cannot take ${quote(value)} for ${where}: ${issue.message}`
}

/** Of a body that can have several shapes, what is wrong with the one that it misses by least. */
function nearest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union' || issue.path.length > 0) return issue
  const [least] = [...issue.errors].sort((a, b) => a.length - b.length)
  return least?.[0] ?? issue
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
