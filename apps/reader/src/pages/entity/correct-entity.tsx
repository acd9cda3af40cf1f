import type { EntityDetail } from '@newsbraid/model'
import { t } from '../../i18n/translate.ts'
import { MergeEntity } from './merge-entity.tsx'
import { NameForm } from './name-form.tsx'
import { NotAName } from './not-a-name.tsx'
import { SplitEntity } from './split-entity.tsx'
import { aliasEntity, renameEntity } from '../../api/entity-actions.ts'

type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** A person's own word on who is who; the machine never overwrites it. */
export function CorrectEntity({ entity, changed }: Props) {
  return (
    <details class="correct">
      <summary>{t('entity.correct')}</summary>
      <p class="quiet">{t('entity.correct.line')}</p>
      <div class="correct-forms">
        <NameForm
          id="rename"
          title={t('entity.rename')}
          line={t('entity.rename.line')}
          label={t('entity.rename.name')}
          action={t('entity.rename.do')}
          done={t('entity.rename.done')}
          give={(name) => renameEntity(entity.id, name)}
          changed={changed}
        />
        <NameForm
          id="alias"
          title={t('entity.alias')}
          line={t('entity.alias.line')}
          label={t('entity.alias.name')}
          action={t('entity.alias.do')}
          done={t('entity.alias.done')}
          give={(alias) => aliasEntity(entity.id, alias)}
          changed={changed}
        />
        <MergeEntity entity={entity} changed={changed} />
        {(entity.spellings.length > 1 || entity.articleCount > 1) && (
          <SplitEntity entity={entity} changed={changed} />
        )}
        <NotAName entity={entity} changed={changed} />
      </div>
    </details>
  )
}
