import { type ArticleFeatures, describeEvent } from '@newsbraid/events'
import { fold } from '@newsbraid/text'
import { storable, storableJson } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

type Member = {
  event_id: string
  id: string
  title: string
  body: string
  language: string
  published_at: Date
  source_id: string
  features: ArticleFeatures
  image: { url?: string } | null
}

/** Tells events anew from their articles as they stand: title, summary, counts, lineage, figures, timeline, entities. */
export async function describeEvents(tx: Queryable, ids: Iterable<string>): Promise<void> {
  const wanted = [...new Set(ids)].sort()
  if (wanted.length === 0) return
  const { rows } = await tx.query<Member>(
    `SELECT ea.event_id, a.id, a.title, left(a.body, 8000) AS body, a.language, a.published_at, a.source_id, ea.features, a.image
     FROM event_articles ea JOIN articles a ON a.id = ea.article_id WHERE ea.event_id = ANY($1) ORDER BY a.published_at, a.id`,
    [wanted],
  )
  const members = new Map<string, Member[]>()
  for (const row of rows) {
    const list = members.get(row.event_id)
    if (list) list.push(row)
    else members.set(row.event_id, [row])
  }
  const empty = wanted.filter((id) => !members.has(id))
  if (empty.length > 0)
    await tx.query(
      'UPDATE events SET article_count = 0, version = version + 1, updated_at = now() WHERE id = ANY($1) AND merged_into IS NULL',
      [empty],
    )
  if (members.size > 0) {
    const entities = await entitiesOf(tx, [...members.keys()])
    await write(
      tx,
      [...members].map(([id, articles]) => toldEvent(id, articles, entities.get(id) ?? [])),
    )
  }
  // Whoever listens for changes looks again
  await tx.query(`SELECT pg_notify('newsbraid_changes', $1)`, [String(wanted.length)])
}

type ToldEvent = ReturnType<typeof toldEvent>

function toldEvent(id: string, articles: readonly Member[], entities: readonly unknown[]) {
  const told = describeEvent(
    articles.map((a) => ({
      id: a.id,
      title: a.title,
      text: a.body,
      lang: a.language,
      publishedAt: a.published_at.toISOString(),
      source: a.source_id,
      features: a.features,
    })),
  )
  const { lineage, figures, disagreements, timeline, titles, summaries } = told
  const titlesTogether = articles
    .map((a) => a.title)
    .join('\n')
    .slice(0, 60_000)
  return {
    id,
    title: storable(told.title.text),
    title_lang: told.title.lang,
    summary: storable(told.summary),
    first_seen: told.firstSeen,
    last_development: told.lastDevelopment,
    languages: told.languages,
    article_count: articles.length,
    independent_source_count: told.independentSourceCount,
    view: { lineage, figures, disagreements, timeline, titles, summaries, entities },
    image: articles.find((a) => a.image?.url)?.image?.url ?? null,
    words: fold(storable(`${titlesTogether}\n${told.summary}`)),
  }
}

async function write(tx: Queryable, events: readonly ToldEvent[]): Promise<void> {
  await tx.query(
    `UPDATE events SET version = version + 1, updated_at = now(), title = t.title, title_lang = t.title_lang, summary = t.summary,
       first_seen = t.first_seen, last_development = t.last_development, languages = t.languages, article_count = t.article_count,
       independent_source_count = t.independent_source_count, view = t.view, image = t.image, search = to_tsvector('simple', t.words)
     FROM jsonb_to_recordset($1::jsonb) AS t (id text, title text, title_lang text, summary text, first_seen timestamptz,
       last_development timestamptz, languages text[], article_count integer, independent_source_count integer, view jsonb, image text, words text)
     WHERE events.id = t.id`,
    [storableJson(events)],
  )
}

/** Tells only who is named in these events anew. */
export async function retellEntities(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const entities = await entitiesOf(tx, ids)
  await tx.query(
    `UPDATE events SET version = version + 1, updated_at = now(), view = jsonb_set(view, '{entities}', t.entities)
     FROM jsonb_to_recordset($1::jsonb) AS t (id text, entities jsonb)
     WHERE events.id = t.id AND view -> 'entities' IS DISTINCT FROM t.entities`,
    [storableJson(ids.map((id) => ({ id, entities: entities.get(id) ?? [] })))],
  )
  await tx.query(`SELECT pg_notify('newsbraid_changes', $1)`, [String(ids.length)])
}

type EntityRow = {
  event_id: string
  id: string
  type: string
  name: string
  weight: number
  spellings: string[] | null
}

/** The twelve entities of each event that weigh most over its articles, with the spellings seen there. */
async function entitiesOf(tx: Queryable, eventIds: readonly string[]): Promise<Map<string, unknown[]>> {
  const { rows } = await tx.query<EntityRow>(
    `WITH weighed AS (
       SELECT ea.event_id, ae.entity_id, sum(ae.weight)::float8 AS weight,
         row_number() OVER (PARTITION BY ea.event_id ORDER BY sum(ae.weight) DESC, ae.entity_id) AS place
       FROM event_articles ea JOIN article_entities ae ON ae.article_id = ea.article_id
       WHERE ea.event_id = ANY($1) GROUP BY ea.event_id, ae.entity_id)
     SELECT w.event_id, e.id, e.type, e.name, w.weight,
       (SELECT array_agg(DISTINCT s.item ->> 'surface') FROM event_articles m
          JOIN article_entities x ON x.article_id = m.article_id AND x.entity_id = e.id, jsonb_array_elements(x.spellings) AS s (item)
          WHERE m.event_id = w.event_id) AS spellings
     FROM weighed w JOIN entities e ON e.id = w.entity_id WHERE w.place <= 12 ORDER BY w.event_id, w.place`,
    [eventIds],
  )
  const entities = new Map<string, unknown[]>()
  const heaviest = new Map<string, number>()
  for (const { event_id, spellings, weight, ...row } of rows) {
    const most = heaviest.get(event_id) ?? weight
    heaviest.set(event_id, most)
    const one = {
      ...row,
      spellingsSeen: (spellings ?? []).slice(0, 12),
      weight: Math.round((weight / most) * 100) / 100,
    }
    entities.set(event_id, [...(entities.get(event_id) ?? []), one])
  }
  return entities
}
