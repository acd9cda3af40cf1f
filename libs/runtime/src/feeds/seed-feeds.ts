import fs from 'node:fs'
import { parseOpml } from '@newsbraid/feeds'
import type { Logger } from 'pino'
import type { OpenLine } from '../open-line.ts'

export type Seed = { feedUrl: string; name?: string; homeUrl?: string; language?: string }

/** Reads FEEDS: an OPML file, or addresses with spaces or commas between. Throws quoting what can't be read. */
export function readSeeds(feeds: string): Seed[] {
  if (/^https?:\/\//i.test(feeds.trim()))
    return feeds
      .trim()
      .split(/[\s,]+/)
      .map((feedUrl) => {
        if (!URL.canParse(feedUrl)) throw new Error(`Cannot read FEEDS: "${feedUrl}" is no address`)
        return { feedUrl }
      })
  let bytes: Uint8Array
  try {
    bytes = fs.readFileSync(feeds)
  } catch (error) {
    throw new Error(`Cannot read FEEDS="${feeds}": it is neither an OPML file nor an address`, {
      cause: error,
    })
  }
  const outlines = parseOpml(bytes)
  if (outlines.length === 0) throw new Error(`Cannot read FEEDS="${feeds}": it lists no feeds`)
  return outlines.map(({ feedUrl, title, siteUrl }) => ({
    feedUrl,
    ...(title ? { name: title } : {}),
    ...(siteUrl ? { homeUrl: siteUrl } : {}),
  }))
}

/** Adds the feeds that aren't known yet, due at once. */
export async function seedFeeds(open: OpenLine, feeds: string, logger: Logger): Promise<void> {
  const { added, known } = await open.apiStore.importSources(readSeeds(feeds))
  logger.info({ added, known }, 'feeds of FEEDS are known')
}
