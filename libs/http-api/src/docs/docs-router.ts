import { Router } from 'express'
import type { OpenApiDocument } from '../openapi/openapi-document.ts'
import { docsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'

/** /openapi.json, and /docs for people. */
export function docsRouter(document: OpenApiDocument): Router {
  const router = Router({ caseSensitive: true })
  const json = JSON.stringify(document)
  const page = docsPage(document)
  router.get('/openapi.json', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('application/json').send(json)
  })
  router.get('/docs', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('html').send(page)
  })
  router.get('/docs/docs.css', (_req, res) => {
    res.set('Cache-Control', 'max-age=3600').type('css').send(DOCS_STYLE)
  })
  return router
}
