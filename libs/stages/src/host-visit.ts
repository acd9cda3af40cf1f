import { crawlDelaySeconds, FetchError, refusingPattern } from '@newsbraid/web'
import type { StagePorts } from './ports.ts'

/** Waits shorter than this are sat out; longer ones send the item back to the store. */
const PATIENCE_MS = 1500

/**
 * Waits until the host is free and takes the moment; returns how long to stay away when that is too far off. The moment
 * is taken when the request is about to leave, not reserved ahead: a busy process can't squeeze two requests together.
 */
export async function enterHost(
  host: string,
  ports: StagePorts,
  patienceMs = PATIENCE_MS,
): Promise<number | undefined> {
  for (let waited = 0; ;) {
    const waitMs = await ports.hosts.takeSlot(host)
    if (waitMs === 0) return undefined
    if (waited + waitMs > patienceMs) return waitMs
    await ports.sleep(waitMs)
    waited += waitMs
  }
}

export type RobotsVerdict = { allowed: true } | { allowed: false; reason: string } | { laterMs: number }

/**
 * Whether robots.txt lets us fetch the page (RFC 9309): rules are fetched once per cache time; 4xx allows everything,
 * 5xx or no answer forbids everything until asked again.
 */
export async function askRobots(
  url: string,
  host: string,
  ports: StagePorts,
  patienceMs = PATIENCE_MS,
): Promise<RobotsVerdict> {
  const { politeness, hosts } = ports
  let rules = await hosts.robots(host)
  const freshMs =
    1000 *
    (rules && rules.status >= 500
      ? Math.min(300, politeness.robotsCacheSeconds)
      : politeness.robotsCacheSeconds)
  if (!rules || rules.atMs + freshMs < ports.now()) {
    const laterMs = await enterHost(host, ports, patienceMs)
    if (laterMs !== undefined) return { laterMs }
    rules = await fetchRobots(new URL('/robots.txt', url).href, ports)
    const crawlDelay = crawlDelaySeconds(rules.text, politeness.userAgent)
    await hosts.saveRobots(host, {
      ...rules,
      ...(crawlDelay === undefined ? {} : { crawlDelaySeconds: crawlDelay }),
    })
  }
  if (rules.status >= 500) return { allowed: false, reason: `robots.txt answered ${rules.status}` }
  if (rules.status >= 400) return { allowed: true }
  const pattern = refusingPattern(rules.text, politeness.userAgent, url)
  return pattern === undefined
    ? { allowed: true }
    : { allowed: false, reason: `robots.txt asks us not to fetch it: "Disallow: ${pattern.slice(0, 200)}"` }
}

/** A host that can't be reached counts as status 503, an address that may not be asked as 403. */
async function fetchRobots(
  url: string,
  ports: StagePorts,
): Promise<{ text: string; status: number; atMs: number }> {
  try {
    // RFC 9309 asks for at least 500 KiB to be read
    const answer = await ports.fetch({ url, maxBytes: 512_000, mayCut: true })
    const text = answer.status < 400 ? new TextDecoder().decode(answer.bytes).replaceAll('\0', '') : ''
    return { text, status: answer.status, atMs: ports.now() }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    const status = error.code === 'too-many-redirects' ? 404 : error.code === 'address-refused' ? 403 : 503
    return { text: '', status, atMs: ports.now() }
  }
}
