import type { KindChoice, NewSource, SourceKind } from '@newsbraid/model'
import { hostKey } from '@newsbraid/web'
import type { Send } from '@newsbraid/pipeline'
import { ulid } from 'ulid'
import { storable, storableJson } from '../storable.ts'
import type { Queryable } from '../transaction.ts'

/** Adds the sources whose feed nobody has, due for their first poll; returns the ids by the feed's address. */
export async function addSources(
  tx: Queryable,
  sources: readonly NewSource[],
  send: Send,
): Promise<Map<string, string>> {
  const byUrl = new Map(sources.map((source) => [feedAddress(source.feedUrl), source]))
  // A feed that moved is still known under the address it was added by
  const known = await tx.query<{ url: string }>(
    'SELECT url FROM feeds WHERE url = ANY($1) UNION SELECT added_url FROM feeds WHERE added_url = ANY($1)',
    [[...byUrl.keys()]],
  )
  for (const { url } of known.rows) byUrl.delete(url)
  const rows = [...byUrl].map(([url, source]) => ({ url, source, id: ulid(), feedId: ulid() }))
  if (rows.length === 0) return new Map()
  // A source without a name bears its feed's address until the feed has told its title
  await tx.query(
    `INSERT INTO sources (id, name, home_url, language, folder)
     SELECT i, n, h, l, f::jsonb FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS t (i, n, h, l, f)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ url, source }) => storable(source.name ?? url)),
      rows.map(({ source }) => source.homeUrl ?? null),
      rows.map(({ source }) => source.language ?? null),
      rows.map(({ source }) => storableJson(source.folder ?? [])),
    ],
  )
  const won = await tx.query<{ id: string; url: string; source_id: string }>(
    `INSERT INTO feeds (id, source_id, url, added_url, kind, kind_chosen, next_poll_at)
     SELECT id, source_id, url, url, kind, kind IS NOT NULL, now()
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS f (id, source_id, url, kind)
     ON CONFLICT (url) DO NOTHING RETURNING id, url, source_id`,
    [
      rows.map(({ feedId }) => feedId),
      rows.map(({ id }) => id),
      rows.map(({ url }) => url),
      rows.map(({ source }) => chosenKind(source.kind) ?? null),
    ],
  )
  const added = new Map(won.rows.map(({ url, source_id: id }) => [url, id]))
  // Somebody else added the same feed a moment ago
  const lost = rows.filter(({ url }) => !added.has(url)).map(({ id }) => id)
  if (lost.length > 0) await tx.query('DELETE FROM sources WHERE id = ANY($1)', [lost])
  await send(
    'poll',
    won.rows.map(({ id, url }) => ({ id, lane: hostKey(url) })),
  )
  return added
}

/** The kind a person chose; undefined when it is to be found out. */
export const chosenKind = (kind: KindChoice | undefined): SourceKind | undefined =>
  kind === 'auto' ? undefined : kind

/** An address in one spelling, so that the same feed isn't added twice; nothing of it is dropped. */
export const feedAddress = (url: string): string => {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}
