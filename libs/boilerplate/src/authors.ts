import { isCompany, isImpersonal, namesOf } from './author-names.ts'
import { bareText } from './bare-text.ts'
import { bylineNear } from './bylines.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { signatureBelow } from './signature.ts'
import { isSiteName, type SiteNames, siteNamesOf, wordKey } from './site-names.ts'

export { namesOf }

const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'article_author',
  'articleauthor',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'cxenseparse:author',
  'og:article:author',
  'authors',
  'dc.author',
  'citation_author',
  'dc.contributor',
  'twitter:creator:name',
]
/** Most values of one name that are read */
const MAX_VALUES = 20
/** Characters of one byline that are read */
const MAX_CHARS = 2_000

/**
 * Who wrote it. Structured data, meta and the byline near the headline are asked in turn for persons; where none names
 * one, the first that names a desk, an agency or the site itself. Never out of a share bar, a comment or another card.
 */
export function chooseAuthors(
  facts: PageFacts,
  head: PageHead,
  titleBlock: number,
  bodyEnd: number,
  hint?: string,
  site: SiteNames = siteNamesOf(head),
): string[] {
  const copyright = wordKey(head.meta.get('copyright') ?? '')
  const isHouse = (name: string): boolean =>
    isSiteName(name, site) || (copyright !== '' && ` ${copyright} `.includes(` ${wordKey(name)} `))
  const isPerson = (name: string): boolean => !isHouse(name) && !isImpersonal(name)
  const people = (names: readonly string[]): string[] => names.filter(isPerson)

  const structured = unique(
    head.structured.authors.slice(0, MAX_VALUES).flatMap((a) => namesOf(bareText(a.slice(0, MAX_CHARS)))),
  )
  const organisations = head.structured.organisations
    .slice(0, MAX_VALUES)
    .map((o) => bareText(o.slice(0, MAX_CHARS)))
  const declared: string[][] = []
  for (const name of AUTHOR_META) {
    const values = head.all.get(name)?.slice(0, MAX_VALUES)
    const found =
      values && unique(values.filter((v) => !/^https?:/.test(v)).flatMap((v) => namesOf(bareText(v))))
    if (found && found.length > 0) declared.push(found)
  }
  const byline = bylineNear(facts, titleBlock, bodyEnd)
  const fed = hint ? namesOf(bareText(hint)) : []
  const inTurn = [structured, ...declared, byline?.names ?? [], fed]
  const first = inTurn.find((names) => people(names).length > 0)
  if (first) {
    // The house beside a person says nothing; an agency beside one does
    const chosen = first.filter((n) => !isHouse(n) && !isCompany(n))
    const agencies = first === structured ? organisations.filter((o) => !isHouse(o) && o.length <= 40) : []
    const whole = unique([...chosen, ...agencies])
    // The byline that names the same people and more is the fuller one
    const fuller = [...declared, ...(byline?.isMarked ? [byline.names] : [])].find(
      (names) =>
        names.length > whole.length &&
        people(names).length === names.length &&
        whole.every((n) => names.some((m) => wordKey(m) === wordKey(n))),
    )
    return inOrder(fuller ?? whole, byline?.names ?? [])
  }
  const signed = signatureBelow(facts, bodyEnd).filter(isPerson)
  if (signed.length > 0) return signed
  return [...inTurn, organisations.flatMap((o) => namesOf(o))].find((names) => names.length > 0) ?? []
}

/** "Teller, Ann" was cut into two names; the byline that says "Ann Teller" puts them together. */
function inOrder(names: string[], visible: readonly string[]): string[] {
  if (names.length !== 2) return names
  const turned = wordKey(`${names[1]} ${names[0]}`)
  const found = visible.find((v) => wordKey(v) === turned)
  return found ? [found] : names
}

/** Without repeats in other letters or spacing; the first spelling stays. */
function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((n) => {
    const key = wordKey(n).replace(/ /g, '')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
