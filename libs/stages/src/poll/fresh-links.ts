import { addressShape, bareAddress } from '@newsbraid/feeds'
import type { Entry } from '@newsbraid/model'
import { urlKey } from '@newsbraid/web'
import type { ListMemory } from '../ports.ts'
import { bodyDigest } from './conditional.ts'

const DAY_MS = 86_400_000
/** A link that shows up with a date older than this is the archive's, not news */
const OLD_MS = 30 * DAY_MS
/** More newcomers at once than half of what was listed, and than this, are looked at one by one */
const FLOOD = 10
const FLOOD_MS = 14 * DAY_MS
/** So many that might be articles are taken for news when they show up; more at once are a new menu */
const MOST_PERHAPS = 3
const MOST_PASSED = 800

/** Keys a link's page may be known by: its own, and that of its path where the path alone names an article. */
export function linkKeys(link: string): string[] {
  const bare = bareAddress(link)
  return bare === undefined ? [urlKey(link)] : [urlKey(link), urlKey(bare)]
}

/** Digest of a page's key, for links that are remembered without being pages. */
export const linkDigest = (url: string): string => bodyDigest(new TextEncoder().encode(linkKeys(url).at(-1)))

/**
 * Which links of a list page are news: at the first reading all that look like articles, later those never seen
 * before. What might be an article at the first reading and stays is navigation; what comes later is news. Old links
 * that come back, alone or by the hundred, are passed by: too old by their date, or numbered below what was listed.
 */
export function freshLinks(given: {
  entries: readonly Entry[]
  perhaps: readonly Entry[]
  /** Keys of links that are pages already */
  known: ReadonlySet<string>
  memory?: ListMemory
  nowMs: number
}): { taken: Entry[]; memory: ListMemory } {
  const { entries, perhaps, known, memory, nowMs } = given
  const linkOf = ({ link = '' }: Entry): string => link
  const wasPassed = new Set(memory?.passed ?? [])
  const isNew = (entry: Entry): boolean =>
    !linkKeys(linkOf(entry)).some((key) => known.has(key)) && !wasPassed.has(linkDigest(linkOf(entry)))
  const fresh = entries.filter(isNew)
  const maybe = perhaps.filter(isNew)
  const taken = memory ? newcomers(fresh, maybe, memory, nowMs) : [...fresh]
  const isTaken = new Set(taken)
  const passed = [...fresh, ...maybe]
    .filter((entry) => !isTaken.has(entry))
    .map((one) => linkDigest(linkOf(one)))
  // What is on the page now is remembered longest
  const present = new Set([...entries, ...perhaps].map((entry) => linkDigest(linkOf(entry))))
  const before = [...wasPassed]
  return {
    taken,
    memory: {
      passed: [
        ...before.filter((digest) => !present.has(digest)),
        ...before.filter((digest) => present.has(digest)),
        ...passed,
      ].slice(-MOST_PASSED),
      links: entries.length,
      numbers: upperNumbers(entries),
    },
  }
}

function newcomers(
  fresh: readonly Entry[],
  maybe: readonly Entry[],
  memory: ListMemory,
  nowMs: number,
): Entry[] {
  const isFlood = fresh.length > Math.max(FLOOD, memory.links / 2)
  let room = Math.max(FLOOD, memory.links)
  const sure = fresh.filter((entry) => {
    const ageMs = entry.published === undefined ? undefined : nowMs - Date.parse(entry.published)
    if (ageMs !== undefined && ageMs > (isFlood ? FLOOD_MS : OLD_MS)) return false
    if (!isFlood || ageMs !== undefined) return true
    const { pattern, number } = addressShape(entry.link ?? '')
    const usual = memory.numbers[pattern]
    if (usual !== undefined && number !== undefined && number < usual) return false
    return room-- > 0
  })
  return maybe.length > MOST_PERHAPS || isFlood ? sure : [...sure, ...maybe]
}

/** By address shape the number that three quarters of the listed articles stay below: newer ones lie above. */
function upperNumbers(entries: readonly Entry[]): Record<string, number> {
  const byPattern = new Map<string, number[]>()
  for (const { link } of entries) {
    const { pattern, number } = addressShape(link ?? '')
    if (number !== undefined) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), number])
  }
  return Object.fromEntries(
    [...byPattern]
      .filter(([, numbers]) => numbers.length >= 4)
      .slice(0, 20)
      .map(([pattern, numbers]) => [
        pattern,
        numbers.sort((a, b) => a - b)[Math.floor((numbers.length * 3) / 4)] ?? 0,
      ]),
  )
}
