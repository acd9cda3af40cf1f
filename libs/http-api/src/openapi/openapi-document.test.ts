import { expect, test } from '@jest/globals'
import request from 'supertest'
import { testApi } from '../fixtures/test-api.ts'
import { allRoutes } from '../routes/all-routes.ts'
import type { OpenApiDocument } from './openapi-document.ts'

async function served(): Promise<OpenApiDocument> {
  const { body, headers } = await request(testApi().app).get('/openapi.json').expect(200)
  expect(headers['content-type']).toMatch(/^application\/json/)
  return body
}

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

test('every operation is in the document, and only those', async () => {
  const document = await served()
  const { store } = testApi()
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const declared = allRoutes({ store, queues: [], logger }).map(({ method, path }) => `${method} ${path}`)
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  )
  expect(documented.sort()).toEqual(declared.sort())
})

test('every $ref points at something', async () => {
  const document = await served()
  const refs = refsIn(document)
  expect(refs.length).toBeGreaterThan(30)
  for (const ref of refs) {
    expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(Object.keys(document.components.schemas)).toContain(ref.replace('#/components/schemas/', ''))
  }
})

test('operation ids are unique, path parameters are declared, each operation has an answer', async () => {
  const { paths } = await served()
  const ids = Object.values(paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const [path, operations] of Object.entries(paths))
    for (const { parameters = [], responses } of Object.values(operations)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name)).toEqual(wanted)
      expect(Object.keys(responses).some((status) => /^[23]\d\d$/.test(status))).toBe(true)
    }
})

test('the answer of /events fits the schema the document names for it', async () => {
  const document = await served()
  const { body } = await request(testApi().app).get('/api/v1/events')
  const list = document.components.schemas['EventList'] as { required: string[] }
  const item = document.components.schemas['EventSummary'] as { required: string[] }
  expect(Object.keys(body)).toEqual(expect.arrayContaining(list.required))
  expect(Object.keys(body.items[0])).toEqual(expect.arrayContaining(item.required))
})

test('a parameter carries its bounds', async () => {
  const { paths } = await served()
  const limit = paths['/events']?.['get']?.parameters?.find(({ name }) => name === 'limit')
  expect(limit).toMatchObject({
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200 },
  })
  const url = paths['/pipeline/trace']?.['get']?.parameters?.find(({ name }) => name === 'url')
  expect(url?.required).toBe(true)
})

test('/docs shows every operation and every problem, and loads nothing from elsewhere', async () => {
  const document = await served()
  const { text } = await request(testApi().app).get('/docs').expect(200)
  for (const path of Object.keys(document.paths)) expect(text).toContain(path)
  expect(text).toContain('id="bad-cursor"')
  expect(text).not.toMatch(/<script|https?:\/\//)
  await request(testApi().app).get('/docs/docs.css').expect('Content-Type', /css/).expect(200)
})
