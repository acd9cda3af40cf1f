import { correctedId, formOf, keysOf } from '@newsbraid/entities'
import type { AliasEntry, AliasImport, ApiStore, EntityType } from '@newsbraid/model'
import type pg from 'pg'
import { ulid } from 'ulid'
import { storable } from '../storable.ts'
import type { Queryable } from '../transaction.ts'
import { carryOut, correcting, type Given, type GivenForm, keepCorrections } from './give-correction.ts'
import { rulesFor } from './rules.ts'

const AT_ONCE = 200
const SHORTEST = 2

type Options = Parameters<ApiStore['importAliases']>[2]
type Name = GivenForm & { form: string; isLabel: boolean; joins: boolean }
type Read = { entry: AliasEntry; names: Name[] }
type Known = { id: string; articles: number; wikidata: string | null }

/**
 * Makes the names of a file known, as corrections of one batch. An entry is the entity with its Wikidata id, else the one
 * that bears one of its labels (others that do are merged into it), else the only one that bears another of its names,
 * else a new one. A person's single word, a name that two entries claim and one that every country has are known for searching only.
 */
export async function importAliases(
  pool: pg.Pool,
  entries: AsyncIterable<AliasEntry>,
  { by }: { by: string },
  { isAmbiguous, onProgress }: Options,
): Promise<AliasImport> {
  const told: AliasImport = { batch: ulid(), entries: 0, names: 0, created: 0, merged: 0, ambiguous: 0 }
  const giver = { by, source: 'import' as const, batch: told.batch }
  const take = async (read: readonly Read[]) => {
    if (read.length === 0) return
    const decision = await correcting(pool, async (tx) => {
      const { given, created } = await correctionsOf(tx, read)
      await keepCorrections(tx, given, giver)
      await carryOut(tx, given)
      return { created, merged: given.filter(({ kind }) => kind === 'merge').length }
    })
    if (!('done' in decision)) throw new Error(`Cannot import: ${decision.detail}`)
    told.entries += read.length
    told.names += read.reduce((sum, { names }) => sum + names.length, 0)
    told.created += decision.done.created
    told.merged += decision.done.merged
    onProgress?.({ ...told })
  }
  let waiting: Read[] = []
  for await (const entry of entries) {
    const names = namesOf(entry, isAmbiguous)
    told.ambiguous += names.filter(({ spelling }) => isAmbiguous(entry.type, spelling)).length
    waiting.push({ entry, names })
    if (waiting.length < AT_ONCE) continue
    await take(waiting)
    waiting = []
  }
  await take(waiting)
  return told
}

function namesOf({ type, name, language, names }: AliasEntry, isAmbiguous: Options['isAmbiguous']): Name[] {
  const seen = new Map<string, Name>()
  for (const one of [{ name, language, isLabel: true }, ...names]) {
    const spelling = storable(one.name)
    const form = formOf(spelling, type)
    if (form === '' || seen.has(spelling)) continue
    const tells =
      type === 'person' ? form.includes(' ') : form.length >= SHORTEST && !isEveryCountrys(spelling, type)
    seen.set(spelling, {
      type,
      spelling,
      form,
      language: one.language,
      isLabel: one.isLabel,
      joins: tells && !isAmbiguous(type, spelling),
    })
  }
  return [...seen.values()]
}

/** Every country has a ministry of health: without its country the name means none of them. */
const isEveryCountrys = (name: string, type: EntityType): boolean =>
  keysOf(name, type, 'ZZ').some((key) => key.endsWith(' @ZZ'))

async function correctionsOf(
  tx: Queryable,
  read: readonly Read[],
): Promise<{ given: Given[]; created: number }> {
  const bearers = await bearersOf(
    tx,
    read.flatMap(({ names }) => names.filter(({ joins }) => joins)),
  )
  const byWikidata = await knownByWikidata(tx, read)
  const given: Given[] = []
  const taken = new Set<string>()
  let created = 0
  for (const { entry, names } of read) {
    const bearing = (wanted: (name: Name) => boolean): Known[] => {
      const found = names.flatMap((one) =>
        one.joins && wanted(one) ? (bearers.get(`${one.type} ${one.form}`) ?? []) : [],
      )
      return [...new Map(found.map((known) => [known.id, known])).values()]
        .filter(({ id, wikidata }) => !taken.has(id) && (wikidata === null || wikidata === entry.wikidata))
        .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
    }
    const labelled = bearing(({ isLabel }) => isLabel)
    const others = bearing(() => true)
    const known = entry.wikidata === undefined ? undefined : byWikidata.get(entry.wikidata)
    const home = known ?? labelled[0]?.id ?? (others.length === 1 ? others[0]?.id : undefined)
    const id = home ?? ulid()
    if (home === undefined) {
      created++
      await create(tx, id, entry)
    }
    for (const other of labelled) {
      if (other.id === id) continue
      given.push({ kind: 'merge', entity: id, other: other.id })
      taken.add(other.id)
    }
    taken.add(id)
    const body = {
      spellings: names.slice(0, 20).map(({ spelling }) => spelling),
      ...(entry.wikidata === undefined ? {} : { wikidata: entry.wikidata }),
    }
    given.push({ kind: 'alias', entity: id, body, forms: names })
  }
  return { given, created }
}

const create = (tx: Queryable, id: string, { type, name, language = 'und' }: AliasEntry) =>
  tx.query(
    `INSERT INTO entities (id, type, name, language, read_name, read_language, last_seen) VALUES ($1, $2, $3, $4, $3, $4, '-infinity')`,
    [id, type, storable(name), language],
  )

async function knownByWikidata(tx: Queryable, read: readonly Read[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; wikidata: string }>(
    'SELECT id, wikidata FROM entities WHERE wikidata = ANY($1) AND merged_into IS NULL ORDER BY article_count, id DESC',
    [read.flatMap(({ entry }) => entry.wikidata ?? [])],
  )
  return new Map(rows.map(({ id, wikidata }) => [wikidata, id]))
}

/** Who is called so, as corrections have it, by type and form. */
async function bearersOf(tx: Queryable, names: readonly Name[]): Promise<Map<string, Known[]>> {
  const wanted = [names.map(({ type }) => type), names.map(({ form }) => form)]
  const { rows } = await tx.query<{ entity_id: string; type: EntityType; spelling: string; form: string }>(
    `WITH wanted AS (SELECT DISTINCT type, form FROM unnest($1::text[], $2::text[]) AS w (type, form))
     SELECT s.entity_id, s.type, s.spelling, s.form FROM wanted JOIN entity_spellings s USING (type, form) WHERE s.is_name
     UNION SELECT c.entity_id, f.type, f.spelling, f.form FROM wanted JOIN entity_correction_forms f USING (type, form)
       JOIN entity_corrections c ON c.id = f.correction_id WHERE c.kind = 'alias' AND c.undone_at IS NULL AND f.joins`,
    wanted,
  )
  const corrections = await rulesFor(
    tx,
    rows.map((row) => row.entity_id),
    rows,
  )
  const found = rows.flatMap(({ entity_id, type, spelling, form }) => {
    const id = correctedId({ id: entity_id, type, name: spelling }, corrections)
    return id === undefined ? [] : [{ key: `${type} ${form}`, id }]
  })
  const known = await tx.query<Known>(
    'SELECT id, article_count AS articles, wikidata FROM entities WHERE id = ANY($1) AND merged_into IS NULL',
    [[...new Set(found.map(({ id }) => id))]],
  )
  const byId = new Map(known.rows.map((row) => [row.id, row]))
  const bearers = new Map<string, Known[]>()
  for (const { key, id } of found) {
    const one = byId.get(id)
    if (one) bearers.set(key, [...(bearers.get(key) ?? []), one])
  }
  return bearers
}
