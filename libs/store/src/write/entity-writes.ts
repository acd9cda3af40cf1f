import type { ArticleEntity, Extraction } from '@newsbraid/model'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/** Gathers what a batch of articles says of entities, and writes it in one statement a table. */
export function entityWrites() {
  const made: { id: string; entity: ArticleEntity }[] = []
  const keys: { type: string; key: string; id: string }[] = []
  const blocks: { block: string; id: string }[] = []
  const links: Link[] = []
  const counted = new Map<string, { articles: number; mentions: number; name: string }>()
  const mentions: { articleId: string; json: string }[] = []
  return {
    create: (id: string, entity: ArticleEntity) => void made.push({ id, entity }),
    learn(id: string, entity: ArticleEntity, entityKeys: readonly string[]) {
      for (const key of entityKeys) keys.push({ type: entity.type, key, id })
      for (const block of entity.blocks) blocks.push({ block: storable(block), id })
    },
    /** Several entities of one article may turn out to be one known entity: their counts are added up. */
    link(articleId: string, id: string, parts: readonly ArticleEntity[]) {
      const link = linkOf(articleId, id, parts)
      links.push(link)
      const before = counted.get(id)
      counted.set(id, {
        articles: (before?.articles ?? 0) + 1,
        mentions: (before?.mentions ?? 0) + link.count,
        name: before?.name ?? link.name,
      })
    },
    mentions(articleId: string, found: Extraction['mentions'], ids: readonly string[]) {
      const told = found.map(({ entity, ...mention }) => ({
        ...mention,
        surface: storable(mention.surface),
        entityId: ids[entity],
      }))
      mentions.push({ articleId, json: JSON.stringify(told) })
    },
    async run(tx: Queryable): Promise<void> {
      if (made.length > 0)
        await tx.query(
          `INSERT INTO entities (id, type, name, language, last_seen)
           SELECT id, type, name, language, now() FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS e (id, type, name, language)`,
          [
            made.map(({ id }) => id),
            made.map(({ entity }) => entity.type),
            made.map(({ entity }) => storable(entity.name)),
            made.map(({ entity }) => entity.language),
          ],
        )
      if (keys.length > 0)
        await tx.query(
          'INSERT INTO entity_keys (type, key, entity_id) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING',
          [keys.map(({ type }) => type), keys.map(({ key }) => key), keys.map(({ id }) => id)],
        )
      if (blocks.length > 0)
        await tx.query(
          'INSERT INTO entity_blocks (block, entity_id) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING',
          [blocks.map(({ block }) => block), blocks.map(({ id }) => id)],
        )
      if (links.length > 0) await writeLinks(tx, links)
      if (counted.size > 0)
        // The fullest form seen is the name: «خليفة حفتر» takes the place of «حفتر»
        await tx.query(
          `UPDATE entities SET article_count = article_count + c.articles, mention_count = mention_count + c.mentions,
             last_seen = greatest(last_seen, now()), name = CASE WHEN article_count = 0 THEN c.name ELSE entities.name END
           FROM unnest($1::text[], $2::integer[], $3::integer[], $4::text[]) AS c (id, articles, mentions, name) WHERE entities.id = c.id`,
          [
            [...counted.keys()],
            [...counted.values()].map(({ articles }) => articles),
            [...counted.values()].map(({ mentions }) => mentions),
            [...counted.values()].map(({ name }) => name),
          ],
        )
      await tx.query(
        `INSERT INTO article_mentions (article_id, mentions) SELECT id, m::jsonb FROM unnest($1::text[], $2::text[]) AS f (id, m)
         ON CONFLICT (article_id) DO UPDATE SET mentions = excluded.mentions`,
        [mentions.map(({ articleId }) => articleId), mentions.map(({ json }) => json)],
      )
    },
  }
}

type Link = {
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

function linkOf(articleId: string, id: string, parts: readonly ArticleEntity[]): Link {
  const spellings = new Map<string, number>()
  for (const { spellings: seen } of parts)
    for (const { surface, count } of seen)
      spellings.set(storable(surface), (spellings.get(storable(surface)) ?? 0) + count)
  const [first] = parts
  return {
    articleId,
    id,
    name: storable(first!.name),
    language: first!.language,
    spellings: JSON.stringify([...spellings].map(([surface, n]) => ({ surface, count: n }))),
    titles: JSON.stringify([...new Set(parts.flatMap((part) => part.titles.map(storable)))]),
    count: parts.reduce((sum, part) => sum + part.count, 0),
    inTitle: parts.some((part) => part.inTitle),
    weight: parts.reduce((sum, part) => sum + part.weight, 0),
  }
}

async function writeLinks(tx: Queryable, links: readonly Link[]): Promise<void> {
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
