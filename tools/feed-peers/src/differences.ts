import type { Fields, Reading } from './reading.ts'

export type Difference = {
  /** Where: `feed.title`, `entries[2].link`, `entries` (their number) */
  field: string
  ours: string | undefined
  theirs: string
  /** The readers that agree on it */
  peers: string[]
}

/** Where two readers or more agree on a field and ours has another value or none; nothing where the readers disagree. */
export function differences(ours: Reading, peers: ReadonlyMap<string, Reading>): Difference[] {
  const found = compare(
    'entries',
    String(ours.entries.length),
    [...peers].map(([name, reading]) => [name, String(reading.entries.length)]),
  )
  if (found.length > 0) return found
  // A reader that counts other entries can't be compared entry by entry
  const alike = [...peers].filter(([, reading]) => reading.entries.length === ours.entries.length)
  const parts = [
    { at: 'feed', ours: ours.feed, theirs: alike.map(([name, { feed }]) => [name, feed] as const) },
    ...ours.entries.map((entry, i) => ({
      at: `entries[${i}]`,
      ours: entry,
      theirs: alike.map(([name, { entries }]) => [name, entries[i] ?? {}] as const),
    })),
  ]
  return parts.flatMap(({ at, ours, theirs }) =>
    namesOf(theirs.map(([, fields]) => fields)).flatMap((name) =>
      compare(
        `${at}.${name}`,
        ours[name],
        theirs.flatMap(([peer, fields]) => (fields[name] === undefined ? [] : [[peer, fields[name]]])),
      ),
    ),
  )
}

const namesOf = (all: readonly Fields[]): string[] => [...new Set(all.flatMap(Object.keys))].sort()

function compare(
  field: string,
  ours: string | undefined,
  theirs: readonly (readonly [peer: string, value: string])[],
): Difference[] {
  const votes = new Map<string, string[]>()
  for (const [peer, value] of theirs) votes.set(value, [...(votes.get(value) ?? []), peer])
  if (ours !== undefined && (votes.get(ours)?.length ?? 0) >= 2) return []
  return [...votes].flatMap(([value, peers]) =>
    peers.length >= 2 && value !== ours ? [{ field, ours, theirs: value, peers }] : [],
  )
}
