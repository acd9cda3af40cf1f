import type { CleanArticle } from '@newsbraid/model'
import type { CleanResult, PageToClean } from '@newsbraid/stages'
import { fold } from '@newsbraid/text'
import { ulid } from 'ulid'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import { claimKey } from './claim-key.ts'

/** PostgreSQL refuses a tsvector over 1 MB; so much text finds any article. */
const SEARCHED_CHARACTERS = 100_000

/**
 * Keeps an article; where the publisher changed the words of one that stands already, its former words become a revision.
 * `elsewhere`: the canonical address belongs to another page, and the article is that page's.
 */
export async function saveArticle(
  tx: Queryable,
  page: PageToClean,
  {
    article,
    publishedAt,
    canonicalKey,
    isFeedTextWhole,
    isRevision,
    liveness,
  }: CleanResult & { article: CleanArticle },
): Promise<'new' | 'changed' | 'same' | 'elsewhere'> {
  if (canonicalKey && !(await claimKey(tx, canonicalKey, page.id))) return 'elsewhere'
  const { rows } = await tx.query<{ title: string; body: string }>(
    'SELECT title, body FROM articles WHERE id = $1 FOR UPDATE',
    [page.id],
  )
  await tx.query('UPDATE page_bodies SET former = NULL WHERE page_id = $1 AND former IS NOT NULL', [page.id])
  await tx.query('UPDATE pages SET cleaned_with = $2 WHERE id = $1', [page.id, page.site.size])
  const before = rows[0]
  const title = storable(article.title)
  const text = storable(article.text)
  if (isFeedTextWhole !== undefined && !before)
    await tx.query(
      `UPDATE feeds SET texts_compared = texts_compared + 1, texts_whole = texts_whole + $2 WHERE id = (SELECT feed_id FROM pages WHERE id = $1)`,
      [page.id, isFeedTextWhole ? 1 : 0],
    )
  const isSame = before?.title === title && before.body === text
  if (before && isRevision && !isSame)
    await tx.query('INSERT INTO revisions (id, article_id, title, body) VALUES ($1, $2, $3, $4)', [
      ulid(),
      page.id,
      before.title,
      before.body,
    ])
  await tx.query(
    `INSERT INTO articles (id, source_id, url, title, authors, language, dir, published_at, modified_at, body, html, description, dateline, image, kind, dropped, search, noindex, unavailable_after)
     SELECT $1, source_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, to_tsvector('simple', $16), $17, $18 FROM pages WHERE id = $1
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, authors = excluded.authors, language = excluded.language,
       dir = excluded.dir, published_at = excluded.published_at, modified_at = excluded.modified_at, body = excluded.body, html = excluded.html,
       description = excluded.description, dateline = excluded.dateline, image = excluded.image, kind = excluded.kind, dropped = excluded.dropped,
       search = excluded.search, noindex = excluded.noindex, unavailable_after = excluded.unavailable_after, cleaned_at = now()`,
    [
      page.id,
      page.url,
      title,
      JSON.stringify(article.authors.map(storable)),
      article.language,
      article.dir,
      publishedAt,
      timeOrNull(article.modifiedAt),
      text,
      storable(article.html),
      article.description === undefined ? null : storable(article.description),
      article.dateline ? storable(JSON.stringify(article.dateline)) : null,
      article.image ? storable(JSON.stringify(article.image)) : null,
      article.kind,
      JSON.stringify(article.dropped.map((block) => ({ ...block, text: storable(block.text) }))),
      fold(storable(`${article.title}\n${article.text}`.slice(0, SEARCHED_CHARACTERS))),
      liveness?.noindex ?? false,
      timeOrNull(liveness?.unavailableAfter),
    ],
  )
  return before ? (isSame ? 'same' : 'changed') : 'new'
}

const timeOrNull = (time: string | undefined): string | null =>
  time === undefined || Number.isNaN(Date.parse(time)) ? null : new Date(time).toISOString()
