import { formOf, formWords } from '../names/form-of.ts'
import { sameEntity } from '../names/same-entity.ts'
import type { Correction, Reading, ReadEntity, ReadMention } from './correction.ts'

/** Who an article names once people have had their word. */
export type CorrectedReading = {
  /** By id of the entity, what the article says of it; an id may stand here more than once */
  parts: ReadEntity[]
  /** The mentions that are left, with the ids they are of */
  mentions: (Omit<ReadMention, 'entity'> & { entityId: string })[]
}

const MAX_COMPARED = 50

/**
 * What extraction made of an article, with the corrections applied in their order. The reading itself is left as it is, so
 * that without a correction everything is as if it had never been given.
 */
export function correctReading(reading: Reading, corrections: readonly Correction[]): CorrectedReading {
  const placed = reading.mentions.map((mention) => placeOf(reading, mention, corrections))
  const mentions = reading.mentions.flatMap(({ entity: _entity, ...mention }, n) => {
    const entityId = placed[n]
    return entityId === undefined ? [] : [{ ...mention, entityId }]
  })
  const parts = reading.entities.flatMap((entity, index) => {
    const own = reading.mentions.flatMap((mention, n) =>
      mention.entity === index ? [{ mention, id: placed[n] }] : [],
    )
    const ids = new Set(own.map(({ id }) => id))
    if (own.length === 0) ids.add(placeOf(reading, asMention(entity, index), corrections))
    return [...ids].flatMap((id) => {
      if (id === undefined) return []
      if (ids.size === 1) return [{ ...entity, id }]
      const some = own.filter((one) => one.id === id).map(({ mention }) => mention)
      return [partOf(entity, id, some, reading.titleUnits)]
    })
  })
  return { parts, mentions }
}

/** The entity that this spelling of a known one stands for now; undefined when it isn't a name. */
export const correctedId = (
  known: Pick<ReadEntity, 'id' | 'type' | 'name'>,
  corrections: readonly Correction[],
): string | undefined =>
  placeOf(
    { article: '', source: '', entities: [known] },
    { surface: known.name, type: known.type, entity: 0 },
    corrections,
  )

type Named = Pick<ReadEntity, 'id' | 'type' | 'name'>
type Place = { article: string; source: string; entities: readonly Named[] }

function placeOf(
  { article, source, entities }: Place,
  mention: Pick<ReadMention, 'surface' | 'type' | 'entity'>,
  corrections: readonly Correction[],
): string | undefined {
  const owner = entities[mention.entity]
  if (!owner || corrections.length === 0) return owner?.id
  const whole = formOf(owner.name, owner.type)
  const own = formOf(mention.surface, owner.type)
  // A shorter name (a bare surname) follows the full one that its article gave it to
  const standing = formWords(own) < formWords(whole) ? whole : own
  let id: string | undefined = owner.id
  for (const correction of corrections) {
    if (correction.kind === 'merge') {
      if (id === correction.other) id = correction.entity
    } else if (correction.kind === 'alias') {
      if (correction.type === owner.type && correction.forms.includes(whole)) id = correction.entity
    } else if (correction.kind === 'split') {
      if (id === correction.entity && isSplitOff(correction, article, own, standing)) id = correction.other
    } else if (
      id !== undefined &&
      isNoName(correction, { article, source, own, standing, id, type: owner.type })
    )
      id = undefined
  }
  return id
}

function isSplitOff(
  { these, those, articles }: Extract<Correction, { kind: 'split' }>,
  article: string,
  own: string,
  standing: string,
): boolean {
  if (articles.length > 0 && !articles.includes(article)) return false
  if (these.length === 0) return articles.length > 0
  if (these.includes(own) || these.includes(standing)) return true
  if (articles.length > 0 || those.includes(standing)) return false
  return likeness(standing, these) > likeness(standing, those)
}

const likeness = (form: string, others: readonly string[]): number =>
  others.slice(0, MAX_COMPARED).reduce((best, other) => Math.max(best, sameEntity(form, other)), 0)

type Seen = { article: string; source: string; own: string; standing: string; id: string; type: string }

function isNoName(rule: Extract<Correction, { kind: 'not-a-name' }>, seen: Seen): boolean {
  if (rule.article !== undefined && rule.article !== seen.article) return false
  if (rule.source !== undefined && rule.source !== seen.source) return false
  if (rule.isWhole && seen.id === rule.entity) return true
  return rule.type === seen.type && (rule.forms.includes(seen.own) || rule.forms.includes(seen.standing))
}

/** An entity that is told without mentions stands for itself. */
const asMention = ({ name, type }: ReadEntity, entity: number): ReadMention => ({
  start: 0,
  end: name.length,
  surface: name,
  type,
  titles: [],
  entity,
})

function partOf(
  entity: ReadEntity,
  id: string,
  mentions: readonly ReadMention[],
  titleUnits: number,
): ReadEntity {
  const counts = new Map<string, number>()
  for (const { surface } of mentions) {
    const name = surface.replace(/\s+/g, ' ')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const spellings = [...counts]
    .map(([surface, count]) => ({ surface, count }))
    .sort((a, b) => b.count - a.count)
  const width = (name: string) => formWords(formOf(name, entity.type))
  const known = spellings.find(({ surface }) => surface === entity.name)
  const widest = spellings.reduce((best, one) => (width(one.surface) > width(best.surface) ? one : best))
  return {
    ...entity,
    id,
    name: (known ?? widest).surface,
    spellings,
    titles: [...new Set(mentions.flatMap(({ titles }) => titles))],
    count: mentions.length,
    inTitle: mentions.some(({ start }) => start < titleUnits),
    weight: (entity.weight * mentions.length) / Math.max(1, entity.count),
  }
}
