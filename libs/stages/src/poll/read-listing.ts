import { NotAFeed, parseFeed } from '@newsbraid/feeds'
import type { ParsedFeed, SourceKind } from '@newsbraid/model'
import { type FetchAnswer, FetchError, hostKey } from '@newsbraid/web'
import { enterHost } from '../host-visit.ts'
import type { StagePorts } from '../ports.ts'

/** Sitemaps (sitemaps.org) may hold 50 MB; of an index so many are read at a poll, the ones named for news first. */
const SITEMAP_BYTES = 52_428_800
const MOST_SITEMAPS = 8
/** Between the sitemaps of one index a host's delay is sat out */
const PATIENCE_MS = 30_000

export type Listing = ParsedFeed & { kind: Exclude<SourceKind, 'list'> }

/** Reads a feed, a sitemap or the sitemaps of an index, gzipped or not. Throws `NotAFeed`. */
export async function readListing(answer: FetchAnswer, host: string, ports: StagePorts): Promise<Listing> {
  const bytes = await plainBytes(answer.bytes, ports)
  const contentType = answer.headers['content-type']
  try {
    const parsed = await parseFeed(bytes, { url: answer.url, ...(contentType ? { contentType } : {}) })
    return { ...parsed, kind: opensWith(bytes, /<(?:\w+:)?urlset[\s>]/i) ? 'sitemap' : 'feed' }
  } catch (error) {
    if (
      !(error instanceof NotAFeed) ||
      error.links.length === 0 ||
      !opensWith(bytes, /<(?:\w+:)?sitemapindex[\s>]/i)
    )
      throw error
    return { ...(await readSitemaps(error.links, answer.url, host, ports)), kind: 'sitemap' }
  }
}

const opensWith = (bytes: Uint8Array, tag: RegExp): boolean =>
  tag.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4000)))

const plainBytes = (bytes: Uint8Array, ports: StagePorts): Uint8Array | Promise<Uint8Array> =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? ports.gunzip(bytes, SITEMAP_BYTES) : bytes

/** What the index's sitemaps list together; one that can't be had is named among the repairs. */
async function readSitemaps(
  links: readonly string[],
  indexUrl: string,
  host: string,
  ports: StagePorts,
): Promise<ParsedFeed> {
  const own = links.filter((link) => hostKey(link) === host)
  const chosen = [...own]
    .sort((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)))
    .slice(0, MOST_SITEMAPS)
  const all: ParsedFeed = {
    feed: { link: new URL('/', indexUrl).href, skipHours: [], skipDays: [], hubs: [] },
    entries: [],
    repairs: [],
  }
  for (const url of chosen) {
    if ((await enterHost(host, ports, PATIENCE_MS)) !== undefined) {
      all.repairs.push(`Left "${url}" for the next poll: its host is busy`)
      continue
    }
    try {
      const answer = await ports.fetch({ url })
      if (answer.status !== 200) throw new NotAFeed(`The server answered ${answer.status}`)
      const { entries } = await parseFeed(await plainBytes(answer.bytes, ports), { url: answer.url })
      all.entries.push(...entries)
    } catch (error) {
      if (!(error instanceof NotAFeed) && !(error instanceof FetchError)) throw error
      all.repairs.push(`Could not read "${url}": ${error.message}`)
    }
  }
  return all
}
