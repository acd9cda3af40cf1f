import type { EventChoice as Choice, EventDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { chooseEvent } from '../../api/event-actions.ts'
import { forgetLists } from '../../api/use-pages.ts'
import { t } from '../../i18n/translate.ts'
import { say, sayError } from '../../shell/toasts.tsx'

const CHOICES: readonly Choice[] = ['followed', 'muted']

/** Two switches of which at most one is on: hear of every development, or never see it in a list again. */
export function EventChoice({
  event,
  changed,
}: {
  event: EventDetail
  changed: (event: EventDetail) => void
}) {
  const [busy, setBusy] = useState(false)
  const choose = async (choice: Choice): Promise<void> => {
    setBusy(true)
    const on = event.choice !== choice
    try {
      changed(await chooseEvent(event.id, choice, on))
      forgetLists('/events')
      say(t(on ? `choice.${choice}.done` : `choice.${choice}.undone`))
    } catch (error) {
      sayError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <p class="event-choice" role="group" aria-label={t('choice.label')}>
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          class={event.choice === choice ? 'button button-small button-main' : 'button button-small'}
          aria-pressed={event.choice === choice}
          disabled={busy}
          onClick={() => void choose(choice)}
        >
          {t(event.choice === choice ? `choice.${choice}.on` : `choice.${choice}`)}
        </button>
      ))}
    </p>
  )
}
