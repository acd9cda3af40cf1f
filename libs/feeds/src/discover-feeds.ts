import { plainText } from './plain-text.ts'
import { References } from './references.ts'
import { absolute, rawAttributes } from './xml-node.ts'

export type DiscoveredFeed = { url: string; title?: string; type?: string }

const FEED_TYPE =
  /^(?:application|text)\/(?:(?:rss|atom|rdf|feed)(?:\+xml|\+json)?|x-(?:rss|atom)\+xml|json\s*$)/i
const FEED_PATH =
  /(?:^|[/._?=&-])(?:rss|feeds?|atom|rdf)(?:[/._?=&\d-]|$)|\.(?:rss|atom|rdf)(?:\?|$)|\bfeed(?:s|burner)?\./i
const COMMENTS = /comment|تعليق/i
const MAX_TAGS = 50_000
const MAX_FEEDS = 50

/**
 * The feeds an HTML page names: `link rel="alternate"` first, then anchors whose address or text looks like a feed;
 * comment feeds come last. Absolute addresses, each once.
 */
export function discoverFeeds(html: string, url: string): DiscoveredFeed[] {
  const references = new References()
  const declared: DiscoveredFeed[] = []
  const linked: DiscoveredFeed[] = []
  let base = url
  let tags = 0
  for (let lt = html.indexOf('<'); lt >= 0 && tags < MAX_TAGS; lt = html.indexOf('<', lt + 1)) {
    const name = /^<(base|link|a)[\s/]/i.exec(html.slice(lt, lt + 7))?.[1]?.toLowerCase()
    if (!name) continue
    tags++
    const gt = html.indexOf('>', lt)
    if (gt < 0) break
    const attributes = new Map(
      rawAttributes(html.slice(lt + 1 + name.length, Math.min(gt, lt + 4000))).map(([key, value]) => [
        key.toLowerCase(),
        references.resolve(value),
      ]),
    )
    const href = attributes.get('href')
    if (!href) continue
    if (name === 'base') {
      base = absolute(href, url) ?? url
      continue
    }
    const address = absolute(
      href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'),
      base,
    )
    if (!address || !/^https?:/.test(address) || address.length > 2048) continue
    const type = attributes.get('type')?.trim()
    const title = attributes.get('title')
    if (name === 'link') {
      const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
      const isJson = type !== undefined && /json/i.test(type)
      if (
        (rel.includes('alternate') || rel.includes('feed')) &&
        type !== undefined &&
        FEED_TYPE.test(type) &&
        (!isJson || !/wp-json|oembed/.test(address))
      )
        declared.push({ url: address, title, type })
    } else if (
      FEED_PATH.test(new URL(address).pathname + new URL(address).search) ||
      FEED_PATH.test(new URL(address).hostname)
    ) {
      const end = html.indexOf('<', gt)
      const label = plainText(html.slice(gt + 1, Math.min(end < 0 ? gt + 1 : end, gt + 200)), references)
      linked.push({ url: address, title: title ?? (label || undefined), type })
    }
  }
  const found = new Map<string, DiscoveredFeed>()
  const isAboutComments = (feed: DiscoveredFeed): boolean =>
    COMMENTS.test(feed.url + ' ' + (feed.title ?? ''))
  const all = [...declared, ...linked]
  for (const feed of [...all.filter((one) => !isAboutComments(one)), ...all.filter(isAboutComments)])
    if (!found.has(feed.url) && found.size < MAX_FEEDS) found.set(feed.url, feed)
  return [...found.values()]
}
