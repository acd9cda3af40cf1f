import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PushBook } from '@newsbraid/stages'
import type pg from 'pg'
import { inTransaction } from './transaction.ts'

/** The subscriber's side of WebSub that hubs knock at. */
export type PushDoor = {
  /** Whether we asked this hub for this topic under this token; notes the lease it grants. */
  confirm: (token: string, mode: string, topic: string, leaseSeconds: number | undefined) => Promise<boolean>
  /** Keeps a pushed document that bears the right signature, to be read at once; `unknown`: no such subscription. */
  take: (
    token: string,
    push: { signature?: string; body: Uint8Array; contentType?: string },
  ) => Promise<'taken' | 'forged' | 'unknown'>
}

/** Subscriptions as poll-feed makes them; a new secret and callback for each hub and topic. */
export const pushBook = (pool: pg.Pool, callbackBase: string | undefined): PushBook => ({
  ...(callbackBase ? { callbackBase } : {}),
  async subscription(feedId, hub, topic) {
    const made = await pool.query<{ token: string; secret: string }>(
      `INSERT INTO push_subscriptions AS p (feed_id, hub, topic, token, secret) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (feed_id) DO UPDATE SET hub = $2, topic = $3, token = $4, secret = $5, asked_at = now(), lease_until = NULL, refused = NULL
       WHERE p.hub <> $2 OR p.topic <> $3 RETURNING token, secret`,
      [feedId, hub, topic, randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')],
    )
    if (made.rows[0]) return { ...made.rows[0], isDue: true }
    // Again when a tenth of the lease is left, and where the hub never confirmed, once an hour
    const { rows } = await pool.query<{ token: string; secret: string; due: boolean }>(
      `UPDATE push_subscriptions p SET asked_at = CASE WHEN d.due THEN now() ELSE asked_at END
       FROM (SELECT feed_id, asked_at < now() - interval '1 hour' AND (lease_until IS NULL OR lease_until < now() + (lease_until - asked_at) / 10) AS due
             FROM push_subscriptions WHERE feed_id = $1) d
       WHERE p.feed_id = d.feed_id RETURNING token, secret, due`,
      [feedId],
    )
    const { token, secret, due } = rows[0]!
    return { token, secret, isDue: due }
  },
  async refused(feedId, reason) {
    await pool.query('UPDATE push_subscriptions SET refused = $2 WHERE feed_id = $1', [
      feedId,
      reason.slice(0, 500),
    ])
  },
})

const ALGORITHMS = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Signatures as WebSub's section 7.1 has them: `method=hex`, over the body as it came. */
function isSigned(secret: string, body: Uint8Array, signature: string | undefined): boolean {
  const [, method, hex] = /^(\w+)=([0-9a-f]+)$/i.exec(signature ?? '') ?? []
  if (!method || !hex || !ALGORITHMS.has(method.toLowerCase())) return false
  const wanted = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Pushes a feed may have waiting; what comes beyond is fetched by polling. */
const MOST_WAITING = 50

export const pushDoor = (pool: pg.Pool): PushDoor => ({
  async confirm(token, mode, topic, leaseSeconds) {
    if (mode !== 'subscribe') return false
    const { rowCount } = await pool.query(
      `UPDATE push_subscriptions SET refused = NULL, lease_until = now() + $3 * interval '1 second' WHERE token = $1 AND topic = $2`,
      [token, topic, Math.min(Math.max(leaseSeconds ?? 86_400, 60), 365 * 86_400)],
    )
    return rowCount === 1
  },

  async take(token, { signature, body, contentType }) {
    const { rows } = await pool.query<{ feed_id: string; secret: string }>(
      `SELECT feed_id, secret FROM push_subscriptions p JOIN feeds f ON f.id = p.feed_id
       WHERE token = $1 AND lease_until > now() AND f.state = 'active'`,
      [token],
    )
    const subscription = rows[0]
    if (!subscription) return 'unknown'
    if (!isSigned(subscription.secret, body, signature)) return 'forged'
    await inTransaction(pool, async (tx) => {
      await tx.query(
        `INSERT INTO feed_pushes (feed_id, body, content_type) SELECT $1, $2, $3
         WHERE (SELECT count(*) FROM feed_pushes WHERE feed_id = $1) < $4`,
        [subscription.feed_id, Buffer.from(body), contentType ?? null, MOST_WAITING],
      )
      // A poll under way looks for pushes when it is written; a waiting one is hurried
      await tx.query(
        `UPDATE work SET due_at = now() WHERE stage = 'poll-feed' AND item_id = $1 AND state = 'ready'`,
        [subscription.feed_id],
      )
    })
    return 'taken'
  },
})
