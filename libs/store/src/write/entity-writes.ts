import type { Reading } from '@newsbraid/entities'
import type { ArticleEntity } from '@newsbraid/model'
import { rulesForReadings } from '../corrections/rules.ts'
import { addedUp, shownOf, writeShown } from '../corrections/show-readings.ts'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

type Counts = { articles: number; mentions: number; read: number; name: string; seen: Date }

/** Gathers what a batch of articles says of entities, and writes it in one statement a table. */
export function entityWrites() {
  const made: { id: string; entity: ArticleEntity }[] = []
  const keys: { type: string; key: string; id: string }[] = []
  const blocks: { block: string; id: string }[] = []
  const spellings = new Map<string, { id: string; type: string; spelling: string; isName: boolean }>()
  const suggestions: { id: string; other: string; score: number }[] = []
  const readings = new Map<string, Reading>()
  return {
    create: (id: string, entity: ArticleEntity) => void made.push({ id, entity }),
    suggest: (id: string, other: string, score: number) => void suggestions.push({ id, other, score }),
    learn(id: string, entity: ArticleEntity, entityKeys: readonly string[]) {
      for (const key of entityKeys) keys.push({ type: entity.type, key, id })
      for (const block of entity.blocks) blocks.push({ block: storable(block), id })
    },
    /** What the article says, by the entities found for it. */
    read(reading: Reading) {
      readings.set(reading.article, reading)
      for (const { id, type, name, spellings: seen } of reading.entities)
        for (const spelling of new Set([name, ...seen.map(({ surface }) => surface)])) {
          const key = `${id} ${spelling}`
          const isName = spelling === name || (spellings.get(key)?.isName ?? false)
          spellings.set(key, { id, type, spelling, isName })
        }
    },
    async run(tx: Queryable, cleanedAt: ReadonlyMap<string, Date>): Promise<void> {
      if (made.length > 0)
        await tx.query(
          `INSERT INTO entities (id, type, name, language, read_name, read_language, last_seen)
           SELECT id, type, name, language, name, language, '-infinity' FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS e (id, type, name, language)`,
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
      await writeSpellings(tx, [...spellings.values()])
      if (suggestions.length > 0)
        await tx.query(
          `INSERT INTO entity_suggestions (entity_id, other_id, score)
           SELECT * FROM unnest($1::text[], $2::text[], $3::real[]) ON CONFLICT DO NOTHING`,
          [
            suggestions.map(({ id }) => id),
            suggestions.map(({ other }) => other),
            suggestions.map(({ score }) => score),
          ],
        )
      const all = [...readings.values()]
      const corrections = await rulesForReadings(tx, all)
      const shown = all.map((reading) => shownOf(reading, corrections))
      await writeShown(tx, shown, readings)
      const counts = new Map<string, Counts>()
      const count = (
        id: string,
        name: string,
        article: string,
        plus: Pick<Counts, 'articles' | 'mentions' | 'read'>,
      ) => {
        const before = counts.get(id) ?? { articles: 0, mentions: 0, read: 0, name: '', seen: new Date(0) }
        const seen = cleanedAt.get(article) ?? before.seen
        counts.set(id, {
          articles: before.articles + plus.articles,
          mentions: before.mentions + plus.mentions,
          read: before.read + plus.read,
          name: plus.read > 0 && before.name === '' ? name : before.name,
          seen: plus.articles > 0 && seen > before.seen ? seen : before.seen,
        })
      }
      for (const { links } of shown)
        for (const link of links)
          count(link.id, '', link.articleId, { articles: 1, mentions: link.count, read: 0 })
      for (const { article, entities } of all)
        for (const { id, name } of entities) count(id, name, article, { articles: 0, mentions: 0, read: 1 })
      await writeCounts(tx, counts)
    },
  }
}

/** The reading of one article: its entities under the ids found for them, those that turned out to be one added up. */
export function readingOf(
  article: { id: string; source: string; title: string },
  mentions: readonly {
    start: number
    end: number
    surface: string
    type: Reading['mentions'][number]['type']
    titles: string[]
    entity: number
  }[],
  entities: readonly ArticleEntity[],
  ids: readonly string[],
): Reading {
  const parts = new Map<string, ArticleEntity[]>()
  for (const [n, entity] of entities.entries()) parts.set(ids[n]!, [...(parts.get(ids[n]!) ?? []), entity])
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1))
  const index = new Map(sorted.map(([id], n) => [id, n]))
  return {
    article: article.id,
    source: article.source,
    titleUnits: article.title.length,
    entities: sorted.map(([id, own]) => {
      const { weight, ...rest } = addedUp(own)
      // As exact as the table keeps it, so that reading it back changes nothing
      return { id, type: own[0]!.type, ...rest, weight: Math.fround(weight) }
    }),
    mentions: mentions.map((mention) => ({
      ...mention,
      surface: storable(mention.surface),
      titles: mention.titles.map(storable),
      entity: index.get(ids[mention.entity]!)!,
    })),
  }
}

async function writeSpellings(
  tx: Queryable,
  spellings: readonly { id: string; type: string; spelling: string; isName: boolean }[],
): Promise<void> {
  const told = spellings.filter(({ spelling }) => spelling !== '')
  if (told.length === 0) return
  await tx.query(
    `INSERT INTO entity_spellings AS s (entity_id, type, spelling, is_name)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::boolean[])
     ON CONFLICT (entity_id, spelling) DO UPDATE SET is_name = true WHERE excluded.is_name AND NOT s.is_name`,
    [
      told.map(({ id }) => id),
      told.map(({ type }) => type),
      told.map(({ spelling }) => spelling),
      told.map(({ isName }) => isName),
    ],
  )
}

async function writeCounts(tx: Queryable, counts: ReadonlyMap<string, Counts>): Promise<void> {
  if (counts.size === 0) return
  const all = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  // Who was named by no article before is called what the first one calls it
  await tx.query(
    `UPDATE entities SET article_count = article_count + c.articles, mention_count = mention_count + c.mentions,
       read_articles = read_articles + c.read,
       last_seen = CASE WHEN c.articles > 0 THEN greatest(last_seen, c.seen) ELSE last_seen END,
       read_name = CASE WHEN read_articles = 0 AND c.read > 0 THEN c.called ELSE read_name END,
       name = CASE WHEN read_articles = 0 AND c.read > 0 AND NOT is_named THEN c.called ELSE entities.name END
     FROM unnest($1::text[], $2::integer[], $3::integer[], $4::integer[], $5::text[], $6::timestamptz[]) AS c (id, articles, mentions, read, called, seen)
     WHERE entities.id = c.id`,
    [
      all.map(([id]) => id),
      all.map(([, c]) => c.articles),
      all.map(([, c]) => c.mentions),
      all.map(([, c]) => c.read),
      all.map(([, c]) => storable(c.name)),
      all.map(([, c]) => c.seen),
    ],
  )
}
