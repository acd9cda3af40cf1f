import { formOf } from '@newsbraid/entities'
import type { EntityType } from '@newsbraid/model'
import { skeleton } from '@newsbraid/text'
import type { Queryable } from '../transaction.ts'

const AT_ONCE = 2000

/** Consonant skeletons of the words of a normal form, under which its spellings in other scripts are found. */
export const bonesOf = (form: string): string[] => [
  ...new Set(form.split(' ').map((word) => skeleton(word) || word)),
]

/** Fills in form and bones of spellings that nobody has looked for yet. */
export async function readSpellings(tx: Queryable): Promise<void> {
  for (;;) {
    const { rows } = await tx.query<{ entity_id: string; type: EntityType; spelling: string }>(
      'SELECT entity_id, type, spelling FROM entity_spellings WHERE form IS NULL ORDER BY entity_id, spelling LIMIT $1',
      [AT_ONCE],
    )
    if (rows.length === 0) return
    const forms = rows.map(({ type, spelling }) => formOf(spelling, type))
    await tx.query(
      `UPDATE entity_spellings s SET form = f.form, bones = string_to_array(f.bones, ' ')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS f (entity_id, spelling, form, bones)
       WHERE s.entity_id = f.entity_id AND s.spelling = f.spelling`,
      [
        rows.map(({ entity_id }) => entity_id),
        rows.map(({ spelling }) => spelling),
        forms,
        forms.map((form) => bonesOf(form).join(' ')),
      ],
    )
  }
}
