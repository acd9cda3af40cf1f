import type { Reading, ReadEntity, ReadMention } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import type { Queryable } from '../transaction.ts'

type Row = {
  id: string
  source_id: string
  title_units: number
  kept: { entities: ReadEntity[]; mentions: ReadMention[] } | null
  links: LinkRow[] | null
  mentions: (Omit<ReadMention, 'entity'> & { entityId?: string })[] | null
}
type LinkRow = {
  id: string
  type: EntityType
  name: string
  language: string
  spellings: { surface: string; count: number }[]
  titles: string[]
  count: number
  inTitle: boolean
  weight: number
}
export type StoredReading = Reading & {
  /** Corrections had changed what is shown of it */
  isKept: boolean
}

/** What extraction alone made of these articles: kept where corrections changed it, else as it is shown. */
export async function readingsOf(tx: Queryable, articleIds: readonly string[]): Promise<StoredReading[]> {
  const { rows } = await tx.query<Row>(
    `SELECT a.id, a.source_id, length(a.title) AS title_units, r.reading AS kept, m.mentions,
       (SELECT jsonb_agg(jsonb_build_object('id', ae.entity_id, 'type', e.type, 'name', ae.name, 'language', ae.language, 'spellings', ae.spellings,
          'titles', ae.titles, 'count', ae.mention_count, 'inTitle', ae.in_title, 'weight', ae.weight) ORDER BY ae.entity_id)
        FROM article_entities ae JOIN entities e ON e.id = ae.entity_id WHERE r.article_id IS NULL AND ae.article_id = a.id) AS links
     FROM articles a LEFT JOIN article_readings r ON r.article_id = a.id LEFT JOIN article_mentions m ON m.article_id = a.id
     WHERE a.id = ANY($1) ORDER BY a.id`,
    [articleIds],
  )
  return rows.map((row) => ({
    article: row.id,
    source: row.source_id,
    titleUnits: row.title_units,
    isKept: row.kept !== null,
    ...(row.kept ?? shown(row)),
  }))
}

function shown({ links, mentions }: Row): Pick<Reading, 'entities' | 'mentions'> {
  const entities = links ?? []
  const index = new Map(entities.map(({ id }, n) => [id, n]))
  return {
    entities,
    mentions: (mentions ?? []).flatMap(({ entityId, ...mention }) => {
      const entity = entityId === undefined ? undefined : index.get(entityId)
      return entity === undefined ? [] : [{ ...mention, entity }]
    }),
  }
}
