import type {
  ApiMention,
  ApiStore,
  ArticleDetail,
  ArticleSort,
  ArticleSummary,
  DroppedBlock,
  SourceRef,
} from '@newsbraid/model'
import { wordDiff } from '@newsbraid/text'
import type pg from 'pg'
import { articleWhy } from './article-why.ts'
import { Conditions } from './conditions.ts'
import { lastEntity } from './last-entity.ts'
import { listPage, type Order } from './list-page.ts'
import { iso, isoOrAbsent, orAbsent, sourceRefSql } from './rows.ts'
import { stepsOf } from './steps.ts'
import { searchFor } from './search-for.ts'

type ArticleRow = {
  id: string
  title: string
  language: string
  dir: 'ltr' | 'rtl'
  url: string
  source: SourceRef
  authors: string[]
  published_at: Date
  fetched_at: Date | null
  cleaned_at: Date
  event_id: string | null
  body: string
  noindex: boolean
  unavailable_after: Date | null
}
type DetailRow = ArticleRow & {
  host: string
  html: string
  modified_at: Date | null
  gone_at: Date | null
  image: { url: string; alt?: string } | null
  kind: string
  dropped: DroppedBlock[]
  mentions: ApiMention[] | null
  entities: { id: string; name: string; type: string }[] | null
}

/** Nothing is joined that would have to be counted through */
const FROM = 'articles a LEFT JOIN event_articles ea ON ea.article_id = a.id'
const COLUMNS = `a.id, a.title, a.language, a.dir, a.url, a.authors, a.published_at, a.cleaned_at, a.body, a.noindex, a.unavailable_after, ea.event_id,
  (SELECT ${sourceRefSql('s')} FROM sources s WHERE s.id = a.source_id) AS source,
  (SELECT fetched_at FROM pages p WHERE p.id = a.id) AS fetched_at`
const DETAIL_COLUMNS = `${COLUMNS}, a.html, a.modified_at, a.image, a.kind, a.dropped,
  (SELECT host FROM pages p WHERE p.id = a.id) AS host,
  (SELECT gone_at FROM pages p WHERE p.id = a.id) AS gone_at,
  (SELECT mentions FROM article_mentions m WHERE m.article_id = a.id) AS mentions,
  (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'type', n.type) ORDER BY ae.weight DESC, n.id)
   FROM article_entities ae JOIN entities n ON n.id = ae.entity_id WHERE ae.article_id = a.id) AS entities`

/** Articles as the API reads them. */
export function articleReads(pool: pg.Pool): Pick<ApiStore, 'articles' | 'article' | 'articleWhy'> {
  return {
    async articles(query, page) {
      const where = new Conditions()
      const search = query.q === undefined ? undefined : await searchFor(pool, query.q)
      if (query.q !== undefined && search === undefined) return { items: [], total: 0 }
      const asked = search === undefined ? '' : where.value(search.text)
      if (search !== undefined) {
        const named = `SELECT article_id FROM article_entities WHERE entity_id = ANY(${where.value(search.entities)})`
        where.add(
          `a.id IN (SELECT id FROM articles WHERE search @@ to_tsquery('simple', ${asked}) UNION ${named})`,
        )
      }
      where.addIf(query.lang, (value) => `a.language = ${value}`)
      where.addIf(query.source, (value) => `a.source_id = ${value}`)
      where.addIf(query.event, (value) => `ea.event_id = ${value}`)
      where.addIf(
        query.entity,
        (value) =>
          `EXISTS (SELECT FROM article_entities ae WHERE ae.article_id = a.id AND ae.entity_id = ${lastEntity(`${value}::text`)})`,
      )
      where.addIf(query.since, (value) => `a.published_at >= ${value}::timestamptz`)
      where.addIf(query.until, (value) => `a.published_at < ${value}::timestamptz`)
      const order = orderOf(query.sort, asked)
      const { rows, nextCursor, total } = await listPage<ArticleRow>(pool, {
        select: COLUMNS,
        from: FROM,
        where,
        order,
        page,
      })
      return { items: rows.map(articleSummary), nextCursor, total }
    },
    async article(id) {
      const { rows } = await pool.query<DetailRow>(`SELECT ${DETAIL_COLUMNS} FROM ${FROM} WHERE a.id = $1`, [
        id,
      ])
      const [row] = rows
      return (
        row && {
          ...articleDetail(row),
          revisions: isWithdrawn(row) ? [] : await revisionsOf(pool, id, row),
          trace: await stepsOf(pool, id),
        }
      )
    },
    articleWhy: (id) => articleWhy(pool, id),
  }
}

function orderOf(sort: ArticleSort, asked: string): Order {
  if (sort === 'relevance' && asked !== '')
    return {
      sort,
      by: `ts_rank(a.search, to_tsquery('simple', ${asked}))`,
      kind: 'number',
      direction: 'DESC',
      id: 'a.id',
    }
  return {
    sort,
    by: 'a.published_at',
    kind: 'time',
    direction: sort === 'oldest' ? 'ASC' : 'DESC',
    id: 'a.id',
  }
}

const articleSummary = (row: ArticleRow): ArticleSummary => ({
  id: row.id,
  title: row.title,
  lang: row.language,
  dir: row.dir,
  url: row.url,
  source: row.source,
  authors: row.authors,
  publishedAt: iso(row.published_at),
  fetchedAt: iso(row.fetched_at ?? row.cleaned_at),
  eventId: orAbsent(row.event_id),
  // After the day its publisher named it is no longer shown; title and address lead there
  text: isWithdrawn(row) ? '' : row.body,
  ...(row.noindex ? { noindex: true } : {}),
  unavailableAfter: isoOrAbsent(row.unavailable_after),
})

const isWithdrawn = ({ unavailable_after }: ArticleRow): boolean =>
  unavailable_after !== null && unavailable_after.getTime() < Date.now()

const articleDetail = (row: DetailRow): Omit<ArticleDetail, 'revisions' | 'trace'> => ({
  ...articleSummary(row),
  host: row.host,
  html: isWithdrawn(row) ? '' : row.html,
  modifiedAt: isoOrAbsent(row.modified_at),
  goneAt: isoOrAbsent(row.gone_at),
  image: orAbsent(row.image),
  kind: row.kind,
  dropped: row.dropped,
  mentions: isWithdrawn(row) ? [] : (row.mentions ?? []),
  entities: row.entities ?? [],
})

/** Newest first; each is told against the version that followed it. */
async function revisionsOf(
  pool: pg.Pool,
  articleId: string,
  now: { title: string; body: string },
): Promise<ArticleDetail['revisions']> {
  const { rows } = await pool.query<{ id: string; at: Date; title: string; body: string }>(
    'SELECT id, at, title, body FROM revisions WHERE article_id = $1 ORDER BY at DESC, id DESC LIMIT 50',
    [articleId],
  )
  return rows.map(({ id, at, title, body }, i) => {
    const next = rows[i - 1] ?? now
    const changes = { title: wordDiff(title, next.title), text: wordDiff(body, next.body) }
    return { id, at: iso(at), title, text: body, changes }
  })
}
