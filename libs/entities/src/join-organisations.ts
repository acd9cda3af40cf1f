import type { EntityType } from '@newsbraid/model'
import type { Found } from './found.ts'
import { aliasKey } from './names/aliases.ts'
import { wordScore } from './names/same-entity.ts'

/** Mentions of one article that name one entity, as indices; `words` are those of its first full name. */
export type Group = { type: EntityType; words: string[]; members: number[] }

/** Beyond so many names of one kind an article is a list, and names are not compared pairwise. */
export const MAX_COMPARED = 1000

/** A space and the opening sign */
const MOST_BETWEEN = 3

/**
 * A shorter name of an organisation (`المؤتمر الوطني`, `Rovers`) joins the only longer one of the article that begins with it,
 * or, when it is one word, also ends with it, be it in another spelling (`نوفستي`, `نوفوستي`); capitals join the name whose
 * initials they are.
 */
export function joinOrganisations(groups: Group[]): void {
  const organisations = groups.filter((g) => g.type === 'organisation')
  if (organisations.length > MAX_COMPARED) return
  for (const short of organisations.sort((a, b) => b.words.length - a.words.length)) {
    const longer = groups.filter((g) => {
      if (g === short || g.type !== 'organisation' || g.words.length <= short.words.length) return false
      if (short.words.every((w, i) => w === g.words[i])) return true
      const [only, second] = short.words
      const last = g.words.at(-1) ?? ''
      return !second && only !== undefined && (isSpelling(only, last) || initials(g.words).includes(only))
    })
    const [home] = longer
    if (!home || longer.length > 1) continue
    absorb(groups, home, short)
  }
}

/** Words of five letters and more that differ in vowels alone are one foreign word written twice. */
const isSpelling = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && !a.startsWith('ال') && wordScore(a, b) >= 0.9)

/** The short name of an organisation in brackets or quotation marks behind the long one: `وكالة المرصد للأنباء «مرا»`. */
export function joinAppositions(groups: Group[], found: readonly Found[]): void {
  const homes = new Map<number, Group>()
  for (const group of groups)
    if (group.type === 'organisation') for (const i of group.members) homes.set(i, group)
  for (let i = 1; i < found.length; i++) {
    const [long, short] = [homes.get(i - 1), homes.get(i)]
    const [before, after] = [found[i - 1], found[i]]
    if (!long || !short || long === short || !before || !after || !after.isSetOff) continue
    if (after.start - before.end > MOST_BETWEEN || before.words.length < 2 || short.words.length > 1) continue
    if (aliasKey(after.name, 'organisation')) continue
    for (const member of short.members) homes.set(member, long)
    absorb(groups, long, short)
  }
}

/** Initials of a name in Latin script, with and without its small words: `office cherifien des phosphates` gives `ocdp`, `ocp`. */
function initials(words: readonly string[]): string[] {
  if (words.length < 2 || !/^[a-z]/.test(words[0] ?? '')) return []
  const of = (list: readonly string[]) => list.map((w) => w[0] ?? '').join('')
  return [of(words), of(words.filter((w) => w.length > 3))].filter((i) => i.length > 1)
}

export function absorb(groups: Group[], home: Group, other: Group): void {
  for (const i of other.members) home.members.push(i)
  groups.splice(groups.indexOf(other), 1)
}
