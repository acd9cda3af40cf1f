import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../i18n/translate.ts'

type Question = {
  title: string
  detail: string
  yes: string
  danger: boolean
  choices: readonly Choice[]
  /** The value chosen, or undefined for no */
  answer: (chosen: string | undefined) => void
}
/** One way of going on; `facts` says what it means. */
export type Choice = { value: string; label: string; facts?: readonly string[] }
type Asked = { title: string; detail: string; yes: string; danger?: boolean }
const question = signal<Question | undefined>(undefined)

/** Asks before something that isn't undone by itself; true when the person said yes. */
export async function confirmed(asked: Asked): Promise<boolean> {
  return (await chosen({ ...asked, choices: [] })) !== undefined
}

/** Asks like `confirmed`, and in which of some ways, the first being proposed; undefined when the person said no. */
export function chosen(asked: Asked & { choices: readonly Choice[] }): Promise<string | undefined> {
  const before = document.activeElement
  return new Promise((resolve) => {
    question.value?.answer(undefined)
    const answer = (value: string | undefined): void => {
      resolve(value)
      // Whoever uses the keyboard goes on from where the question was asked
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.isConnected && before.focus())
    }
    question.value = { danger: false, ...asked, answer }
  })
}

export function ConfirmDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const asked = question.value
  const [value, setValue] = useState('')
  useEffect(() => {
    setValue(asked?.choices[0]?.value ?? '')
    if (asked && dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [asked])
  if (!asked) return null
  const finish = (yes: boolean): void => {
    question.value = undefined
    asked.answer(yes ? value : undefined)
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
      {asked.choices.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{asked.title}</legend>
          {asked.choices.map((choice) => (
            <label key={choice.value} class="choice">
              <input
                type="radio"
                name="choice"
                checked={value === choice.value}
                onChange={() => setValue(choice.value)}
              />
              <span>
                {choice.label}
                {choice.facts && choice.facts.length > 0 && (
                  <ul class="quiet">
                    {choice.facts.map((fact) => (
                      <li key={fact}>{fact}</li>
                    ))}
                  </ul>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
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
