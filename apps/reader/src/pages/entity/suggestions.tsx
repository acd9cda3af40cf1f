import type { EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { notSame } from '../../api/entity-actions.ts'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { entityHref } from '../../parts/entity-link.tsx'
import { say, sayError } from '../../shell/toasts.tsx'
import { mergedByWord } from './merge-entity.tsx'

type Props = { entity: EntityDetail; changed: (entity: EntityDetail) => void }

/** Who may be the same, for a person to decide. */
export function Suggestions({ entity, changed }: Props) {
  const [busy, setBusy] = useState(false)
  if (entity.suggestions.length === 0) return null
  const refuse = async (id: string): Promise<void> => {
    setBusy(true)
    try {
      const left = await notSame(entity.id, id)
      say(t('entity.suggestions.refused'))
      changed(left)
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <section class="side-box" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{t('entity.suggestions')}</h2>
      <p class="quiet">{t('entity.suggestions.line')}</p>
      <ul class="plain-list">
        {entity.suggestions.map((other) => (
          <li key={other.id}>
            <p>
              <Link href={entityHref(other.id)}>
                <bdi>{other.name}</bdi>
              </Link>{' '}
              <small class="quiet">
                {wordsFor('type', other.type)} · {tn('count.articles', other.articles)}
              </small>
            </p>
            <p class="button-row">
              <button
                type="button"
                class="button"
                disabled={busy}
                aria-label={`${t('entity.suggestions.same')}: ${other.name}`}
                onClick={() => void mergedByWord(entity, other, changed)}
              >
                {t('entity.suggestions.same')}
              </button>
              <button
                type="button"
                class="button"
                disabled={busy}
                aria-label={`${t('entity.suggestions.not')}: ${other.name}`}
                onClick={() => void refuse(other.id)}
              >
                {t('entity.suggestions.not')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
