import type { ApiSource } from '@newsbraid/model'

const MOST = 4

/** The feeds that the page behind a source's address links to, when that address turned out to be a page: its error names them. */
export function offeredFeeds({ lastOutcome, lastError = '', feedUrl }: ApiSource): string[] {
  if (lastOutcome !== 'not-a-feed') return []
  const named = (lastError.match(/https?:\/\/[^\s"'<>,;]+/g) ?? []).filter((address) => URL.canParse(address))
  const own = URL.canParse(feedUrl) ? new URL(feedUrl).href : feedUrl
  return [...new Set(named.map((address) => new URL(address).href))]
    .filter((address) => address !== own)
    .slice(0, MOST)
}
