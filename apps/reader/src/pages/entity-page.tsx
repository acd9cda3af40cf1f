import type { EntityDetail } from '@newsbraid/model'
import { useEffect } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { useResource } from '../api/use-resource.ts'
import { languageName } from '../format/language-name.ts'
import { locale, t, tn, wordsFor } from '../i18n/translate.ts'
import { CountBars } from '../parts/count-bars.tsx'
import { DayPlot } from '../parts/day-plot.tsx'
import { entityHref, EntityType } from '../parts/entity-link.tsx'
import { EventCard } from '../parts/event-card.tsx'
import { FeedLinks } from '../parts/feed-links.tsx'
import { EmptyState, ErrorState, LoadingState } from '../parts/states.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useTitle } from '../shell/use-title.ts'

const MOST_SPELLINGS = 12
const MOST_NAMED_WITH = 10

/** One person, place or organisation under all its names. */
export function EntityPage({ id }: { id: string }) {
  const {
    data: entity,
    error,
    loading,
    reload,
  } = useResource<EntityDetail>(`/entities/${encodeURIComponent(id)}`)
  const [, go] = useLocation()
  useTitle(entity?.name)
  // A merged entity answers with the one that took it in
  useEffect(() => {
    if (entity && entity.id !== id) go(entityHref(entity.id), { replace: true })
  }, [entity?.id])
  if (!entity)
    return (
      <div class="page">
        {loading ? <LoadingState rows={5} /> : <ErrorState error={error} retry={reload} />}
      </div>
    )
  return (
    <div class="page page-entity">
      <header class="entity-head">
        <p class="entity-kind">
          <EntityType type={entity.type} />
          <span aria-hidden="true">{wordsFor('type', entity.type)}</span>
        </p>
        <h1 class="headline" lang={entity.lang}>
          <bdi>{entity.name}</bdi>
        </h1>
        <p class="facts">
          <span class="fact">
            <strong>{tn('count.articles', entity.articleCount)}</strong>
          </span>
          <span class="fact">{tn('count.mentions', entity.mentionCount)}</span>
          <span class="fact">
            {t('entity.lastSeen')} <TimeAgo at={entity.lastSeen} />
          </span>
        </p>
      </header>
      <div class="columns">
        <div class="column-main">
          <section aria-labelledby="mentions-title">
            <h2 id="mentions-title" class="section-title">
              {t('entity.overTime')}
            </h2>
            <DayPlot days={entity.mentionsByDay} label={t('entity.overTime.label', { name: entity.name })} />
          </section>
          <section aria-labelledby="events-title">
            <h2 id="events-title" class="section-title">
              {t('entity.events')}{' '}
              <span class="section-count">{tn('count.events', entity.events.length)}</span>
            </h2>
            {entity.events.length === 0 && <EmptyState title={t('entity.events.none')} />}
            <ol class="cards">
              {entity.events.map((event) => (
                <li key={event.id}>
                  <EventCard event={event} />
                </li>
              ))}
            </ol>
          </section>
        </div>
        <aside class="column-side" aria-label={t('entity.side')}>
          <section class="side-box">
            <h2>{t('entity.spellings')}</h2>
            <CountBars
              most={MOST_SPELLINGS}
              rows={entity.spellings.map(({ surface, lang, count }) => ({
                key: `${lang} ${surface}`,
                name: <bdi lang={lang}>{surface}</bdi>,
                note: languageName(lang, locale()),
                count,
              }))}
            />
          </section>
          {entity.titles.length > 0 && (
            <section class="side-box">
              <h2>{t('entity.titles')}</h2>
              <CountBars
                most={MOST_SPELLINGS}
                rows={entity.titles.map(({ title, count }) => ({
                  key: title,
                  name: <bdi>{title}</bdi>,
                  count,
                }))}
              />
            </section>
          )}
          {entity.namedWith.length > 0 && (
            <section class="side-box">
              <h2>{t('entity.namedWith')}</h2>
              <CountBars
                most={MOST_NAMED_WITH}
                rows={entity.namedWith.map((other) => ({
                  key: other.id,
                  name: (
                    <Link href={entityHref(other.id)}>
                      <bdi>{other.name}</bdi>
                    </Link>
                  ),
                  note: wordsFor('type', other.type),
                  count: other.articles,
                }))}
              />
            </section>
          )}
          <FeedLinks base={`/feeds/entities/${encodeURIComponent(entity.id)}`} />
        </aside>
      </div>
    </div>
  )
}
