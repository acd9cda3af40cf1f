import type {
  EntityRef,
  EventArticle,
  EventChoice,
  EventDetail,
  EventSummary,
  SourceRef,
} from '@newsbraid/model'
import { directionOf } from '@newsbraid/text'
import { iso, orAbsent, sourceRefSql } from './rows.ts'

export type EventRow = {
  id: string
  version: number
  title: string
  title_lang: string
  summary: string
  first_seen: Date
  last_development: Date
  languages: string[]
  article_count: number
  independent_source_count: number
  image: string | null
  choice: EventChoice | null
  entities: EntityRef[] | null
  sources: SourceRef[] | null
}
type View = Pick<EventDetail, 'lineage' | 'figures' | 'disagreements' | 'timeline'>
export type EventDetailRow = EventRow & {
  view: Partial<View>
  articles: EventArticle[] | null
  merged_into: string | null
}

/** Columns of an EventRow, from `events e`; its sources in the order in which they reported it. */
export const EVENT_COLUMNS = `e.id, e.version, e.title, e.title_lang, e.summary, e.first_seen, e.last_development, e.languages,
  e.article_count, e.independent_source_count, e.image, e.view->'entities' AS entities,
  (SELECT choice FROM event_choices c WHERE c.event_id = e.id) AS choice,
  (SELECT jsonb_agg(ref ORDER BY since, ref->>'id') FROM (
     SELECT ${sourceRefSql('s')} AS ref, min(a.published_at) AS since
     FROM event_articles ea JOIN articles a ON a.id = ea.article_id JOIN sources s ON s.id = a.source_id
     WHERE ea.event_id = e.id GROUP BY s.id) reporters) AS sources`

/** Columns of an EventDetailRow, from `events e`. */
export const EVENT_DETAIL_COLUMNS = `${EVENT_COLUMNS}, e.view, e.merged_into,
  (SELECT jsonb_agg(jsonb_build_object(
       'id', a.id, 'source', ${sourceRefSql('s')}, 'title', a.title, 'lang', a.language, 'dir', a.dir, 'url', a.url,
       'publishedAt', to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'role', ea.role, 'why', ea.why) ORDER BY a.published_at, a.id)
   FROM event_articles ea JOIN articles a ON a.id = ea.article_id JOIN sources s ON s.id = a.source_id
   WHERE ea.event_id = e.id) AS articles`

export const eventSummary = (row: EventRow): EventSummary => ({
  id: row.id,
  version: row.version,
  title: { text: row.title, lang: row.title_lang, dir: directionOf(row.title) },
  summary: row.summary,
  firstSeen: iso(row.first_seen),
  lastDevelopment: iso(row.last_development),
  languages: row.languages,
  articleCount: row.article_count,
  independentSourceCount: row.independent_source_count,
  sources: row.sources ?? [],
  entities: row.entities ?? [],
  image: orAbsent(row.image),
  choice: orAbsent(row.choice),
})

export const eventDetail = (row: EventDetailRow): Omit<EventDetail, 'related'> => ({
  ...eventSummary(row),
  lineage: row.view.lineage ?? [],
  articles: row.articles ?? [],
  figures: row.view.figures ?? [],
  disagreements: row.view.disagreements ?? [],
  timeline: row.view.timeline ?? [],
  mergedInto: orAbsent(row.merged_into),
})
