import type { Correction, Reading } from '@newsbraid/entities'
import { formOf } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import type { Queryable } from '../transaction.ts'

/** What stands in the `body` of a correction, by kind. */
export type CorrectionBody = {
  these?: string[]
  those?: string[]
  articles?: string[]
  spellings?: string[]
  name?: string
  language?: string
  /** The name of what is left, where the split took the shown one away */
  restName?: string
  formerName?: string
  isWhole?: boolean
  article?: string
  source?: string
  wikidata?: string
}
type Row = {
  id: string
  seq: string
  kind: Correction['kind']
  entity_id: string
  other_id: string | null
  body: CorrectionBody
  type: EntityType | null
  forms: string[] | null
}

const SELECT = `SELECT c.id, c.seq, c.kind, c.entity_id, c.other_id, c.body, min(f.type) AS type, array_agg(f.form) AS forms
  FROM entity_corrections c LEFT JOIN entity_correction_forms f ON f.correction_id = c.id AND f.joins`
const OF_FORMS = `SELECT f.correction_id FROM unnest($1::text[], $2::text[]) AS w (type, form)
  JOIN entity_correction_forms f ON f.type = w.type AND f.form = w.form AND f.joins`
const MAX_STEPS = 100

/**
 * The corrections in force that may say something of these entities and spellings, in their order. `ids` are those that
 * extraction found; where a correction leads on to another entity, what was said of that one is read too.
 */
export async function rulesFor(
  tx: Queryable,
  ids: readonly string[],
  forms: readonly { type: string; form: string }[],
): Promise<Correction[]> {
  const found = new Map<string, Row>()
  const seen = new Set<string>()
  const take = (rows: readonly Row[]) => {
    const reached: string[] = []
    for (const row of rows) {
      found.set(row.id, row)
      const leadsTo = row.kind === 'split' ? row.other_id : row.entity_id
      if (leadsTo !== null && row.kind !== 'not-a-name') reached.push(leadsTo)
    }
    return reached
  }
  const byForm = await tx.query<Row>(
    `${SELECT} WHERE c.undone_at IS NULL AND c.kind IN ('alias', 'not-a-name') AND c.id IN (${OF_FORMS}) GROUP BY c.id`,
    [forms.map(({ type }) => type), forms.map(({ form }) => form)],
  )
  let next = [...new Set([...ids, ...take(byForm.rows)])]
  for (let step = 0; next.length > 0 && step < MAX_STEPS; step++) {
    for (const id of next) seen.add(id)
    const { rows } = await tx.query<Row>(
      `${SELECT} WHERE c.undone_at IS NULL AND
         ((c.kind = 'merge' AND c.other_id = ANY($1)) OR (c.kind IN ('split', 'not-a-name') AND c.entity_id = ANY($1))) GROUP BY c.id`,
      [next],
    )
    next = [...new Set(take(rows))].filter((id) => !seen.has(id))
  }
  return [...found.values()].sort((a, b) => Number(a.seq) - Number(b.seq)).map(correctionOf)
}

/** The rules that may say something of these readings. */
export async function rulesForReadings(tx: Queryable, readings: readonly Reading[]): Promise<Correction[]> {
  const any = await tx.query('SELECT FROM entity_corrections WHERE undone_at IS NULL LIMIT 1')
  if (any.rowCount === 0) return []
  const ids = new Set(readings.flatMap(({ entities }) => entities.map(({ id }) => id)))
  const forms = new Map<string, { type: string; form: string }>()
  const add = (type: EntityType, name: string) => {
    const form = formOf(name, type)
    forms.set(`${type} ${form}`, { type, form })
  }
  for (const { entities, mentions } of readings) {
    for (const { type, name } of entities) add(type, name)
    for (const { entity, surface } of mentions) add(entities[entity]?.type ?? 'person', surface)
  }
  return rulesFor(tx, [...ids], [...forms.values()])
}

function correctionOf({ kind, entity_id: entity, other_id, body, type, forms }: Row): Correction {
  const other = other_id ?? ''
  if (kind === 'merge') return { kind, entity, other }
  if (kind === 'split')
    return {
      kind,
      entity,
      other,
      these: body.these ?? [],
      those: body.those ?? [],
      articles: body.articles ?? [],
    }
  const about = { entity, type: type ?? 'person', forms: (forms ?? []).filter((form) => form !== null) }
  if (kind === 'alias') return { kind, ...about }
  return {
    kind: 'not-a-name',
    ...about,
    isWhole: body.isWhole === true,
    ...(body.article === undefined ? {} : { article: body.article }),
    ...(body.source === undefined ? {} : { source: body.source }),
  }
}
