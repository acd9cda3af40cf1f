import { NotAFeed } from '@newsbraid/feeds'
import { FetchError, hostKey, robotsSitemaps } from '@newsbraid/web'
import { askRobots, enterHost } from '../host-visit.ts'
import type { StagePorts } from '../ports.ts'
import { readListing } from './read-listing.ts'

const MOST_NAMED = 2
const PATIENCE_MS = 30_000
const RECENT_MS = 30 * 86_400_000

/** The sitemaps of a site that can be read as a source: one of news (with titles and dates), one that changed lately. */
export type FoundSitemaps = { news?: string; recent?: string; any?: string }

/** Looks for a site's sitemap where robots.txt names it, and at `/sitemap.xml`. */
export async function findSitemap(site: string, ports: StagePorts): Promise<FoundSitemaps> {
  const host = hostKey(site)
  await askRobots(site, host, ports, PATIENCE_MS)
  const robots = await ports.hosts.robots(host)
  const named = robotsSitemaps(robots?.text ?? '')
    .filter((link) => URL.canParse(link, site))
    .map((link) => new URL(link, site).href)
    .filter((link) => /^https?:/.test(link) && link.length <= 2048)
    .sort((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)))
    .slice(0, MOST_NAMED)
  const found: FoundSitemaps = {}
  for (const url of new Set([...named, new URL('/sitemap.xml', site).href])) {
    if ((await enterHost(hostKey(url), ports, PATIENCE_MS)) !== undefined) continue
    try {
      const answer = await ports.fetch({ url })
      if (answer.status !== 200) continue
      const { entries, kind } = await readListing(answer, hostKey(url), ports)
      if (kind !== 'sitemap' || entries.length === 0) continue
      found.any ??= url
      if (entries.some(({ title, published }) => title && published)) return { ...found, news: url }
      const since = ports.now() - RECENT_MS
      if (entries.some(({ updated }) => updated !== undefined && Date.parse(updated) > since))
        found.recent ??= url
    } catch (error) {
      if (!(error instanceof NotAFeed) && !(error instanceof FetchError)) throw error
    }
  }
  return found
}
