import type { EntityDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { typedDirection } from '../../format/typed-direction.ts'
import { say, sayError } from '../../shell/toasts.tsx'

type Props = {
  id: string
  title: string
  line: string
  label: string
  action: string
  done: string
  give: (name: string) => Promise<EntityDetail>
  changed: (entity: EntityDetail) => void
}

/** One name to type and to give: another to be shown, or another to be known. */
export function NameForm({ id, title, line, label, action, done, give, changed }: Props) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const entity = await give(name.trim())
      setName('')
      say(done)
      changed(entity)
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p class="quiet">{line}</p>
      <form
        class="one-line"
        onSubmit={(submit) => {
          submit.preventDefault()
          if (name.trim() !== '') void run()
        }}
      >
        <input
          class="input"
          dir={typedDirection(name)}
          required
          maxLength={200}
          value={name}
          aria-label={label}
          placeholder={label}
          onInput={(input) => setName(input.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {action}
        </button>
      </form>
    </section>
  )
}
