import { Router } from 'express'
import type { ApiPorts } from '../ports.ts'

/** /healthz: the process runs; /readyz: it can serve now. */
export function healthRouter({
  store,
  isReady,
  logger,
}: Pick<ApiPorts, 'store' | 'isReady' | 'logger'>): Router {
  const router = Router({ caseSensitive: true })
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' })
  })
  router.get('/readyz', async (_req, res) => {
    if (isReady?.() === false) {
      res.status(503).json({ status: 'draining' })
      return
    }
    try {
      await store.ping()
      res.json({ status: 'ok' })
    } catch (error) {
      logger.warn({ err: error }, 'not ready')
      res.status(503).json({ status: 'store unavailable' })
    }
  })
  return router
}
