import type { ApiSource } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { send } from '../../api/request.ts'
import { readableAddress, safeHref, withQuery } from '../../format/address.ts'
import { languageName } from '../../format/language-name.ts'
import { formatNumber, shortNumber } from '../../format/numbers.ts'
import { locale, t, tn, wordsFor } from '../../i18n/translate.ts'
import { TimeAgo } from '../../parts/time-ago.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'
import { healthOf } from './health.ts'

type Props = { source: ApiSource; changed: (source: ApiSource) => void; removed: () => void }

/** One source: how it fares, when it is asked next and why, and what can be done with it. */
export function SourceRow({ source, changed, removed }: Props) {
  const health = healthOf(source)
  const home = safeHref(source.homeUrl)
  const language = source.language === undefined ? undefined : languageName(source.language, locale())
  return (
    <tr class={`source health-${health}`}>
      <th scope="row" class="source-name">
        {home ? (
          <a href={home} target="_blank" rel="noopener noreferrer" data-item>
            <bdi>{source.name}</bdi>
          </a>
        ) : (
          <bdi>{source.name}</bdi>
        )}
        <span class="source-feed" dir="ltr" title={source.feedUrl}>
          {readableAddress(source.feedUrl)}
        </span>
        {language && <span class="quiet">{language}</span>}
      </th>
      <td data-label={t('sources.answer')}>
        <span class="health">
          <span class="health-dot" aria-hidden="true" />
          {t(`health.${health}`)}
          {source.failures > 1 && ` · ${tn('sources.failures', source.failures)}`}
        </span>
        {source.lastFetchAt && (
          <span class="source-line">
            <TimeAgo at={source.lastFetchAt} />
            {source.lastOutcome && ` · ${wordsFor('outcome', source.lastOutcome)}`}
            {source.lastStatus !== undefined && (
              <>
                {' · '}
                <bdi class="number">{source.lastStatus}</bdi>
              </>
            )}
          </span>
        )}
        {source.lastError && (health === 'failing' || health === 'gone') && (
          <span class="source-error">
            <bdi>{source.lastError}</bdi>
          </span>
        )}
        {source.repairs.length > 0 && (
          <details class="fold">
            <summary>{tn('sources.repairs', source.repairs.length)}</summary>
            <ul class="repairs">
              {source.repairs.map((repair) => (
                <li key={repair}>
                  <bdi>{repair}</bdi>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-label={t('sources.next')}>
        {source.state === 'active' && source.nextPollAt ? <TimeAgo at={source.nextPollAt} /> : '–'}
        {source.nextPollReason && source.state === 'active' && (
          <span class="source-line">
            <bdi>{source.nextPollReason}</bdi>
          </span>
        )}
      </td>
      <td class="number-cell" data-label={t('sources.perDay')}>
        {formatNumber(source.entriesPerDay, locale())}
      </td>
      <td class="number-cell" data-label={t('sources.articles')}>
        {source.articleCount > 0 ? (
          <Link href={withQuery('/', { source: source.id })}>
            {shortNumber(source.articleCount, locale())}
          </Link>
        ) : (
          shortNumber(0, locale())
        )}
      </td>
      <td class="source-actions">
        <SourceActions source={source} changed={changed} removed={removed} />
      </td>
    </tr>
  )
}

function SourceActions({ source, changed, removed }: Props) {
  const [busy, setBusy] = useState(false)
  const at = `/sources/${encodeURIComponent(source.id)}`
  const act = async (action: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await action()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  const poll = (): Promise<void> =>
    act(async () => {
      changed(await send<ApiSource>('POST', `${at}/poll`))
      say(t('sources.polled', { name: source.name }))
    })
  const turn = (state: 'active' | 'paused'): Promise<void> =>
    act(async () => {
      changed(await send<ApiSource>('PATCH', at, { state }))
      say(t(state === 'active' ? 'sources.resumed' : 'sources.paused', { name: source.name }))
    })
  const remove = async (): Promise<void> => {
    const detail = t('sources.delete.detail', { name: source.name })
    if (
      !(await confirmed({ title: t('sources.delete.ask'), detail, yes: t('sources.delete'), danger: true }))
    )
      return
    await act(async () => {
      await send('DELETE', at)
      say(t('sources.deleted', { name: source.name }))
      removed()
    })
  }
  const named = (text: string): string => `${text}: ${source.name}`
  return (
    <div class="actions">
      {source.state === 'active' && (
        <button
          type="button"
          class="button button-small"
          disabled={busy}
          aria-label={named(t('sources.poll'))}
          onClick={() => void poll()}
        >
          {t('sources.poll')}
        </button>
      )}
      <button
        type="button"
        class="button button-small"
        disabled={busy}
        aria-label={named(t(source.state === 'active' ? 'sources.pause' : 'sources.resume'))}
        onClick={() => void turn(source.state === 'active' ? 'paused' : 'active')}
      >
        {t(source.state === 'active' ? 'sources.pause' : 'sources.resume')}
      </button>
      <button
        type="button"
        class="button button-small button-quiet"
        disabled={busy}
        aria-label={named(t('sources.delete'))}
        onClick={() => void remove()}
      >
        {t('sources.delete')}
      </button>
    </div>
  )
}
