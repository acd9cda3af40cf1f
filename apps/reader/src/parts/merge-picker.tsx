import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { typedDirection } from '../format/typed-direction.ts'
import { t } from '../i18n/translate.ts'
import { sayError } from '../shell/toasts.tsx'

const OFFERED = 8

export type MergeWords = { title: string; line: string; words: string; none: string; yes: string }
type Props<T extends { id: string }> = {
  /** The one that takes the other in; never offered */
  id: string
  words: MergeWords
  /** Answers with what the words find, `limit` at most */
  find: (words: string, limit: number) => Promise<{ items: T[] }>
  told: (other: T) => ComponentChildren
  /** Asks and merges; true when it was done */
  merge: (other: T) => Promise<boolean>
}

/** Finds another thing of the same kind by its words, lets one be chosen, and merges it. */
export function MergePicker<T extends { id: string }>({ id, words: said, find, told, merge }: Props<T>) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<T[]>()
  const [chosen, setChosen] = useState<T>()
  const [busy, setBusy] = useState(false)

  const look = async (): Promise<void> => {
    setBusy(true)
    setChosen(undefined)
    try {
      const { items } = await find(words.trim(), OFFERED + 1)
      setFound(items.filter((one) => one.id !== id).slice(0, OFFERED))
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  const take = async (other: T): Promise<void> => {
    setBusy(true)
    const done = await merge(other)
    setBusy(false)
    if (!done) return
    setFound(undefined)
    setChosen(undefined)
    setWords('')
  }

  return (
    <section aria-labelledby="merge-title">
      <h3 id="merge-title">{said.title}</h3>
      <p class="quiet">{said.line}</p>
      <form
        class="one-line"
        onSubmit={(submit) => {
          submit.preventDefault()
          void look()
        }}
      >
        <input
          class="input"
          dir={typedDirection(words)}
          required
          value={words}
          aria-label={said.words}
          placeholder={said.words}
          onInput={(input) => setWords(input.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {t('merge.find')}
        </button>
      </form>
      {found?.length === 0 && <p class="quiet">{said.none}</p>}
      {found && found.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{said.title}</legend>
          {found.map((other) => (
            <label key={other.id}>
              <input
                type="radio"
                name="merge"
                checked={chosen?.id === other.id}
                onChange={() => setChosen(other)}
              />
              <span>{told(other)}</span>
            </label>
          ))}
          <button
            type="button"
            class="button button-main"
            disabled={!chosen || busy}
            onClick={() => chosen && void take(chosen)}
          >
            {said.yes}
          </button>
        </fieldset>
      )}
    </section>
  )
}
