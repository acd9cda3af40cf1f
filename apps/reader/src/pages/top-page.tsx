import type { EventSummary } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { Link, useSearch } from 'wouter-preact'
import { getJson } from '../api/request.ts'
import { useLive } from '../api/live.ts'
import { type Page, usePages } from '../api/use-pages.ts'
import { withQuery } from '../format/address.ts'
import { countFresh } from '../grouping/count-fresh.ts'
import { t, tn } from '../i18n/translate.ts'
import { EventCard } from '../parts/event-card.tsx'
import { FeedLinks } from '../parts/feed-links.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { EmptyState, ErrorLine, ErrorState, LoadingState } from '../parts/states.tsx'
import { settings } from '../settings/settings.ts'
import { useTitle } from '../shell/use-title.ts'
import { MostNamed } from './top/most-named.tsx'
import { readFilters, TopFilters } from './top/top-filters.tsx'

const LIVE_LEAST_MS = 20_000
const LIVE_POLL_MS = 90_000
const FILLING_LEAST_MS = 3_000
const FILLING_POLL_MS = 15_000
/** Pixels from the top within which nobody has begun to read down the list */
const STILL_AT_TOP = 200

/** What is happening, one entry an event. */
export function TopPage() {
  useTitle(t('top.title'))
  const filters = readFilters(useSearch())
  const query = { ...filters, limit: settings.value.pageSize }
  const events = usePages<EventSummary>('/events', query)
  const [fresh, setFresh] = useState(0)
  const { items } = events

  // While the first events come in there is nothing to lose one's place in: the list fills by itself
  const isFilling = items !== undefined && items.length < settings.value.pageSize
  const look = (): void => {
    if (!items) return
    if (isFilling && scrollY < STILL_AT_TOP) return events.reload()
    getJson<Page<EventSummary>>(withQuery('/events', query))
      .then((page) => setFresh(countFresh(items, page.items)))
      // The list on the screen stays; its own next request will say what is wrong
      .catch(() => setFresh(0))
  }
  useLive(look, isFilling ? FILLING_LEAST_MS : LIVE_LEAST_MS, isFilling ? FILLING_POLL_MS : LIVE_POLL_MS)
  const showFresh = (): void => {
    setFresh(0)
    events.reload()
    scrollTo({ top: 0 })
  }

  return (
    <div class="page page-top">
      <header class="page-head">
        <h1>{t('top.title')}</h1>
        <p class="page-line">{items ? tn('top.count', events.total) : t('brand.line')}</p>
      </header>
      <TopFilters filters={filters} languages={items?.flatMap(({ languages }) => languages) ?? []} />
      {filters.source && <SourceFilter id={filters.source} events={items ?? []} />}
      <div class="columns">
        <section class="column-main" aria-label={t('top.title')} aria-busy={events.loading}>
          {fresh > 0 && (
            <button type="button" class="fresh" onClick={showFresh}>
              {tn('top.fresh', fresh)}
            </button>
          )}
          {items && <ErrorLine error={events.error} retry={events.reload} />}
          {!items && events.error !== undefined && <ErrorState error={events.error} retry={events.reload} />}
          {!items && events.loading && <LoadingState rows={6} />}
          {items?.length === 0 && <NoEvents filtered={Object.values(filters).some(Boolean)} />}
          {items && items.length > 0 && (
            <ol class="cards">
              {items.map((event, i) => (
                <li key={event.id}>
                  <EventCard event={event} lead={i === 0 && !filters.q} />
                </li>
              ))}
            </ol>
          )}
          <MoreButton pages={events} />
        </section>
        <aside class="column-side" aria-label={t('top.side')}>
          {items && items.length > 0 && <MostNamed events={items} />}
          <FeedLinks base="/feeds/top" query={{ q: filters.q, lang: filters.lang, choice: filters.choice }} />
        </aside>
      </div>
    </div>
  )
}

/** Says that only one source's events are shown, and leads back to all. */
function SourceFilter({ id, events }: { id: string; events: readonly EventSummary[] }) {
  const name = events.flatMap(({ sources }) => sources).find((source) => source.id === id)?.name ?? id
  return (
    <p class="only-source">
      <bdi>{t('filter.source', { name })}</bdi>
      <Link href="/">{t('filter.source.clear')}</Link>
    </p>
  )
}

function NoEvents({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title={t('top.none.filtered')}>{t('top.none.filtered.todo')}</EmptyState>
  ) : (
    <EmptyState title={t('top.none')}>{t('top.none.todo')}</EmptyState>
  )
}
