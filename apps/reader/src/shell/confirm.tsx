import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n/translate.ts'

type Question = {
  title: string
  detail: string
  yes: string
  danger: boolean
  answer: (yes: boolean) => void
}
const question = signal<Question | undefined>(undefined)

/** Asks before something that isn't undone by itself; true when the person said yes. */
export function confirmed(asked: {
  title: string
  detail: string
  yes: string
  danger?: boolean
}): Promise<boolean> {
  return new Promise((answer) => {
    question.value?.answer(false)
    question.value = { danger: false, ...asked, answer }
  })
}

export function ConfirmDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const asked = question.value
  useEffect(() => {
    if (asked && dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [asked])
  if (!asked) return null
  const finish = (yes: boolean): void => {
    question.value = undefined
    asked.answer(yes)
  }
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-detail"
      onClose={() => finish(false)}
    >
      <h2 id="confirm-title">{asked.title}</h2>
      <p id="confirm-detail" dir="auto">
        {asked.detail}
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => finish(false)}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class={asked.danger ? 'button button-danger' : 'button button-main'}
          onClick={() => finish(true)}
        >
          {asked.yes}
        </button>
      </div>
    </dialog>
  )
}
