import { siteFrom } from '@newsbraid/boilerplate'
import type { ArticleFeatures } from '@newsbraid/events'
import type { SourceKind } from '@newsbraid/model'
import type { FeedMemory, PagePart, StoreReads } from '@newsbraid/stages'
import type pg from 'pg'

const byId = <Row extends { id: string }, T>(rows: readonly Row[], make: (row: Row) => T): Map<string, T> =>
  new Map(rows.map((row) => [row.id, make(row)]))
const given = <K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> =>
  value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>)

type FeedRow = {
  id: string
  url: string
  host: string
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  memory: FeedMemory
  polls: number
  failures: number
  last_poll_at: Date | null
  validators_url: string | null
  kind: SourceKind | null
  kind_chosen: boolean
  is_text_whole: boolean
  push_id: string | null
  push_body: Buffer | null
  push_type: string | null
  pushes: number
}
type PageRow = {
  id: string
  url: string
  final_url: string | null
  host: string
  etag: string | null
  last_modified: string | null
  born: Date
}
type BodyRow = {
  id: string
  url: string
  final_url: string | null
  host: string
  kind: 'html' | 'text'
  body: string
  parts: PagePart[] | null
  robots_tag: string | null
  entry: { title?: string; published?: string; updated?: string; author?: string; content?: string }
  fetched_at: Date | null
  feed_language: string | null
  is_feed_cut: boolean
  former: string | null
  standing_title: string | null
  standing_text: string | null
}
type ArticleRow = {
  id: string
  title: string
  body: string
  language: string
  published_at: Date
  source_id: string
  dateline: { agency?: string } | null
}

/** What the stages read, each one batch in one or two queries. */
export const stageReads = (pool: pg.Pool): StoreReads => ({
  async feedsToPoll(ids) {
    const { rows } = await pool.query<FeedRow>(
      `SELECT f.id, f.url, w.lane AS host, etag, last_modified, body_hash, memory, polls, failures, last_poll_at, validators_url, f.kind, kind_chosen,
         texts_compared >= 3 AND texts_whole = texts_compared AS is_text_whole,
         push.id AS push_id, push.body AS push_body, push.content_type AS push_type, (SELECT count(*)::int FROM feed_pushes WHERE feed_id = f.id) AS pushes
       FROM feeds f JOIN work w ON w.stage = 'poll-feed' AND w.item_id = f.id
       LEFT JOIN LATERAL (SELECT id, body, content_type FROM feed_pushes WHERE feed_id = f.id ORDER BY id LIMIT 1) push ON true
       WHERE f.id = ANY($1) AND f.state = 'active'`,
      [ids],
    )
    return byId(rows, (row) => ({
      id: row.id,
      url: row.url,
      host: row.host,
      memory: row.memory,
      polls: row.polls,
      failures: row.failures,
      ...given('etag', row.etag),
      ...given('lastModified', row.last_modified),
      ...given('bodyHash', row.body_hash),
      ...given('lastPollMs', row.last_poll_at?.getTime()),
      ...given('validatorsUrl', row.validators_url),
      ...given('kind', row.kind),
      isKindChosen: row.kind_chosen,
      isTextWhole: row.is_text_whole,
      ...(row.push_id && row.push_body
        ? {
            push: {
              id: row.push_id,
              bytes: row.push_body,
              more: row.pushes > 1,
              ...given('contentType', row.push_type),
            },
          }
        : {}),
    }))
  },

  async knownKeys(urlKeys) {
    const { rows } = await pool.query<{ url_key: string }>(
      'SELECT url_key FROM page_keys WHERE url_key = ANY($1)',
      [urlKeys],
    )
    return new Set(rows.map((row) => row.url_key))
  },

  async pagesToFetch(ids) {
    const { rows } = await pool.query<PageRow>(
      `SELECT id, url, final_url, host, etag, last_modified, discovered_at AS born FROM pages WHERE id = ANY($1)`,
      [ids],
    )
    return byId(rows, (row) => ({
      id: row.id,
      url: row.url,
      host: row.host,
      bornMs: row.born.getTime(),
      isKnown: row.final_url !== null,
      ...given('etag', row.etag),
      ...given('lastModified', row.last_modified),
      ...given('validatorsUrl', row.final_url),
    }))
  },

  async pagesToClean(ids) {
    const { rows } = await pool.query<BodyRow>(
      `SELECT p.id, p.url, p.final_url, p.host, b.kind, b.body, b.parts, p.robots_tag, p.entry, p.fetched_at, s.language AS feed_language,
         coalesce(f.texts_whole < f.texts_compared, false) AS is_feed_cut, b.former, a.title AS standing_title, a.body AS standing_text
       FROM pages p JOIN page_bodies b ON b.page_id = p.id JOIN sources s ON s.id = p.source_id
       LEFT JOIN articles a ON a.id = p.id LEFT JOIN feeds f ON f.id = p.feed_id WHERE p.id = ANY($1)`,
      [ids],
    )
    const hosts = [...new Set(rows.map((row) => row.host))]
    const templates = await pool.query<{ host: string; template: unknown }>(
      'SELECT host, template FROM site_templates WHERE host = ANY($1)',
      [hosts],
    )
    const known = new Map(templates.rows.map((row) => [row.host, row.template]))
    const sites = new Map(hosts.map((host) => [host, siteFrom(known.get(host), host)]))
    const marks = await pool.query<{ host: string; text: string; verdict: 'keep' | 'drop' }>(
      'SELECT host, text, verdict FROM block_marks WHERE host = ANY($1) AND undone_at IS NULL ORDER BY made_at, id',
      [hosts],
    )
    for (const { host, text, verdict } of marks.rows) sites.get(host)?.mark(text, verdict)
    return byId(rows, (row) => ({
      id: row.id,
      url: row.final_url ?? row.url,
      host: row.host,
      kind: row.kind,
      body: row.body,
      ...given('parts', row.parts),
      ...given('robotsTag', row.robots_tag),
      hints: {
        ...given('title', row.entry.title),
        ...given('publishedAt', row.entry.published ?? row.entry.updated),
        ...given('author', row.entry.author),
        ...given('language', row.feed_language),
      },
      ...given('feedText', row.entry.content),
      site: sites.get(row.host)!,
      fetchedMs: (row.fetched_at ?? new Date(0)).getTime(),
      ...(row.standing_text !== null && row.standing_title !== null
        ? {
            standing: {
              title: row.standing_title,
              text: row.standing_text,
              isFeedCut: row.is_feed_cut,
              ...given('former', row.former),
            },
          }
        : {}),
    }))
  },

  async articlesToRead(ids) {
    const { rows } = await pool.query<ArticleRow>(
      'SELECT id, title, body, language, published_at, source_id, dateline FROM articles WHERE id = ANY($1)',
      [ids],
    )
    return byId(rows, (row) => ({
      id: row.id,
      title: row.title,
      text: row.body,
      language: row.language,
      publishedAt: row.published_at.toISOString(),
      sourceId: row.source_id,
      ...given('agency', row.dateline?.agency),
    }))
  },

  async featuresToPlace(ids) {
    const { rows } = await pool.query<{ id: string; features: ArticleFeatures }>(
      `SELECT a.id, f.features FROM articles a JOIN article_features f ON f.article_id = a.id
       WHERE a.id = ANY($1) ORDER BY a.published_at, a.id`,
      [ids],
    )
    return byId(rows, ({ features }) => features)
  },
})
