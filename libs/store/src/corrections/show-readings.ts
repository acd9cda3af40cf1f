import {
  type Correction,
  type CorrectedReading,
  correctReading,
  type Reading,
  type ReadEntity,
} from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

export type Link = {
  articleId: string
  id: string
  name: string
  language: string
  spellings: string
  titles: string
  count: number
  inTitle: boolean
  weight: number
}
export type Shown = {
  articleId: string
  links: Link[]
  mentions: CorrectedReading['mentions']
  isCorrected: boolean
}

/** What is shown of a reading under these corrections. */
export function shownOf(reading: Reading, corrections: readonly Correction[]): Shown {
  const { parts, mentions } = correctReading(reading, corrections)
  const byId = new Map<string, ReadEntity[]>()
  for (const part of parts) byId.set(part.id, [...(byId.get(part.id) ?? []), part])
  const machine = reading.entities.map(({ id }) => id)
  const told = mentions.map((mention) => ({ ...mention, surface: storable(mention.surface) }))
  return {
    articleId: reading.article,
    links: [...byId]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, own]) => linkOf(reading.article, id, own)),
    mentions: told,
    isCorrected:
      parts.length !== machine.length ||
      parts.some(({ id }, n) => id !== machine[n]) ||
      mentions.length !== reading.mentions.length ||
      mentions.some(({ entityId }, n) => entityId !== machine[reading.mentions[n]?.entity ?? -1]),
  }
}

/** Several entities of one article may turn out to be one: their counts are added up. */
export function linkOf(articleId: string, id: string, parts: readonly Omit<ReadEntity, 'id'>[]): Link {
  const { spellings, titles, ...rest } = addedUp(parts)
  return { articleId, id, ...rest, spellings: JSON.stringify(spellings), titles: JSON.stringify(titles) }
}

/** One entity made of several, the first of which gives the name. */
export function addedUp(parts: readonly Omit<ReadEntity, 'id'>[]): Omit<ReadEntity, 'id' | 'type'> {
  const spellings = new Map<string, number>()
  for (const { spellings: seen } of parts)
    for (const { surface, count } of seen)
      spellings.set(storable(surface), (spellings.get(storable(surface)) ?? 0) + count)
  const [first] = parts
  return {
    name: storable(first?.name ?? ''),
    language: first?.language ?? 'und',
    spellings: [...spellings].map(([surface, count]) => ({ surface, count })),
    titles: [...new Set(parts.flatMap((part) => part.titles.map(storable)))],
    count: parts.reduce((sum, part) => sum + part.count, 0),
    inTitle: parts.some((part) => part.inTitle),
    weight: parts.reduce((sum, part) => sum + part.weight, 0),
  }
}

/** Writes what is shown of articles whose former rows are gone, and keeps the reading wherever corrections changed it. */
export async function writeShown(
  tx: Queryable,
  shown: readonly Shown[],
  readings: ReadonlyMap<string, Reading>,
): Promise<void> {
  await writeLinks(
    tx,
    shown.flatMap(({ links }) => links),
  )
  const types = await typesOf(tx, shown)
  await tx.query(
    `INSERT INTO article_mentions (article_id, mentions) SELECT id, m::jsonb FROM unnest($1::text[], $2::text[]) AS f (id, m)
     ON CONFLICT (article_id) DO UPDATE SET mentions = excluded.mentions`,
    [
      shown.map(({ articleId }) => articleId),
      shown.map(({ mentions }) =>
        JSON.stringify(mentions.map((m) => ({ ...m, type: types.get(m.entityId) ?? m.type }))),
      ),
    ],
  )
  const kept = shown.flatMap(({ isCorrected, articleId }) => (isCorrected ? [readings.get(articleId)!] : []))
  if (kept.length === 0) return
  await tx.query(
    `INSERT INTO article_readings (article_id, machine_ids, reading)
     SELECT id, string_to_array(machine, ' '), r::jsonb FROM unnest($1::text[], $2::text[], $3::text[]) AS f (id, machine, r)
     ON CONFLICT (article_id) DO UPDATE SET machine_ids = excluded.machine_ids, reading = excluded.reading`,
    [
      kept.map(({ article }) => article),
      kept.map(({ entities }) => [...new Set(entities.map(({ id }) => id))].join(' ')),
      kept.map(({ entities, mentions }) => JSON.stringify({ entities, mentions })),
    ],
  )
}

/** A mention that went to an entity of another type is of that type. */
async function typesOf(tx: Queryable, shown: readonly Shown[]): Promise<Map<string, EntityType>> {
  const ids = shown.flatMap(({ isCorrected, links }) => (isCorrected ? links.map(({ id }) => id) : []))
  if (ids.length === 0) return new Map()
  const { rows } = await tx.query<{ id: string; type: EntityType }>(
    'SELECT id, type FROM entities WHERE id = ANY($1)',
    [[...new Set(ids)]],
  )
  return new Map(rows.map(({ id, type }) => [id, type]))
}

async function writeLinks(tx: Queryable, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  const column = <K extends keyof Link>(name: K) => links.map((link) => link[name])
  await tx.query(
    `INSERT INTO article_entities (article_id, entity_id, name, language, spellings, titles, mention_count, in_title, weight)
     SELECT a, e, n, l, s::jsonb, t::jsonb, c, i, w
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::boolean[], $9::real[])
       AS f (a, e, n, l, s, t, c, i, w)`,
    [
      column('articleId'),
      column('id'),
      column('name'),
      column('language'),
      column('spellings'),
      column('titles'),
      column('count'),
      column('inTitle'),
      column('weight'),
    ],
  )
}
