import { type KnownEntity, resolve } from '@newsbraid/entities'
import type { ArticleEntity, EntityType, Extraction } from '@newsbraid/model'
import type { ArticleText } from '@newsbraid/stages'
import { fold } from '@newsbraid/text'
import { ulid } from 'ulid'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/**
 * Joins an article's entities with those known and keeps its mentions. Taken in turns (an advisory lock), so that two
 * articles never make the same entity twice; extracting again replaces what was there and its counts.
 */
export async function saveExtraction(tx: Queryable, article: ArticleText, { mentions, entities }: Extraction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('newsbraid-entities'))`)
  await takeBack(tx, article.id)
  const known = await candidates(tx, entities)
  const ids: string[] = []
  const joined = new Map<string, { entity: ArticleEntity; index: number }[]>()
  for (const { entity: index, id } of resolve(entities, known)) {
    const entity = entities[index]!
    const entityId = id ?? (await sameNamed(tx, entity)) ?? (await create(tx, entity))
    ids[index] = entityId
    joined.set(entityId, [...(joined.get(entityId) ?? []), { entity, index }])
    await learn(tx, entityId, entity)
  }
  for (const entityId of [...joined.keys()].sort()) await link(tx, article.id, entityId, joined.get(entityId)!.map(({ entity }) => entity))
  await tx.query(
    `INSERT INTO article_mentions (article_id, mentions) VALUES ($1, $2) ON CONFLICT (article_id) DO UPDATE SET mentions = excluded.mentions`,
    [
      article.id,
      JSON.stringify(
        mentions.map(({ entity, ...mention }) => ({ ...mention, surface: storable(mention.surface), entityId: ids[entity] })),
      ),
    ],
  )
}

/** Undoes what an earlier extraction of this article counted. */
async function takeBack(tx: Queryable, articleId: string): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM article_entities WHERE article_id = $1 RETURNING entity_id, mention_count)
     UPDATE entities SET article_count = article_count - 1, mention_count = entities.mention_count - gone.mention_count
     FROM gone WHERE entities.id = gone.entity_id`,
    [articleId],
  )
}

async function candidates(tx: Queryable, entities: readonly ArticleEntity[]): Promise<KnownEntity[]> {
  const { rows } = await tx.query<{ id: string; type: EntityType; name: string; language: string; keys: string[]; blocks: string[]; spellings: string[] | null }>(
    `WITH found AS (
       SELECT k.entity_id AS id FROM unnest($1::text[], $2::text[]) AS f (type, key) JOIN entity_keys k ON k.type = f.type AND k.key = f.key
       UNION SELECT entity_id FROM (
         SELECT b.entity_id, row_number() OVER (PARTITION BY b.block ORDER BY e.article_count DESC, e.id) AS place
         FROM entity_blocks b JOIN entities e ON e.id = b.entity_id WHERE b.block = ANY($3)) near WHERE place <= 40)
     SELECT e.id, e.type, e.name, e.language,
       (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM entity_keys WHERE entity_id = e.id) AS keys,
       (SELECT coalesce(array_agg(block ORDER BY block), '{}') FROM entity_blocks WHERE entity_id = e.id) AS blocks,
       (SELECT array_agg(DISTINCT ae.name) FROM (SELECT name FROM article_entities WHERE entity_id = e.id LIMIT 50) ae) AS spellings
     FROM entities e JOIN found USING (id) WHERE e.merged_into IS NULL ORDER BY e.id`,
    [
      entities.flatMap((e) => e.keys.map(() => e.type)),
      entities.flatMap((e) => e.keys.map(storable)),
      [...new Set(entities.flatMap((e) => e.blocks.map(storable)))],
    ],
  )
  return rows.map(({ language, spellings, ...row }) => ({ ...row, languages: [language], spellings: spellings ?? [] }))
}

/** A name without keys of its own (a surname nobody completes) stands under its plain form. */
const plainKey = (entity: ArticleEntity): string => `=${storable(fold(entity.name))}`

async function sameNamed(tx: Queryable, entity: ArticleEntity): Promise<string | undefined> {
  const keys = entity.keys.length > 0 ? entity.keys.map(storable) : [plainKey(entity)]
  const { rows } = await tx.query<{ entity_id: string }>(
    `SELECT k.entity_id FROM unnest($2::text[]) WITH ORDINALITY AS f (key, place) JOIN entity_keys k ON k.type = $1 AND k.key = f.key ORDER BY place LIMIT 1`,
    [entity.type, keys],
  )
  return rows[0]?.entity_id
}

async function create(tx: Queryable, entity: ArticleEntity): Promise<string> {
  const id = ulid()
  await tx.query('INSERT INTO entities (id, type, name, language, last_seen) VALUES ($1, $2, $3, $4, now())', [
    id, entity.type, storable(entity.name), entity.language,
  ])
  return id
}

async function learn(tx: Queryable, id: string, entity: ArticleEntity): Promise<void> {
  const keys = entity.keys.length > 0 ? entity.keys.map(storable) : [plainKey(entity)]
  await tx.query('INSERT INTO entity_keys (type, key, entity_id) SELECT $1, unnest($2::text[]), $3 ON CONFLICT DO NOTHING', [entity.type, keys, id])
  await tx.query('INSERT INTO entity_blocks (block, entity_id) SELECT unnest($1::text[]), $2 ON CONFLICT DO NOTHING', [entity.blocks.map(storable), id])
}

/** Several entities of one article may turn out to be one known entity: their counts are added up. */
async function link(tx: Queryable, articleId: string, entityId: string, parts: readonly ArticleEntity[]): Promise<void> {
  const spellings = new Map<string, number>()
  for (const { spellings: seen } of parts)
    for (const { surface, count } of seen) spellings.set(storable(surface), (spellings.get(storable(surface)) ?? 0) + count)
  const [first] = parts
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  await tx.query(
    `INSERT INTO article_entities (article_id, entity_id, name, language, spellings, titles, mention_count, in_title, weight)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      articleId, entityId, storable(first!.name), first!.language,
      JSON.stringify([...spellings].map(([surface, n]) => ({ surface, count: n }))),
      JSON.stringify([...new Set(parts.flatMap((part) => part.titles.map(storable)))]),
      count, parts.some((part) => part.inTitle), parts.reduce((sum, part) => sum + part.weight, 0),
    ],
  )
  // The fullest form seen is the name: «خليفة حفتر» takes the place of «حفتر»
  await tx.query(
    `UPDATE entities SET article_count = article_count + 1, mention_count = mention_count + $2, last_seen = greatest(last_seen, now()),
       name = CASE WHEN article_count = 0 THEN $3 ELSE name END WHERE id = $1`,
    [entityId, count, storable(first!.name)],
  )
}
