import type { Queryable } from '../transaction.ts'
import type { CorrectionBody } from './rules.ts'

type Row = { kind: string; entity_id: string; other_id: string | null; undone: boolean; body: CorrectionBody }

/** Name, language, Wikidata id and redirect of these entities as the corrections in force have them. */
export async function refreshEntities(tx: Queryable, ids: readonly string[]): Promise<void> {
  const { rows } = await tx.query<Row>(
    `SELECT kind, entity_id, other_id, undone_at IS NOT NULL AS undone, body FROM entity_corrections
     WHERE kind <> 'not-same' AND (entity_id = ANY($1) OR other_id = ANY($1)) ORDER BY seq`,
    [ids],
  )
  const told = [...new Set(ids)].sort().map((id) => {
    const own = rows.filter(({ entity_id, other_id }) => entity_id === id || other_id === id)
    const inForce = own.filter(({ undone }) => !undone)
    const naming = inForce.filter((row) => row.entity_id === id && nameIn(row) !== undefined).at(-1)
    return {
      id,
      name: naming ? nameIn(naming)! : null,
      language: naming?.body.language ?? null,
      wikidata: inForce.findLast((row) => row.entity_id === id && row.body.wikidata)?.body.wikidata ?? null,
      merged: redirectOf(id, own, inForce),
    }
  })
  await tx.query(
    `UPDATE entities SET is_named = t.name IS NOT NULL, name = coalesce(t.name, read_name, entities.name),
       language = coalesce(t.language, read_language, entities.language), wikidata = t.wikidata, merged_into = t.merged
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS t (id, name, language, wikidata, merged) WHERE entities.id = t.id`,
    [
      told.map(({ id }) => id),
      told.map(({ name }) => name),
      told.map(({ language }) => language),
      told.map(({ wikidata }) => wikidata),
      told.map(({ merged }) => merged),
    ],
  )
}

const nameIn = ({ kind, body }: Row): string | undefined =>
  kind === 'rename' ? body.name : kind === 'split' ? body.restName : undefined

/** Where a merge sent it; one that a split had made leads back to where it came from when the split is undone. */
function redirectOf(id: string, own: readonly Row[], inForce: readonly Row[]): string | null {
  const merge = inForce.findLast(({ kind, other_id }) => kind === 'merge' && other_id === id)
  if (merge) return merge.entity_id
  const undoneSplit = own.find(({ kind, other_id, undone }) => kind === 'split' && other_id === id && undone)
  const holdsOthers = inForce.some(
    ({ kind, entity_id }) => (kind === 'merge' || kind === 'alias') && entity_id === id,
  )
  return undoneSplit && !holdsOthers ? undoneSplit.entity_id : null
}
