import type { Change } from '@newsbraid/events'
import type { Decision, Evidence } from '@newsbraid/model'
import { ulid } from 'ulid'
import type { Queryable } from '../transaction.ts'
import { applyChanges, recordAll } from './apply-changes.ts'

type Pair = { kind: 'same' | 'different'; a: string; b: string }
type Members = Map<string, { articles: string[]; mergedInto: string | null }>

const evidence = (words: string): Evidence[] => [{ signal: 'person', weight: 0, evidence: words }]

/** A person says that events are one: it is so at once, and the writer keeps it so. Returns the event's id. */
export async function mergeByPerson(
  tx: Queryable,
  into: string,
  from: readonly string[],
): Promise<Decision<string>> {
  await stopWriter(tx)
  const members = await membersOf(tx, [into, ...from])
  const unknown = [into, ...from].find((id) => !members.has(id))
  if (unknown !== undefined) return { refused: 'not-found', detail: `There is no event "${unknown}"` }
  const gone = [into, ...from].find(
    (id) => (members.get(id)?.mergedInto ?? null) !== null && !isMergedInto(members, id, into),
  )
  if (gone !== undefined)
    return {
      refused: 'conflict',
      detail: `Event "${gone}" was merged into "${members.get(gone)?.mergedInto}" already`,
    }
  const fresh = from.filter((id) => !isMergedInto(members, id, into))
  const groups = [into, ...fresh].map((id) => members.get(id)?.articles ?? [])
  await lift(tx, 'different', groups)
  await constrain(tx, chain(groups.flat()))
  const why = evidence('Merged by a person')
  await applyChanges(
    tx,
    fresh.map((id): Change => ({ kind: 'merge', from: id, into, why })),
  )
  return { done: into }
}

/** A person says that articles are an event of their own: it is so at once, and the writer keeps it so. Returns its id. */
export async function splitByPerson(
  tx: Queryable,
  id: string,
  articleIds: readonly string[],
): Promise<Decision<string>> {
  await stopWriter(tx)
  const event = (await membersOf(tx, [id])).get(id)
  if (!event) return { refused: 'not-found', detail: `There is no event "${id}"` }
  const stranger = articleIds.find((article) => !event.articles.includes(article))
  if (stranger !== undefined)
    return { refused: 'invalid', detail: `Article "${stranger}" is not in event "${id}"` }
  const rest = event.articles.filter((article) => !articleIds.includes(article))
  const [first] = articleIds
  if (rest.length === 0 || first === undefined)
    return { refused: 'invalid', detail: 'Cannot split all articles off: none would be left' }
  await lift(tx, 'same', [articleIds, rest])
  const apart = rest.map((b): Pair => ({ kind: 'different', a: first, b }))
  await constrain(tx, [...chain(articleIds), ...apart])
  const to = ulid()
  const why = evidence('Split off by a person')
  await applyChanges(
    tx,
    articleIds.map((articleId): Change => ({ kind: 'move', articleId, from: id, to, why })),
  )
  await recordAll(tx, [{ eventId: id, kind: 'split', why, otherEventId: to }])
  return { done: to }
}

/**
 * The writer places articles by what it has in memory; a new fence makes it read the store again, and a batch it is
 * about to write is decided anew. The row's lock keeps both from writing at once.
 */
async function stopWriter(tx: Queryable): Promise<void> {
  await tx.query(`UPDATE leases SET fence = fence + 1 WHERE name = 'place'`)
}

async function membersOf(tx: Queryable, ids: readonly string[]): Promise<Members> {
  const { rows } = await tx.query<{ id: string; merged_into: string | null; articles: string[] | null }>(
    `SELECT e.id, e.merged_into, (SELECT array_agg(ea.article_id ORDER BY ea.published_at, ea.article_id)
       FROM event_articles ea WHERE ea.event_id = e.id) AS articles
     FROM events e WHERE e.id = ANY($1) ORDER BY e.id FOR UPDATE OF e`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, { articles: row.articles ?? [], mergedInto: row.merged_into }]))
}

const isMergedInto = (members: Members, id: string, into: string): boolean =>
  members.get(id)?.mergedInto === into

/** Each with the first: enough to hold a group together, however the machine sees it. */
const chain = ([first, ...others]: readonly string[]): Pair[] =>
  first === undefined ? [] : others.map((b) => ({ kind: 'same', a: first, b }))

/** Takes back earlier words that stand between the groups. */
async function lift(
  tx: Queryable,
  kind: Pair['kind'],
  groups: readonly (readonly string[])[],
): Promise<void> {
  const articles = groups.flat()
  const group = groups.flatMap((members, n) => members.map(() => n))
  await tx.query(
    `UPDATE constraints c SET undone_at = now()
     FROM unnest($2::text[], $3::integer[]) AS x (article, n), unnest($2::text[], $3::integer[]) AS y (article, n)
     WHERE c.kind = $1 AND c.undone_at IS NULL AND c.a = x.article AND c.b = y.article AND x.n <> y.n`,
    [kind, articles, group],
  )
}

async function constrain(tx: Queryable, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.query(
    `INSERT INTO constraints (id, kind, a, b) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [
      pairs.map(() => ulid()),
      pairs.map(({ kind }) => kind),
      pairs.map(({ a }) => a),
      pairs.map(({ b }) => b),
    ],
  )
}
