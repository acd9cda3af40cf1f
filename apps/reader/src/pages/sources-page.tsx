import type { ApiSource } from '@newsbraid/model'
import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../api/live.ts'
import { usePages } from '../api/use-pages.ts'
import { t, tn } from '../i18n/translate.ts'
import { EmptyState, ErrorLine, ErrorState, LoadingState } from '../parts/states.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { useTitle } from '../shell/use-title.ts'
import { AddSource } from './sources/add-source.tsx'
import { HEALTHS, type Health, healthOf } from './sources/health.ts'
import { OpmlBox } from './sources/opml-box.tsx'
import { SourceRow } from './sources/source-row.tsx'

const LIMIT = 200

/** Where the news comes from, how each source fares, and what to do about those that don't. */
export function SourcesPage() {
  useTitle(t('sources.title'))
  const sources = usePages<ApiSource>('/sources', { limit: LIMIT })
  const [only, setOnly] = useState<Health>()
  const [changed, setChanged] = useState<ReadonlyMap<string, ApiSource>>(new Map())
  useLive(sources.reload, 20_000, 30_000)
  useEffect(() => setChanged(new Map()), [sources.items])

  const items = sources.items?.map((source) => changed.get(source.id) ?? source)
  const replace = (source: ApiSource): void => setChanged(new Map(changed).set(source.id, source))
  const shown = items?.filter((source) => only === undefined || healthOf(source) === only)
  return (
    <div class="page page-sources">
      <header class="page-head">
        <h1>{t('sources.title')}</h1>
        <p class="page-line">{items ? tn('sources.count', sources.total) : t('sources.line')}</p>
      </header>
      <div class="sources-tools">
        <AddSource added={sources.reload} />
        <OpmlBox imported={sources.reload} />
      </div>
      {items && items.length > 0 && <HealthFilter sources={items} only={only} choose={setOnly} />}
      {items && <ErrorLine error={sources.error} retry={sources.reload} />}
      {!items && sources.error !== undefined && <ErrorState error={sources.error} retry={sources.reload} />}
      {!items && sources.loading && <LoadingState rows={5} />}
      {items?.length === 0 && <EmptyState title={t('sources.none')}>{t('sources.none.todo')}</EmptyState>}
      {shown && shown.length > 0 && (
        <table class="sources">
          <caption class="unseen">{t('sources.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sources.source')}</th>
              <th scope="col">{t('sources.answer')}</th>
              <th scope="col">{t('sources.next')}</th>
              <th scope="col" class="number-cell">
                {t('sources.perDay')}
              </th>
              <th scope="col" class="number-cell">
                {t('sources.articles')}
              </th>
              <th scope="col">
                <span class="unseen">{t('sources.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((source) => (
              <SourceRow key={source.id} source={source} changed={replace} removed={sources.reload} />
            ))}
          </tbody>
        </table>
      )}
      <MoreButton pages={sources} />
    </div>
  )
}

/** How many sources fare how; each count shows just those. */
function HealthFilter({
  sources,
  only,
  choose,
}: {
  sources: readonly ApiSource[]
  only: Health | undefined
  choose: (health: Health | undefined) => void
}) {
  const counts = HEALTHS.map(
    (health) => [health, sources.filter((source) => healthOf(source) === health).length] as const,
  )
  return (
    <div class="health-filter" role="group" aria-label={t('sources.filter')}>
      <button type="button" aria-pressed={only === undefined} onClick={() => choose(undefined)}>
        {t('sources.all')} <bdi class="number">{sources.length}</bdi>
      </button>
      {counts
        .filter(([, count]) => count > 0)
        .map(([health, count]) => (
          <button
            key={health}
            type="button"
            class={`health-${health}`}
            aria-pressed={only === health}
            onClick={() => choose(health)}
          >
            <span class="health-dot" aria-hidden="true" />
            {t(`health.${health}`)} <bdi class="number">{count}</bdi>
          </button>
        ))}
    </div>
  )
}
