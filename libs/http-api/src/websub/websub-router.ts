import express, { Router } from 'express'
import type { PushDoor } from '../ports.ts'

const PUSH_BYTES = 5_000_000

/**
 * Where hubs confirm subscriptions and push documents (WebSub, W3C Recommendation 2018, sections 5 and 7). A push with a
 * wrong signature is answered like a right one and forgotten, as section 7.1 asks.
 */
export function websubRouter(door: PushDoor): Router {
  const router = Router({ caseSensitive: true })
  router.get('/:token', async (req, res) => {
    const text = (name: string): string => {
      const value = req.query[name]
      return typeof value === 'string' ? value : ''
    }
    const lease = Number(text('hub.lease_seconds'))
    const isOurs = await door.confirm(
      req.params.token,
      text('hub.mode'),
      text('hub.topic'),
      lease > 0 ? lease : undefined,
    )
    if (!isOurs) return void res.sendStatus(404)
    // Echoed as plain text that no browser may take for a page
    res.type('text/plain').send(text('hub.challenge').slice(0, 4096))
  })
  router.post('/:token', express.raw({ type: () => true, limit: PUSH_BYTES }), async (req, res) => {
    const body: unknown = req.body
    const signature = req.get('x-hub-signature')
    const contentType = req.get('content-type')
    const end = await door.take(req.params.token, {
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      ...(signature ? { signature } : {}),
      ...(contentType ? { contentType } : {}),
    })
    res.sendStatus(end === 'unknown' ? 410 : 202)
  })
  return router
}
