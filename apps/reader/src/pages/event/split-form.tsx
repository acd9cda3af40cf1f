import type { EventDetail } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { splitEvent } from '../../api/event-actions.ts'
import { t, tn } from '../../i18n/translate.ts'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

/** Takes chosen articles out of this event into one of their own. */
export function SplitForm({ event, split }: { event: EventDetail; split: (event: EventDetail) => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const all = chosen.size === event.articles.length

  const change = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const run = async (): Promise<void> => {
    const detail = tn('split.ask.detail', chosen.size)
    if (!(await confirmed({ title: t('split.ask'), detail, yes: t('split.do') }))) return
    setBusy(true)
    try {
      const done = await splitEvent(event.id, [...chosen])
      say(t('split.done'), { text: t('split.see'), href: `/events/${encodeURIComponent(done.split.id)}` })
      setChosen(new Set())
      split(done.event)
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }

  return (
    <section aria-labelledby="split-title">
      <h3 id="split-title">{t('split.title')}</h3>
      <p class="quiet">{t('split.line')}</p>
      <fieldset class="choices">
        <legend class="unseen">{t('split.title')}</legend>
        {event.articles.map((article) => (
          <label key={article.id}>
            <input
              type="checkbox"
              checked={chosen.has(article.id)}
              onChange={(input) => change(article.id, input.currentTarget.checked)}
            />
            <span>
              <bdi lang={article.lang}>{article.title}</bdi>
              <small>
                <bdi>{article.source.name}</bdi>
              </small>
            </span>
          </label>
        ))}
        <button
          type="button"
          class="button button-main"
          disabled={chosen.size === 0 || all || busy}
          onClick={() => void run()}
        >
          {t('split.do')}
        </button>
        {all && <p class="quiet">{t('split.all')}</p>}
      </fieldset>
    </section>
  )
}
