import type { ArticleEntity } from '@newsbraid/model'
import type { Found } from './found.ts'
import { absorb, type Group, joinAppositions, joinOrganisations, MAX_COMPARED } from './join-organisations.ts'
import { aliasKey } from './names/aliases.ts'
import { blocksOf, keysOf } from './names/keys.ts'

/**
 * Gathers the mentions of one article, given in reading order, into its entities; `entityOf[i]` is the entity
 *  of mention `i`. `country` is the one that the article is about, if any.
 */
export function articleEntities(
  found: readonly Found[],
  language: string,
  country?: string,
): { entities: ArticleEntity[]; entityOf: number[] } {
  const groups = grouped(found)
  const entityOf: number[] = new Array(found.length)
  const entities = groups.map((group, index): ArticleEntity => {
    for (const i of group.members) entityOf[i] = index
    return entityFrom(group, found, language, country)
  })
  return { entities, entityOf }
}

function grouped(found: readonly Found[]): Group[] {
  const groups: Group[] = []
  const exact = new Map<string, Group>()
  const waiting: number[] = []
  for (const [i, m] of found.entries()) {
    if (m.type === 'person' && m.words.length < 2) {
      waiting.push(i)
      continue
    }
    const key = `${m.type} ${(m.type === 'person' ? undefined : aliasKey(m.name, m.type)) ?? formOf(m)}`
    const known = exact.get(key)
    if (known) known.members.push(i)
    else {
      const group = { type: m.type, words: m.words, members: [i] }
      exact.set(key, group)
      groups.push(group)
    }
  }
  joinShorter(groups)
  joinOrganisations(groups)
  joinAppositions(groups, found)
  const people: People = { last: new Map(), first: new Map() }
  for (const group of groups) if (group.type === 'person') enrol(people, group)
  for (const i of waiting) {
    const m = found[i] as Found
    const home = bearer(people, m, i)
    if (home) home.members.push(i)
    else {
      const group = { type: m.type, words: m.words, members: [i] }
      groups.push(group)
      enrol(people, group)
    }
  }
  for (const group of groups) group.members.sort((a, b) => a - b)
  return groups.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0))
}

/** Persons by their last and by their first word. */
type People = { last: Map<string, Group[]>; first: Map<string, Group[]> }

function enrol(people: People, group: Group): void {
  const add = (map: Map<string, Group[]>, word: string | undefined) => {
    const key = plain(word ?? '')
    const list = map.get(key)
    if (list) list.push(group)
    else map.set(key, [group])
  }
  add(people.last, group.words.at(-1))
  if (group.words.length > 1) add(people.first, group.words[0])
}

/** A word without the article, which comes and goes with proclitics. */
const plain = (word: string): string => word.replace(/^(?:ال|لل|ل(?=ل))(?=..)/, '')
/** What decides whether two mentions are one. */
const formOf = (m: Found): string => m.words.map(plain).join(' ')

/** A full name that ends or begins another, longer one (`عبد الله الثني` in `محمد عبد الله الثني`) joins it when no other does. */
function joinShorter(groups: Group[]): void {
  const byLast = new Map<string, Group[]>()
  for (const g of groups) {
    const last = g.words.at(-1) ?? ''
    if (g.type !== 'person') continue
    const list = byLast.get(last)
    if (!list) byLast.set(last, [g])
    else if (list.length < MAX_COMPARED) list.push(g)
  }
  for (const short of [...groups].sort((a, b) => a.words.length - b.words.length)) {
    if (short.type !== 'person') continue
    const longer = (byLast.get(short.words.at(-1) ?? '') ?? []).filter(
      (g) => g !== short && g.words.length > short.words.length && isPart(short.words, g.words),
    )
    const [only] = longer
    if (!only || longer.length > 1) continue
    absorb(groups, only, short)
    byLast.set(
      short.words.at(-1) ?? '',
      (byLast.get(short.words.at(-1) ?? '') ?? []).filter((g) => g !== short),
    )
  }
}

/** First and last word equal, the others in order; or the end of the longer name. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  const tail = long.slice(long.length - short.length)
  if (short.every((w, i) => w === tail[i])) return true
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const w of long) if (w === short[at]) at++
  return at === short.length
}

/**
 * Whose bare name it is: of those who bear it the one named before it; when several are, the one named at least twice as
 * often. A name that nobody has borne yet is judged by those who bear it later. Else it stays by itself.
 */
function bearer(people: People, m: Found, i: number): Group | undefined {
  const word = plain(m.words[0] ?? '')
  const named = people.last.get(word) ?? people.first.get(word) ?? []
  const before = named.filter((g) => (g.members[0] ?? 0) < i)
  if (before.length === 1) return before[0]
  const candidates = before.length ? before : named
  if (candidates.length === 1) return candidates[0]
  const [most, next] = [...candidates].sort((a, b) => b.members.length - a.members.length)
  return most && next && most.members.length >= 2 * next.members.length ? most : undefined
}

function entityFrom(
  group: Group,
  found: readonly Found[],
  language: string,
  country?: string,
): ArticleEntity {
  const members = group.members.map((i) => found[i] as Found)
  const counts = new Map<string, number>()
  for (const m of members) counts.set(m.name, (counts.get(m.name) ?? 0) + 1)
  const widest = members.reduce((best, m) => (m.words.length > best.words.length ? m : best))
  const { name } = widest
  const inTitle = members.some((m) => m.inTitle)
  return {
    type: group.type,
    name,
    language,
    spellings: [...counts].map(([surface, count]) => ({ surface, count })).sort((a, b) => b.count - a.count),
    titles: [...new Set(members.flatMap((m) => m.titles))],
    keys: keysOf(name, group.type, mostOf(members.map((m) => m.country)) ?? country),
    blocks: blocksOf(name, group.type),
    count: members.length,
    inTitle,
    weight: Math.min(1, (members.length / found.length) * (inTitle ? 1.5 : 1)),
  }
}

/** The value that most of those who have one have. */
function mostOf(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
