import type { EventDetail, EventList, EventSummary } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { mergeEvents } from '../../api/event-actions.ts'
import { getJson } from '../../api/request.ts'
import { withQuery } from '../../format/address.ts'
import { typedDirection } from '../../format/typed-direction.ts'
import { t, tn } from '../../i18n/translate.ts'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const OFFERED = 8

/** Finds another event by its words and takes it into this one. */
export function MergeForm({ event, merged }: { event: EventDetail; merged: (event: EventDetail) => void }) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<EventSummary[]>()
  const [chosen, setChosen] = useState<EventSummary>()
  const [busy, setBusy] = useState(false)

  const find = async (): Promise<void> => {
    setBusy(true)
    setChosen(undefined)
    try {
      const list = await getJson<EventList>(
        withQuery('/events', { q: words.trim(), choice: 'all', limit: OFFERED + 1 }),
      )
      setFound(list.items.filter(({ id }) => id !== event.id).slice(0, OFFERED))
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  const merge = async (other: EventSummary): Promise<void> => {
    const detail = t('merge.ask.detail', { other: other.title.text, event: event.title.text })
    if (!(await confirmed({ title: t('merge.ask'), detail, yes: t('merge.do') }))) return
    setBusy(true)
    try {
      const whole = await mergeEvents(event.id, other.id)
      say(t('merge.done'))
      setFound(undefined)
      setChosen(undefined)
      merged(whole)
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }

  return (
    <section aria-labelledby="merge-title">
      <h3 id="merge-title">{t('merge.title')}</h3>
      <p class="quiet">{t('merge.line')}</p>
      <form
        class="one-line"
        onSubmit={(submit) => {
          submit.preventDefault()
          void find()
        }}
      >
        <input
          class="input"
          dir={typedDirection(words)}
          required
          value={words}
          aria-label={t('merge.words')}
          placeholder={t('merge.words')}
          onInput={(input) => setWords(input.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {t('merge.find')}
        </button>
      </form>
      {found?.length === 0 && <p class="quiet">{t('merge.none')}</p>}
      {found && found.length > 0 && (
        <fieldset class="choices">
          <legend class="unseen">{t('merge.title')}</legend>
          {found.map((other) => (
            <label key={other.id}>
              <input
                type="radio"
                name="merge"
                checked={chosen?.id === other.id}
                onChange={() => setChosen(other)}
              />
              <span>
                <bdi lang={other.title.lang}>{other.title.text}</bdi>
                <small>{tn('count.articles', other.articleCount)}</small>
              </span>
            </label>
          ))}
          <button
            type="button"
            class="button button-main"
            disabled={!chosen || busy}
            onClick={() => chosen && void merge(chosen)}
          >
            {t('merge.do')}
          </button>
        </fieldset>
      )}
    </section>
  )
}
