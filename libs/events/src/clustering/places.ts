import { countryOf } from '../features/places.ts'
import type { Cluster, Spoken } from './cluster.ts'

/** How two clusters stand by their places, each 0 to 1 as the lesser share of articles. */
export type Places = {
  /** They name one town */
  agree: number
  /** They name towns of which neither can be the other's */
  towns: number
  /** They name, or lie in, other countries */
  countries: number
}

const NOWHERE: Places = { agree: 0, towns: 0, countries: 0 }

/** Compares the places of two clusters. A town agrees with its country where the other names no other town of it. */
export function comparePlaces(a: Cluster, b: Cluster): Places {
  if (a.places.size === 0 || b.places.size === 0) return NOWHERE
  const [left, right] = [a.spoken, b.spoken]
  const agree = mostShared(left.towns, right.towns)
  if (agree > 0) return { ...NOWHERE, agree }
  const isShared = mostShared(left.countries, right.countries) > 0
  return {
    agree,
    towns: Math.min(mostUnmet(left, right), mostUnmet(right, left)),
    countries: isShared ? 0 : Math.min(most(left.countries), most(right.countries)),
  }
}

/** The share of the town most named that can't be what the others speak of. */
function mostUnmet({ towns }: Spoken, others: Spoken): number {
  let found = 0
  for (const [town, share] of towns) {
    if (share <= found) continue
    const country = countryOf(town)
    const isMet = others.named.has(country) && ![...others.towns.keys()].some((t) => countryOf(t) === country)
    if (!isMet) found = share
  }
  return found
}

function mostShared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let found = 0
  for (const [key, share] of a) found = Math.max(found, Math.min(share, b.get(key) ?? 0))
  return found
}

function most(shares: ReadonlyMap<string, number>): number {
  let found = 0
  for (const share of shares.values()) found = Math.max(found, share)
  return found
}
