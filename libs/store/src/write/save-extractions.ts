import { type KnownEntity, resolve } from '@newsbraid/entities'
import type { ArticleEntity, EntityType } from '@newsbraid/model'
import type { Extracted } from '@newsbraid/stages'
import { fold } from '@newsbraid/text'
import { ulid } from 'ulid'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import { entityWrites, readingOf } from './entity-writes.ts'

/**
 * Joins the entities of a batch of articles with those known and keeps their mentions. Taken in turns (an advisory
 * lock), so that two articles never make the same entity twice; extracting again replaces what was there and its counts.
 * The batch costs as many statements as one article: what is known is read once and learns in memory.
 */
export async function saveExtractions(tx: Queryable, batch: readonly Extracted[]): Promise<void> {
  if (batch.length === 0) return
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('newsbraid-entities'))`)
  await takeBack(
    tx,
    batch.map(({ article }) => article.id),
  )
  const all = batch.flatMap(({ extraction }) => extraction.entities)
  const known = new Map((await candidates(tx, all)).map((one) => [one.id, one]))
  const owners = await keyOwners(tx, all)
  const writes = entityWrites()
  const about = await articlesAbout(tx, batch)
  for (const { article, extraction } of batch) {
    const ids: string[] = []
    for (const { entity: index, id, suggestion, score } of resolve(extraction.entities, [
      ...known.values(),
    ])) {
      const entity = extraction.entities[index]!
      const owner = keysOf(entity)
        .map((key) => owners.get(`${entity.type} ${key}`))
        .find((found) => found !== undefined)
      const entityId = id ?? owner ?? ulid()
      if (id === undefined && owner === undefined) {
        writes.create(entityId, entity)
        if (suggestion !== undefined) writes.suggest(entityId, suggestion, score)
      }
      ids[index] = entityId
      learn(known, owners, entityId, entity)
      writes.learn(entityId, entity, keysOf(entity))
    }
    const { id, title } = article
    const source = about.get(id)?.source_id ?? ''
    writes.read(readingOf({ id, title, source }, extraction.mentions, extraction.entities, ids))
  }
  await writes.run(tx, new Map([...about].map(([id, { cleaned_at }]) => [id, cleaned_at])))
}

type About = { id: string; source_id: string; cleaned_at: Date }
async function articlesAbout(tx: Queryable, batch: readonly Extracted[]): Promise<Map<string, About>> {
  const { rows } = await tx.query<About>(
    'SELECT id, source_id, cleaned_at FROM articles WHERE id = ANY($1)',
    [batch.map(({ article }) => article.id)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A name without keys of its own (a surname nobody completes) stands under its plain form. */
const keysOf = (entity: ArticleEntity): string[] =>
  entity.keys.length > 0 ? entity.keys.map(storable) : [`=${storable(fold(entity.name))}`]

/** What the articles after this one know of it. */
function learn(
  known: Map<string, KnownEntity>,
  owners: Map<string, string>,
  id: string,
  entity: ArticleEntity,
): void {
  const { type, name, language } = entity
  const before = known.get(id)
  const keys = keysOf(entity).filter((key) => (owners.get(`${type} ${key}`) ?? id) === id)
  for (const key of keys) owners.set(`${type} ${key}`, id)
  known.set(id, {
    id,
    type,
    name: before?.name ?? name,
    languages: before?.languages ?? [language],
    keys: [...new Set([...(before?.keys ?? []), ...keys])],
    blocks: [...new Set([...(before?.blocks ?? []), ...entity.blocks.map(storable)])],
    spellings: [...new Set([...(before?.spellings ?? []), storable(name)])],
  })
}

/** Undoes what earlier extractions of these articles counted; returns the entities that no article names now. */
export async function takeBack(tx: Queryable, articleIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string; article_count: number }>(
    `WITH kept AS (DELETE FROM article_readings WHERE article_id = ANY($1) RETURNING article_id, machine_ids),
       gone AS (DELETE FROM article_entities WHERE article_id = ANY($1) RETURNING article_id, entity_id, mention_count),
       sums AS (
         SELECT id, sum(articles)::integer AS articles, sum(mentions)::integer AS mentions, sum(read)::integer AS read FROM (
           SELECT entity_id AS id, 1 AS articles, mention_count AS mentions,
             CASE WHEN article_id IN (SELECT article_id FROM kept) THEN 0 ELSE 1 END AS read FROM gone
           UNION ALL SELECT unnest(machine_ids), 0, 0, 1 FROM kept) t GROUP BY id)
     UPDATE entities SET article_count = article_count - sums.articles, mention_count = entities.mention_count - sums.mentions,
       read_articles = read_articles - sums.read
     FROM sums WHERE entities.id = sums.id RETURNING entities.id, article_count`,
    [articleIds],
  )
  return rows.filter(({ article_count }) => article_count <= 0).map(({ id }) => id)
}

type CandidateRow = {
  id: string
  type: EntityType
  name: string
  language: string
  keys: string[]
  blocks: string[]
  spellings: string[] | null
}

/** By what extraction alone has made of them: corrections do not sway it. */
async function candidates(tx: Queryable, entities: readonly ArticleEntity[]): Promise<KnownEntity[]> {
  const { rows } = await tx.query<CandidateRow>(
    `WITH found AS (
       SELECT k.entity_id AS id FROM unnest($1::text[], $2::text[]) AS f (type, key) JOIN entity_keys k ON k.type = f.type AND k.key = f.key
       UNION SELECT near.entity_id FROM unnest($3::text[]) AS f (block) CROSS JOIN LATERAL (
         SELECT b.entity_id FROM entity_blocks b JOIN entities e ON e.id = b.entity_id
         WHERE b.block = f.block ORDER BY e.read_articles DESC, e.id LIMIT 40) near)
     SELECT e.id, e.type, coalesce(e.read_name, e.name) AS name, coalesce(e.read_language, e.language) AS language,
       (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM entity_keys WHERE entity_id = e.id) AS keys,
       (SELECT coalesce(array_agg(block ORDER BY block), '{}') FROM entity_blocks WHERE entity_id = e.id) AS blocks,
       (SELECT array_agg(s.spelling ORDER BY s.spelling) FROM (SELECT spelling FROM entity_spellings WHERE entity_id = e.id AND is_name ORDER BY spelling LIMIT 50) s) AS spellings
     FROM entities e JOIN found USING (id) ORDER BY e.id`,
    [
      entities.flatMap((e) => e.keys.map(() => e.type)),
      entities.flatMap((e) => e.keys.map(storable)),
      [...new Set(entities.flatMap((e) => e.blocks.map(storable)))],
    ],
  )
  return rows.map(({ language, spellings, ...row }) => ({
    ...row,
    languages: [language],
    spellings: spellings ?? [],
  }))
}

/** Which entity bears a key of this type: an entity exists once under each. */
async function keyOwners(tx: Queryable, entities: readonly ArticleEntity[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ type: string; key: string; entity_id: string }>(
    `SELECT k.type, k.key, k.entity_id FROM unnest($1::text[], $2::text[]) AS f (type, key)
     JOIN entity_keys k ON k.type = f.type AND k.key = f.key`,
    [entities.flatMap((e) => keysOf(e).map(() => e.type)), entities.flatMap(keysOf)],
  )
  return new Map(rows.map(({ type, key, entity_id }) => [`${type} ${key}`, entity_id]))
}
