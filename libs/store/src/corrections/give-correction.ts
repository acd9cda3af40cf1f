import { formOf } from '@newsbraid/entities'
import type { Decision, EntityType } from '@newsbraid/model'
import { ulid } from 'ulid'
import type pg from 'pg'
import { storable, storableJson } from '../storable.ts'
import { inTransaction, type Queryable } from '../transaction.ts'
import { articlesWithin, type Reach, replay, retellEventsOf, stopTheLine } from './replay.ts'
import { refreshEntities } from './refresh-entities.ts'
import type { CorrectionBody } from './rules.ts'
import { bonesOf, readSpellings } from './spellings.ts'

/** Who says it, and where it came from. */
export type Giver = { by: string; source?: 'person' | 'import'; batch?: string }
export type Kind = 'merge' | 'split' | 'rename' | 'alias' | 'not-a-name' | 'not-same'
export type GivenForm = { type: EntityType; spelling: string; language?: string | undefined; joins?: boolean }
export type Given = {
  kind: Kind
  entity: string
  other?: string
  body?: CorrectionBody
  forms?: readonly GivenForm[]
}

type Refused = Extract<Decision<never>, { refused: string }>

/** What a person asked for makes no sense as things stand; everything done so far is rolled back. */
export class Refusal extends Error {
  readonly decision: Refused
  constructor(refused: Refused['refused'], detail: string) {
    super(detail)
    this.decision = { refused, detail }
  }
}

/** Runs a correction alone: neither extraction nor placing writes meanwhile. */
export async function correcting<T>(pool: pg.Pool, act: (tx: Queryable) => Promise<T>): Promise<Decision<T>> {
  try {
    return {
      done: await inTransaction(pool, async (tx) => {
        await stopTheLine(tx)
        await readSpellings(tx)
        return act(tx)
      }),
    }
  } catch (error) {
    if (error instanceof Refusal) return error.decision
    throw error
  }
}

/** Keeps corrections, in this order; nothing is shown anew yet. Returns their ids. */
export async function keepCorrections(
  tx: Queryable,
  given: readonly Given[],
  giver: Giver,
): Promise<string[]> {
  const ids = given.map(() => ulid())
  await tx.query(
    `INSERT INTO entity_corrections (id, kind, source, batch, made_by, entity_id, other_id, body)
     SELECT id, kind, $6, $7, $8, entity, other, body::jsonb FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
       WITH ORDINALITY AS t (id, kind, entity, other, body, n) ORDER BY n`,
    [
      ids,
      given.map(({ kind }) => kind),
      given.map(({ entity }) => entity),
      given.map(({ other }) => other ?? null),
      given.map(({ body }) => storableJson(body ?? {})),
      giver.source ?? 'person',
      giver.batch ?? null,
      storable(giver.by),
    ],
  )
  const forms = given.flatMap(({ forms: own }, n) =>
    (own ?? []).map((one) => ({ id: ids[n], ...one, form: storable(formOf(one.spelling, one.type)) })),
  )
  if (forms.length > 0)
    await tx.query(
      `INSERT INTO entity_correction_forms (correction_id, type, form, spelling, language, joins, bones)
       SELECT id, type, form, spelling, language, joins, string_to_array(bones, ' ')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[]) AS f (id, type, form, spelling, language, joins, bones)
       ON CONFLICT DO NOTHING`,
      [
        forms.map(({ id }) => id),
        forms.map(({ type }) => type),
        forms.map(({ form }) => form),
        forms.map(({ spelling }) => storable(spelling)),
        forms.map(({ language }) => language ?? null),
        forms.map(({ joins }) => joins ?? true),
        forms.map(({ form }) => bonesOf(form).join(' ')),
      ],
    )
  return ids
}

/** Shows what corrections that were just kept (or are being taken back, by `undo`) change. */
export async function carryOut(
  tx: Queryable,
  given: readonly Given[],
  undo?: () => Promise<unknown>,
): Promise<void> {
  const reach: Reach = {
    ids: given.flatMap(({ kind, entity, other }) =>
      kind === 'rename' || kind === 'not-same' ? [] : [entity, ...(other === undefined ? [] : [other])],
    ),
    forms: given.flatMap(({ forms }) =>
      (forms ?? []).flatMap(({ type, spelling, joins = true }) =>
        joins ? [{ type, form: formOf(spelling, type) }] : [],
      ),
    ),
    ...(given.length === 1 ? { article: given[0]?.body?.article, source: given[0]?.body?.source } : {}),
  }
  const articles = reach.ids.length > 0 ? await articlesWithin(tx, reach) : []
  await undo?.()
  await refreshEntities(
    tx,
    given.flatMap(({ entity, other }) => (other === undefined ? [entity] : [entity, other])),
  )
  await replay(tx, articles)
  const renamed = given
    .filter(({ kind }) => kind === 'rename' || kind === 'split')
    .map(({ entity }) => entity)
  if (renamed.length > 0) await retellNamesOf(tx, renamed)
}

/** Events tell the name of who is named in them. */
export async function retellNamesOf(tx: Queryable, ids: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT DISTINCT article_id AS id FROM article_entities WHERE entity_id = ANY($1)',
    [ids],
  )
  await retellEventsOf(
    tx,
    rows.map(({ id }) => id),
  )
}

/** The entity, locked; refused when there is none or it was merged away. */
export async function liveEntity(
  tx: Queryable,
  id: string,
): Promise<{ id: string; type: EntityType; name: string; language: string }> {
  const { rows } = await tx.query<{
    id: string
    type: EntityType
    name: string
    language: string
    merged_into: string | null
  }>('SELECT id, type, name, language, merged_into FROM entities WHERE id = $1 FOR NO KEY UPDATE', [id])
  const [row] = rows
  if (!row) throw new Refusal('not-found', `There is no entity "${id}"`)
  const { merged_into: into, ...entity } = row
  if (into !== null) throw new Refusal('conflict', `Entity "${id}" was merged into "${into}" already`)
  return entity
}
