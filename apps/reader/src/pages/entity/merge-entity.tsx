import type { EntityDetail, EntityList } from '@newsbraid/model'
import { mergeEntities } from '../../api/entity-actions.ts'
import { getJson } from '../../api/request.ts'
import { withQuery } from '../../format/address.ts'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { MergePicker } from '../../parts/merge-picker.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** Finds another entity by a name in any script and takes it into this one. */
export function MergeEntity({ entity, changed }: Props) {
  return (
    <MergePicker
      id={entity.id}
      words={{
        title: t('entity.merge'),
        line: t('entity.merge.line'),
        words: t('entity.merge.words'),
        none: t('entity.merge.none'),
        yes: t('entity.merge.do'),
      }}
      find={(q, limit) => getJson<EntityList>(withQuery('/entities', { q, limit }))}
      told={(other) => (
        <>
          <bdi lang={other.lang}>{other.name}</bdi>
          <small>
            {wordsFor('type', other.type)} · {tn('count.articles', other.articleCount)}
          </small>
        </>
      )}
      merge={(other) => mergedByWord(entity, other, changed)}
    />
  )
}

/** Asks, merges and says so; true when it was done. */
export async function mergedByWord(
  entity: EntityDetail,
  other: { id: string; name: string },
  changed: (entity: EntityDetail) => void,
): Promise<boolean> {
  const detail = t('entity.merge.ask.detail', { other: other.name, name: entity.name })
  if (!(await confirmed({ title: t('entity.merge.ask'), detail, yes: t('entity.merge.do') }))) return false
  try {
    const whole = await mergeEntities(entity.id, other.id)
    say(t('entity.merge.done'))
    changed(whole)
    return true
  } catch (error) {
    sayError(error)
    return false
  }
}
