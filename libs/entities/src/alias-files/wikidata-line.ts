import type { AliasEntry, EntityType } from '@newsbraid/model'

/** Classes of Wikidata (P31) whose items are read, and what they are here. An item of none of them is passed over. */
export const WIKIDATA_TYPES: Readonly<Record<string, EntityType>> = {
  Q5: 'person',
  Q515: 'place',
  Q1549591: 'place',
  Q3957: 'place',
  Q532: 'place',
  Q486972: 'place',
  Q5119: 'place',
  Q6256: 'place',
  Q3624078: 'place',
  Q7275: 'place',
  Q10864048: 'place',
  Q15284: 'place',
  Q82794: 'place',
  Q23442: 'place',
  Q8502: 'place',
  Q4022: 'place',
  Q23397: 'place',
  Q43229: 'organisation',
  Q4830453: 'organisation',
  Q6881511: 'organisation',
  Q783794: 'organisation',
  Q7278: 'organisation',
  Q484652: 'organisation',
  Q245065: 'organisation',
  Q163740: 'organisation',
  Q327333: 'organisation',
  Q192350: 'organisation',
  Q476028: 'organisation',
  Q3918: 'organisation',
  Q79913: 'organisation',
  Q22687: 'organisation',
  Q17149090: 'organisation',
  Q176799: 'organisation',
  Q35657: 'place',
}
const MOST_NAMES = 500
const MOST_UNITS = 200

/**
 * One line of a Wikidata extract: an entity document with `id`, `labels`, `aliases` and `claims.P31` (the lines of the
 * weekly dump, with their commas and brackets, are such), or with short forms of them: `labels: {ar: "…"}`,
 * `aliases: {ar: ["…"]}`, `P31: ["Q5"]`. Undefined when it is of no class in `types`, has no name, or holds no document.
 * Throws when it can't be read.
 */
export function readWikidataLine(
  line: string,
  types: Readonly<Record<string, EntityType>> = WIKIDATA_TYPES,
): AliasEntry | undefined {
  const text = line.trim().replace(/,$/, '')
  if (text === '' || text === '[' || text === ']') return undefined
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new Error('Cannot read JSON', { cause: error })
  }
  if (!isRecord(document)) throw new Error('Cannot find an entity document')
  const id = document['id']
  if (typeof id !== 'string' || !/^Q[1-9]\d{0,11}$/.test(id))
    throw new Error(`Cannot take ${JSON.stringify(id)} for an id like "Q42"`)
  const type = classesOf(document)
    .map((one) => types[one])
    .find((one) => one !== undefined)
  if (type === undefined) return undefined
  const labels = namesIn(document['labels'], 'labels').map((one) => ({ ...one, isLabel: true }))
  const aliases = namesIn(document['aliases'], 'aliases').map((one) => ({ ...one, isLabel: false }))
  const [main] = [...labels].sort((a, b) => order(a.language) - order(b.language))
  if (!main) return undefined
  const { name, language } = main
  return { type, name, language, names: [...labels, ...aliases].slice(0, MOST_NAMES), wikidata: id }
}

/** English first, then languages by what most readers of the news here read; else as they come. */
const PREFERRED = ['en', 'mul', 'ar', 'fr', 'de', 'es']
const order = (language: string): number =>
  (PREFERRED.indexOf(language) + PREFERRED.length + 1) % (PREFERRED.length + 1)

type Name = { name: string; language: string }

function namesIn(value: unknown, field: string): Name[] {
  if (value === undefined || value === null) return []
  // An empty map is written as an empty list
  if (Array.isArray(value) && value.length === 0) return []
  if (!isRecord(value)) throw new Error(`Cannot read "${field}": it is no map of languages`)
  return Object.entries(value).flatMap(([language, told]) =>
    (Array.isArray(told) ? told : [told]).flatMap((one: unknown): Name[] => {
      const name = isRecord(one) ? one['value'] : one
      if (typeof name !== 'string')
        throw new Error(`Cannot read "${field}" of language "${language}": no text`)
      return name.trim() === '' || name.length > MOST_UNITS ? [] : [{ name: name.trim(), language }]
    }),
  )
}

function classesOf(document: Record<string, unknown>): string[] {
  const claims = isRecord(document['claims']) ? document['claims']['P31'] : document['P31']
  return (Array.isArray(claims) ? claims : [claims]).flatMap((claim: unknown) => {
    if (typeof claim === 'string') return [claim]
    if (!isRecord(claim) || claim['rank'] === 'deprecated') return []
    const snak = isRecord(claim['mainsnak']) ? claim['mainsnak'] : {}
    const data = isRecord(snak['datavalue']) ? snak['datavalue'] : {}
    const id = isRecord(data['value']) ? data['value']['id'] : undefined
    return typeof id === 'string' ? [id] : []
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
