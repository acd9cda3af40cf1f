import type { ApiSource } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { readableAddress, safeHref, withQuery } from '../../format/address.ts'
import { languageName } from '../../format/language-name.ts'
import { formatNumber, shortNumber } from '../../format/numbers.ts'
import { locale, t, tn, wordsFor } from '../../i18n/translate.ts'
import { repairWords } from '../../i18n/repair-words.ts'
import { nowMs } from '../../parts/now.ts'
import { TimeAgo } from '../../parts/time-ago.tsx'
import { settings } from '../../settings/settings.ts'
import { healthOf } from './health.ts'
import { faultWords, pollWords, quietWords, robotsWords } from './source-words.ts'
import { OfferedFeeds, SourceActions } from './source-actions.tsx'

type Props = { source: ApiSource; changed: (source: ApiSource) => void; removed: () => void }

/** One source: how it fares, when it is asked next and why, and what can be done with it. */
export function SourceRow({ source, changed, removed }: Props) {
  const health = healthOf(source)
  const fault =
    source.lastError && (health === 'failing' || health === 'gone') ? faultWords(source) : undefined
  const quiet = quietWords(source, nowMs.value)
  const robots = robotsWords(source)
  const home = safeHref(source.homeUrl)
  // A new source goes by its address until its feed says a name
  const name = source.name === source.feedUrl ? readableAddress(source.name) : source.name
  const language = source.language === undefined ? undefined : languageName(source.language, locale())
  return (
    <tr class={`source health-${health}`}>
      <th scope="row" class="source-name">
        {home ? (
          <a href={home} target="_blank" rel="noopener noreferrer" data-item>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        <span class="source-feed" dir="ltr" title={source.feedUrl}>
          {readableAddress(source.feedUrl)}
        </span>
        {source.folder && source.folder.length > 0 && (
          <span class="quiet">
            <bdi>{source.folder.join(' / ')}</bdi>
          </span>
        )}
        {(source.kind || language) && (
          <span class="quiet">
            {[source.kind && t(`sources.kind.${source.kind}`), language].filter(Boolean).join(' · ')}
          </span>
        )}
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
            {source.lastOutcome && !fault && ` · ${wordsFor('outcome', source.lastOutcome)}`}
            {source.lastStatus !== undefined && (
              <>
                {' · '}
                <bdi class="number">{source.lastStatus}</bdi>
              </>
            )}
          </span>
        )}
        {health === 'silent' && quiet && <span class="source-line">{quiet}</span>}
        {fault && (
          <span class="source-error">
            <bdi>{fault.what}</bdi>
            {fault.todo && <span class="source-line">{fault.todo}</span>}
          </span>
        )}
        {fault?.exact && (
          <details class="fold">
            <summary>{t('sources.exact')}</summary>
            <bdi class="source-line source-exact">{fault.exact}</bdi>
          </details>
        )}
        <OfferedFeeds source={source} changed={changed} />
        {source.repairs.length > 0 && (
          <details class="fold">
            <summary>{tn('sources.repairs', source.repairs.length)}</summary>
            <ul class="repairs">
              {source.repairs.map((repair) => (
                <li key={repair}>
                  <bdi>{repairWords(repair, settings.value.language)}</bdi>
                </li>
              ))}
            </ul>
          </details>
        )}
        {robots && source.robots?.state !== 'unread' && (
          <span class="source-line">
            {robots}
            {source.robots?.rule && (
              <>
                {' '}
                <code dir="ltr">Disallow: {source.robots.rule}</code>
              </>
            )}
            {source.robots?.readAt && (
              <>
                {' · '}
                <TimeAgo at={source.robots.readAt} />
              </>
            )}
          </span>
        )}
      </td>
      <td class="source-next" data-label={t('sources.next')}>
        {source.state === 'active' && source.nextPollAt ? <TimeAgo at={source.nextPollAt} planned /> : '–'}
        {source.nextPollReason && source.state === 'active' && (
          <span class="source-line">
            <bdi>{pollWords(source)}</bdi>
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
