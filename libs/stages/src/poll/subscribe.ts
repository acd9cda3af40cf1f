import type { FeedHead } from '@newsbraid/model'
import { type FetchAnswer, FetchError, hostKey } from '@newsbraid/web'
import { enterHost } from '../host-visit.ts'
import type { FeedToPoll, StagePorts } from '../ports.ts'

const LEASE_SECONDS = 10 * 86_400
const PATIENCE_MS = 5000

/**
 * Asks the feed's hub for pushes (WebSub, W3C Recommendation 2018), once, and again before the lease ends. The hub
 * confirms at our callback; a hub that can't be had costs nothing but the push: the feed is polled all the same.
 */
export async function subscribe(
  feed: FeedToPoll,
  head: FeedHead,
  answer: FetchAnswer,
  ports: StagePorts,
): Promise<void> {
  const { callbackBase } = ports.push
  if (!callbackBase) return
  const links = linksOf(answer.headers['link'], answer.url)
  const hub = head.hubs[0] ?? links.get('hub')
  const topic = head.self ?? links.get('self') ?? answer.url
  if (!hub || !/^https?:/i.test(hub)) return
  const { token, secret, isDue } = await ports.push.subscription(feed.id, hub, topic)
  if (!isDue) return
  if ((await enterHost(hostKey(hub), ports, PATIENCE_MS)) !== undefined)
    return ports.push.refused(feed.id, 'Its host was busy')
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': `${callbackBase}/websub/${token}`,
    'hub.secret': secret,
    'hub.lease_seconds': String(LEASE_SECONDS),
  })
  try {
    const { status } = await ports.fetch({
      url: hub,
      method: 'POST',
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    if (status >= 400) await ports.push.refused(feed.id, `The hub answered ${status}`)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    await ports.push.refused(feed.id, error.message)
  }
}

/** Targets of a Link header (RFC 8288) by relation, absolute; the first of each counts. */
export function linksOf(header: string | undefined, base: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, target, parameters] of (header ?? '').slice(0, 8000).matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations =
      /;\s*rel\s*=\s*"?([^";,]*)/i
        .exec(parameters ?? '')?.[1]
        ?.toLowerCase()
        .trim()
        .split(/\s+/) ?? []
    if (!target || !URL.canParse(target, base)) continue
    for (const relation of relations)
      if (!found.has(relation)) found.set(relation, new URL(target, base).href)
  }
  return found
}
