import type { EntityCorrection, EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { undoCorrection } from '../../api/entity-actions.ts'
import { t, wordsFor } from '../../i18n/translate.ts'
import { TimeAgo } from '../../parts/time-ago.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const MOST_NAMES = 6

/** What people and imports said of this entity, each to be taken back. */
export function Corrections({ entity, undone }: { entity: EntityDetail; undone: () => void }) {
  const [busy, setBusy] = useState(false)
  if (entity.corrections.length === 0) return null
  const undo = async (correction: EntityCorrection): Promise<void> => {
    const detail = t('entity.corrections.ask.detail')
    if (!(await confirmed({ title: t('entity.corrections.ask'), detail, yes: t('entity.corrections.undo') })))
      return
    setBusy(true)
    try {
      await undoCorrection(correction.id)
      say(t('entity.corrections.undone'))
      undone()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <section class="side-box" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('entity.corrections')}</h2>
      <ul class="plain-list">
        {entity.corrections.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{wordsFor('correction', one.kind)}</strong>{' '}
              <bdi dir="auto">{whatOf(one, entity.id)}</bdi>
            </p>
            <p class="quiet">
              <bdi>{whoSaid(one)}</bdi> · <TimeAgo at={one.at} />
            </p>
            <button
              type="button"
              class="button button-small"
              disabled={busy}
              aria-label={`${t('entity.corrections.undo')}: ${wordsFor('correction', one.kind)} ${whatOf(one, entity.id)}`}
              onClick={() => void undo(one)}
            >
              {t('entity.corrections.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whom or what it speaks of, as seen from this entity. */
function whatOf({ entity, other, name, spellings, within }: EntityCorrection, id: string): string {
  if (name !== undefined) return name
  const names = spellings.slice(0, MOST_NAMES).join(' · ')
  const counterpart = other === undefined ? undefined : other.id === id ? entity.name : other.name
  return [counterpart ?? names, ...(within ? [`(${within.name})`] : [])].join(' ')
}

/** The API's word for somebody who gave no name */
const SOMEBODY = 'a person'
const whoSaid = ({ source, by }: EntityCorrection): string =>
  source === 'import'
    ? t('entity.corrections.import', { by })
    : by === SOMEBODY
      ? t('entity.corrections.person')
      : by
