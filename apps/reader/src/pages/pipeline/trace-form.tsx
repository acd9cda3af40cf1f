import type { Trace } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { getJson } from '../../api/request.ts'
import { readableAddress, withQuery } from '../../format/address.ts'
import { t } from '../../i18n/translate.ts'
import { ErrorState } from '../../parts/states.tsx'
import { TraceSteps } from '../article/trace-steps.tsx'
import { typedAddress } from '../sources/typed-address.ts'

/** Where is my article? Follows one address through the line. */
export function TraceForm() {
  const [typed, setTyped] = useState('')
  const [trace, setTrace] = useState<Trace>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const follow = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    setTrace(undefined)
    try {
      setTrace(
        await getJson<Trace>(withQuery('/pipeline/trace', { url: typedAddress(typed) ?? typed.trim() })),
      )
    } catch (caught) {
      setError(caught)
    }
    setBusy(false)
  }
  return (
    <section aria-labelledby="trace-title" class="trace">
      <h2 id="trace-title" class="section-title">
        {t('trace.form')}
      </h2>
      <form
        class="one-line"
        onSubmit={(event) => {
          event.preventDefault()
          void follow()
        }}
      >
        <input
          class="input"
          dir="ltr"
          inputMode="url"
          required
          value={typed}
          aria-label={t('trace.address')}
          placeholder={t('trace.address')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={busy}>
          {t('trace.do')}
        </button>
      </form>
      <div aria-live="polite">
        {error !== undefined && <ErrorState error={error} />}
        {trace && (
          <div class="trace-found">
            <p>
              <bdi class="address" dir="ltr">
                {readableAddress(trace.canonicalUrl)}
              </bdi>
            </p>
            <TraceSteps steps={trace.steps} titled={false} />
            <p class="plain-row">
              {trace.articleId && (
                <Link href={`/articles/${encodeURIComponent(trace.articleId)}`}>{t('trace.article')}</Link>
              )}
              {trace.eventId && (
                <Link href={`/events/${encodeURIComponent(trace.eventId)}`}>{t('article.event')}</Link>
              )}
            </p>
          </div>
        )}
      </div>
    </section>
  )
}
