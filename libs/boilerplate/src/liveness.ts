import { writtenDate } from './iso-date.ts'
import type { PageHead } from './page-head.ts'

/** What a publisher says about listing and keeping the page. */
export type Liveness = {
  /** It asks not to be listed */
  noindex: boolean
  /** From then on it is not to be shown; ISO 8601 */
  unavailableAfter?: string
}

const ROBOTS = ['robots', 'googlebot', 'googlebot-news', 'newsbraid']
/** Header values for one robot begin with its name: "googlebot: noindex" */
const NAMED_ROBOT = /^\s*(?!unavailable_after)([a-z][\w-]*)\s*:\s*(?=\D)/i
const NOINDEX = /(?:^|[\s,;])(?:noindex|none)(?:$|[\s,;])/i
const UNAVAILABLE = /unavailable_after\s*[:=]\s*([^;|]{6,60})/i

/**
 * Reads robots meta, `unavailable_after`, JSON-LD `expires` and, where given, the `X-Robots-Tag` header (values of several
 * lines joined by a comma or a line break). Words for one named robot count when they name all, Google's or ours.
 */
export function livenessOf(head: PageHead, robotsHeader?: string): Liveness {
  const lines = [
    ...ROBOTS.flatMap((name) => head.all.get(name) ?? []),
    ...(robotsHeader ?? '').split(/\n|,\s*(?=[a-z][\w-]*\s*:\s*[a-z])/i).filter(isForUs),
  ]
  const liveness: Liveness = { noindex: lines.some((l) => NOINDEX.test(l)) }
  const dates = [
    ...lines.map((l) => UNAVAILABLE.exec(l)?.[1]),
    head.meta.get('unavailable_after'),
    head.meta.get('expires_at') ?? head.meta.get('article:expiration_time'),
    head.structured.expires,
  ]
  for (const said of dates) {
    const date = writtenDate(said?.replace(/,\s*(?:no|max-|index|follow).*$/i, '').trim())
    // The earliest word counts: what one place takes back is back
    if (date && (!liveness.unavailableAfter || Date.parse(date) < Date.parse(liveness.unavailableAfter)))
      liveness.unavailableAfter = date
  }
  return liveness
}

function isForUs(line: string): boolean {
  const robot = NAMED_ROBOT.exec(line)?.[1]?.toLowerCase()
  return robot === undefined || ROBOTS.includes(robot) || /^max-/.test(robot)
}
