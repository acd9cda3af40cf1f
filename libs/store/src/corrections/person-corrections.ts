import { formOf } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import { ulid } from 'ulid'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import {
  carryOut,
  type Given,
  type GivenForm,
  type Giver,
  keepCorrections,
  liveEntity,
  Refusal,
  retellNamesOf,
} from './give-correction.ts'
import { refreshEntities } from './refresh-entities.ts'

/** These entities are one; the others' ids lead to it from now on. */
export async function mergeEntities(
  tx: Queryable,
  into: string,
  from: readonly string[],
  giver: Giver,
): Promise<string> {
  await liveEntity(tx, into)
  const given: Given[] = []
  for (const other of from) {
    const { rows } = await tx.query('SELECT FROM entities WHERE id = $1 AND merged_into = $2', [other, into])
    if (rows.length > 0) continue
    await liveEntity(tx, other)
    given.push({ kind: 'merge', entity: into, other })
  }
  if (given.length === 0) return into
  await keepCorrections(tx, given, giver)
  await carryOut(tx, given)
  return into
}

type Asked = { spellings?: string[] | undefined; articles?: string[] | undefined; name?: string | undefined }

/** Chosen spellings, or the mentions of chosen articles, are an entity of their own. Returns its id. */
export async function splitEntity(
  tx: Queryable,
  id: string,
  { spellings = [], articles = [], name }: Asked,
  giver: Giver,
): Promise<string> {
  const entity = await liveEntity(tx, id)
  const seen = await spellingsOf(tx, id)
  const { rows } = await tx.query<{ id: string }>(
    'SELECT article_id AS id FROM article_entities WHERE entity_id = $1',
    [id],
  )
  const own = new Set(rows.map((row) => row.id))
  const stranger = articles.find((article) => !own.has(article))
  if (stranger !== undefined)
    throw new Refusal('invalid', `Article "${stranger}" does not name entity "${id}"`)
  const wanted = new Set(spellings.map((one) => formOf(one, entity.type)))
  const unknown = spellings.find(
    (one) => !seen.some(({ surface }) => formOf(surface, entity.type) === formOf(one, entity.type)),
  )
  if (unknown !== undefined) throw new Refusal('invalid', `"${unknown}" is not a spelling of entity "${id}"`)
  const chosen = seen.filter(({ surface }) => wanted.has(formOf(surface, entity.type)))
  const rest = seen.filter((one) => !chosen.includes(one))
  const other = ulid()
  const [first] = chosen.length > 0 ? chosen : await spellingsOf(tx, id, articles)
  const called = storable(name ?? first?.surface ?? entity.name)
  await tx.query(
    `INSERT INTO entities (id, type, name, language, read_name, read_language, last_seen) VALUES ($1, $2, $3, $4, $3, $4, '-infinity')`,
    [other, entity.type, called, first?.language ?? entity.language],
  )
  const given: Given = {
    kind: 'split',
    entity: id,
    other,
    body: {
      these: allForms(chosen),
      those: allForms(rest),
      articles: [...articles],
      spellings: chosen.map(({ surface }) => surface),
      name: called,
    },
  }
  const [correction] = await keepCorrections(tx, [given], giver)
  await carryOut(tx, [given])
  const left = await tx.query<{ id: string; n: number }>(
    'SELECT id, article_count AS n FROM entities WHERE id = ANY($1)',
    [[id, other]],
  )
  const empty = left.rows.find(({ n }) => n === 0)
  if (empty?.id === id) throw new Refusal('invalid', 'Cannot split everything off: no mention would be left')
  if (empty) throw new Refusal('invalid', 'Cannot split: no mention is written so')
  if (wanted.has(formOf(entity.name, entity.type))) await callTheRest(tx, id, correction!)
  return other
}

/** The name shown went away with the split: the one most articles use takes its place. */
async function callTheRest(tx: Queryable, id: string, correction: string): Promise<void> {
  await tx.query(
    `UPDATE entity_corrections SET body = body || (SELECT jsonb_build_object('restName', name, 'language', language) FROM article_entities
       WHERE entity_id = $1 GROUP BY name, language ORDER BY count(*) DESC, length(name) DESC, name LIMIT 1) WHERE id = $2`,
    [id, correction],
  )
  await refreshEntities(tx, [id])
  await retellNamesOf(tx, [id])
}

type Spelling = { surface: string; language: string; n: number }

/** Spellings seen of an entity (in these articles), the most frequent full names first. */
async function spellingsOf(tx: Queryable, id: string, articles?: readonly string[]): Promise<Spelling[]> {
  const { rows } = await tx.query<Spelling>(
    `SELECT s ->> 'surface' AS surface, min(language) AS language, sum((s ->> 'count')::integer)::integer AS n
     FROM article_entities, jsonb_array_elements(spellings) s
     WHERE entity_id = $1 AND ($2::text[] IS NULL OR article_id = ANY($2)) GROUP BY 1
     ORDER BY bool_or(s ->> 'surface' = name) DESC, n DESC, length(s ->> 'surface') DESC, 1`,
    [id, articles ?? null],
  )
  return rows
}

/** What was merged from another type keeps the forms of that type. */
const allForms = (seen: readonly Spelling[]): string[] => [
  ...new Set(seen.flatMap(({ surface }) => [formOf(surface, 'person'), formOf(surface, 'place')])),
]

/** It is called so, whatever articles call it. */
export async function renameEntity(
  tx: Queryable,
  id: string,
  { name, lang }: { name: string; lang?: string | undefined },
  giver: Giver,
): Promise<string> {
  const { name: formerName, type } = await liveEntity(tx, id)
  const body = { name: storable(name), formerName, ...(lang === undefined ? {} : { language: lang }) }
  // Found under it, but nobody is joined by it
  const forms = [{ type, spelling: name, language: lang, joins: false }]
  const given: Given = { kind: 'rename', entity: id, body, forms }
  await keepCorrections(tx, [given], giver)
  await carryOut(tx, [given])
  return id
}

/** Whoever an article calls so, it is this entity. */
export async function aliasEntity(
  tx: Queryable,
  id: string,
  { alias, lang }: { alias: string; lang?: string | undefined },
  giver: Giver,
): Promise<string> {
  const { type } = await liveEntity(tx, id)
  const given: Given = {
    kind: 'alias',
    entity: id,
    body: { spellings: [alias] },
    forms: [{ type, spelling: alias, language: lang }],
  }
  await keepCorrections(tx, [given], giver)
  await carryOut(tx, [given])
  return id
}

type NoName = { spellings?: string[] | undefined; article?: string | undefined; source?: string | undefined }

/** What is written so is nobody: everywhere, or in one article or source. Without spellings: all that the entity is called. */
export async function notAName(
  tx: Queryable,
  id: string,
  { spellings, article, source }: NoName,
  giver: Giver,
): Promise<string> {
  const { type, name } = await liveEntity(tx, id)
  for (const [table, what, one] of [
    ['articles', 'article', article],
    ['sources', 'source', source],
  ] as const)
    if (one !== undefined && (await tx.query(`SELECT FROM ${table} WHERE id = $1`, [one])).rowCount === 0)
      throw new Refusal('invalid', `There is no ${what} "${one}"`)
  const forms = (spellings ?? (await namesOf(tx, id, name))).map((spelling): GivenForm => ({
    type,
    spelling,
  }))
  const given: Given = {
    kind: 'not-a-name',
    entity: id,
    body: {
      isWhole: spellings === undefined,
      spellings: forms.map(({ spelling }) => spelling),
      ...(article === undefined ? {} : { article }),
      ...(source === undefined ? {} : { source }),
    },
    forms,
  }
  await keepCorrections(tx, [given], giver)
  await carryOut(tx, [given])
  return id
}

async function namesOf(tx: Queryable, id: string, name: string): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    'SELECT DISTINCT name FROM article_entities WHERE entity_id = $1',
    [id],
  )
  return [...new Set([name, ...rows.map((row) => row.name)])].sort()
}

/** A suggestion was wrong: the two are not one, and it isn't suggested again. */
export async function notSame(tx: Queryable, id: string, other: string, giver: Giver): Promise<string> {
  await liveEntity(tx, id)
  await liveEntity(tx, other)
  await keepCorrections(tx, [{ kind: 'not-same', entity: id, other }], giver)
  return id
}

type KeptRow = {
  id: string
  kind: Given['kind']
  entity_id: string
  other_id: string | null
  body: NonNullable<Given['body']>
  undone: boolean
  forms: { type: EntityType; spelling: string; joins: boolean }[] | null
}

/** Takes a correction back, or a whole batch: all is as it would be without. Returns the ids of the corrections. */
export async function undoCorrection(tx: Queryable, id: string, by: string): Promise<string[]> {
  const { rows } = await tx.query<KeptRow>(
    `SELECT c.id, c.kind, c.entity_id, c.other_id, c.body, c.undone_at IS NOT NULL AS undone,
       (SELECT jsonb_agg(jsonb_build_object('type', f.type, 'spelling', f.spelling, 'joins', f.joins)) FROM entity_correction_forms f WHERE f.correction_id = c.id) AS forms
     FROM entity_corrections c WHERE c.id = $1 OR c.batch = $1 ORDER BY c.seq FOR UPDATE`,
    [id],
  )
  if (rows.length === 0) throw new Refusal('not-found', `There is no correction "${id}"`)
  const standing = rows.filter(({ undone }) => !undone)
  if (standing.length === 0) throw new Refusal('conflict', `Correction "${id}" was undone already`)
  const given = standing.map((row): Given => ({
    kind: row.kind,
    entity: row.entity_id,
    ...(row.other_id === null ? {} : { other: row.other_id }),
    body: row.body,
    forms: row.forms ?? [],
  }))
  const ids = standing.map((row) => row.id)
  await carryOut(tx, given, () =>
    tx.query('UPDATE entity_corrections SET undone_at = now(), undone_by = $2 WHERE id = ANY($1)', [
      ids,
      storable(by),
    ]),
  )
  return ids
}
