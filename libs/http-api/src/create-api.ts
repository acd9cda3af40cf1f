import express, { type Express } from 'express'
import { BOARD_PATH, queueBoard } from './admin/queue-board.ts'
import { docsRouter } from './docs/docs-router.ts'
import { feedsRouter } from './feeds/feeds-router.ts'
import { answerErrors, answerNotFound } from './http/answer-errors.ts'
import { healthRouter } from './http/health-router.ts'
import { createIdempotency } from './http/idempotency.ts'
import { logRequests } from './http/log-requests.ts'
import { mountRoutes } from './http/mount-routes.ts'
import { openApiDocument } from './openapi/openapi-document.ts'
import type { ApiPorts } from './ports.ts'
import { readerFiles } from './reader/reader-files.ts'
import { allRoutes } from './routes/all-routes.ts'
import { assertSafeToExpose } from './security/assert-safe-to-expose.ts'
import { createGatekeeper } from './security/gatekeeper.ts'
import { ownHostOnly } from './security/own-host.ts'
import { sameSiteOnly } from './security/same-site.ts'
import { securityHeaders } from './security/security-headers.ts'
import { websubRouter } from './websub/websub-router.ts'

/** The whole HTTP side as one Express app. Throws when the host is open to others and there is no admin password. */
export function createApi(ports: ApiPorts): Express {
  const { store, queues, config, metrics, logger } = ports
  assertSafeToExpose(config.host, config.adminPassword)
  const gatekeeper = createGatekeeper(config)
  const routes = allRoutes(ports)
  const app = express()
  app.disable('x-powered-by')
  // Names and texts only: `?q[$gt]=` is a parameter of that name, and refused
  app.set('query parser', 'simple')
  app.set('case sensitive routing', true)

  app.use(logRequests(logger), securityHeaders(config.publicUrl), healthRouter(ports))
  if (ports.push) app.use('/websub', websubRouter(ports.push))
  app.use(ownHostOnly(config), sameSiteOnly(config.publicUrl))
  app.get('/metrics', gatekeeper.read(), async (_req, res) => {
    const text = await metrics()
    res.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(text)
  })
  app.use('/api/v1', mountRoutes(routes, gatekeeper, createIdempotency(store), config.publicUrl))
  app.use('/feeds', feedsRouter(store, gatekeeper, config))
  app.use(docsRouter(openApiDocument(routes, config.version ?? '0.1.0')))
  app.use(BOARD_PATH, gatekeeper.admin, queueBoard(queues))
  if (config.readerDir !== undefined) app.use(readerFiles(config.readerDir))
  else app.get('/', (_req, res) => res.redirect('/docs'))
  app.use(answerNotFound, answerErrors(logger))
  return app
}
