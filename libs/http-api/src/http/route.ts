import type { Request, Response } from 'express'
import type { z } from 'zod'

/** What a route answers with. */
export type Answer =
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | { status?: number; headers?: Record<string, string>; text: string; contentType: string }
  /** It answers by itself, as a stream does */
  | { take: (req: Request, res: Response) => void }

export type AnswerDoc = {
  description: string
  /** The name of a schema in the OpenAPI document */
  schema?: string
  contentType?: string
}

/** A body of one of the route's `textTypes`; `read` decodes it by the charset of the request. */
export type TextBody = { type: string; bytes: Uint8Array; read: () => string }

type Call<Query, Body> = {
  /** The path's `{id}`, decoded; empty when the path has none */
  id: string
  query: Query
  /** The parsed JSON; undefined when text came instead */
  body: Body
  text?: TextBody
  /** Where readers reach this server, without a slash at the end */
  baseUrl: string
  header: (name: string) => string | undefined
}

/** One operation, declared once: Express serves it, OpenAPI and /docs describe it. */
export type ApiRoute = {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Below /api/v1, parameters in braces */
  path: string
  tag: string
  summary: string
  description?: string
  query?: z.ZodObject
  body?: z.ZodType
  /** The body's name among the OpenAPI schemas */
  bodySchema?: string
  /** Media types that are taken as they are, beside JSON */
  textTypes?: readonly string[]
  maxBodyBytes?: number
  answers: Readonly<Record<number, AnswerDoc>>
  handle: (call: Call<unknown, unknown>) => Promise<Answer>
}

type Declared<Query extends z.ZodObject, Body extends z.ZodType> = Omit<
  ApiRoute,
  'query' | 'body' | 'handle'
> & {
  query?: Query
  body?: Body
  handle: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Answer>
}

/** Keeps the query's and the body's types between the declaration and its handler. */
export function defineRoute<Query extends z.ZodObject, Body extends z.ZodType>(
  route: Declared<Query, Body>,
): ApiRoute {
  // The mount parses with the very schemas the handler's types come from
  return route as unknown as ApiRoute
}
