import type { ApiRoute } from '../http/route.ts'
import { inlineSchema, openApiSchemas } from './schemas.ts'

export type OpenApiDocument = {
  openapi: string
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}
export type Parameter = { name: string; in: string; required: boolean; description?: string; schema: unknown }
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, unknown> }
  responses: Record<string, unknown>
}

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: schemaRef('Problem') } },
})

/** The OpenAPI 3.1 document of the declared routes. */
export function openApiDocument(routes: readonly ApiRoute[], version: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Newsbraid',
      version,
      description: 'News events, their articles, and who is named in them',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    security: [{}, { key: [] }, { bearer: [] }, { password: [] }],
    paths,
    components: {
      schemas: openApiSchemas(),
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
        password: { type: 'http', scheme: 'basic' },
      },
    },
  }
}

function operationOf(route: ApiRoute): Operation {
  const { method, path, tag, summary, description } = route
  return {
    operationId: `${method}${path.replace(/[^A-Za-z]+([A-Za-z])?/g, (_match, letter?: string) => (letter ?? '').toUpperCase())}`,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...parametersOf(route),
    ...bodyOf(route),
    responses: responsesOf(route),
  }
}

function parametersOf(route: ApiRoute): { parameters?: Parameter[] } {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): Parameter => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(route.query?.shape ?? {}).map(([name, field]): Parameter => {
    const { description, ...schema } = inlineSchema(field as never)
    const text = typeof description === 'string' ? { description } : {}
    return { name, in: 'query', required: false, ...text, schema }
  })
  const inHeader: Parameter[] =
    route.method === 'post'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'A repeated POST with the same key gets the first answer again, for a day',
            schema: { type: 'string', maxLength: 255 },
          },
        ]
      : []
  const parameters = [...inPath, ...inQuery, ...inHeader].map((parameter) =>
    isRequired(route, parameter) ? { ...parameter, required: true } : parameter,
  )
  return parameters.length === 0 ? {} : { parameters }
}

const isRequired = (route: ApiRoute, { in: place, name, required }: Parameter): boolean =>
  required || (place === 'query' && route.query?.shape[name]?.safeParse?.(undefined)?.success === false)

function bodyOf(route: ApiRoute): { requestBody?: Operation['requestBody'] } {
  const content: Record<string, unknown> = {}
  if (route.bodySchema !== undefined) content['application/json'] = { schema: schemaRef(route.bodySchema) }
  for (const type of route.textTypes ?? []) content[type] = { schema: { type: 'string' } }
  return Object.keys(content).length === 0 ? {} : { requestBody: { required: true, content } }
}

function responsesOf(route: ApiRoute): Operation['responses'] {
  const responses: Record<string, unknown> = {}
  for (const [status, { description, schema, contentType }] of Object.entries(route.answers)) {
    const type = contentType ?? (schema === 'Problem' ? 'application/problem+json' : 'application/json')
    const body = schema === undefined ? { schema: { type: 'string' } } : { schema: schemaRef(schema) }
    const isBare = schema === undefined && contentType === undefined
    responses[status] = isBare ? { description } : { description, content: { [type]: body } }
  }
  if (route.method === 'get') responses['304'] = { description: 'Nothing new since the ETag given' }
  responses['default'] = problem('What went wrong')
  return responses
}
