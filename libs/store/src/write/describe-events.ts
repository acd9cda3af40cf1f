import { type ArticleFeatures, describeEvent } from '@newsbraid/events'
import { fold } from '@newsbraid/text'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

type Member = {
  event_id: string; id: string; title: string; body: string; language: string; published_at: Date; source_id: string
  features: ArticleFeatures; image: { url?: string } | null
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
  for (const row of rows) members.set(row.event_id, [...(members.get(row.event_id) ?? []), row])
  for (const id of wanted) {
    const articles = members.get(id)
    if (articles) await describe(tx, id, articles)
    else await tx.query('UPDATE events SET article_count = 0, version = version + 1, updated_at = now() WHERE id = $1 AND merged_into IS NULL', [id])
  }
  // Whoever listens for changes looks again
  await tx.query(`SELECT pg_notify('newsbraid_changes', $1)`, [String(wanted.length)])
}

async function describe(tx: Queryable, id: string, articles: readonly Member[]): Promise<void> {
  const told = describeEvent(
    articles.map((a) => ({
      id: a.id, title: a.title, text: a.body, lang: a.language, publishedAt: a.published_at.toISOString(), source: a.source_id, features: a.features,
    })),
  )
  const { lineage, figures, disagreements, timeline, titles, summaries } = told
  await tx.query(
    `UPDATE events SET version = version + 1, updated_at = now(), title = $2, title_lang = $3, summary = $4, first_seen = $5, last_development = $6,
       languages = $7, article_count = $8, independent_source_count = $9, view = $10, image = $11, search = to_tsvector('simple', $12)
     WHERE id = $1`,
    [
      id, told.title.text, told.title.lang, told.summary, told.firstSeen, told.lastDevelopment, told.languages, articles.length, told.independentSourceCount,
      JSON.stringify({ lineage, figures, disagreements, timeline, titles, summaries, entities: await entitiesOf(tx, id) }),
      articles.find((a) => a.image?.url)?.image?.url ?? null,
      fold(storable(articles.map((a) => a.title).join('\n').slice(0, 60_000) + '\n' + told.summary)),
    ],
  )
}

/** The twelve entities that weigh most over the articles of an event, with the spellings seen there. */
async function entitiesOf(tx: Queryable, eventId: string): Promise<unknown[]> {
  const { rows } = await tx.query<{ id: string; type: string; name: string; weight: number; spellings: string[] }>(
    `SELECT e.id, e.type, e.name, sum(ae.weight)::float8 / count(*) OVER () AS weight,
       (SELECT array_agg(DISTINCT s.item ->> 'surface') FROM event_articles m JOIN article_entities x ON x.article_id = m.article_id AND x.entity_id = e.id,
          jsonb_array_elements(x.spellings) AS s (item) WHERE m.event_id = $1) AS spellings
     FROM event_articles ea JOIN article_entities ae ON ae.article_id = ea.article_id JOIN entities e ON e.id = ae.entity_id
     WHERE ea.event_id = $1 GROUP BY e.id ORDER BY sum(ae.weight) DESC, e.id LIMIT 12`,
    [eventId],
  )
  const heaviest = rows[0]?.weight ?? 1
  return rows.map(({ spellings, weight, ...row }) => ({ ...row, spellingsSeen: (spellings ?? []).slice(0, 12), weight: Math.round((weight / heaviest) * 100) / 100 }))
}
