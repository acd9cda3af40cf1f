import type { EntityDetail } from '@newsbraid/model'
import { useEffect } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { forgetLists } from '../api/use-pages.ts'
import { forget, useResource } from '../api/use-resource.ts'
import { languageName } from '../format/language-name.ts'
import { shortDate } from '../format/time.ts'
import { locale, t, tn, wordsFor } from '../i18n/translate.ts'
import { CountBars } from '../parts/count-bars.tsx'
import { DayPlot } from '../parts/day-plot.tsx'
import { entityHref, EntityType } from '../parts/entity-link.tsx'
import { EventCard } from '../parts/event-card.tsx'
import { FeedLinks } from '../parts/feed-links.tsx'
import { nowMs } from '../parts/now.ts'
import { EmptyState, ErrorState, LoadingState } from '../parts/states.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useTitle } from '../shell/use-title.ts'
import { CorrectEntity } from './entity/correct-entity.tsx'
import { Corrections } from './entity/corrections.tsx'
import { Suggestions } from './entity/suggestions.tsx'

const MOST_SPELLINGS = 12
const MOST_NAMED_WITH = 10

/** One person, place or organisation under all its names. */
export function EntityPage({ id }: { id: string }) {
  const {
    data: entity,
    error,
    loading,
    reload,
    replace,
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
  // Whoever is corrected is told of in lists, events and articles too
  const forgetAll = (): void => {
    for (const path of ['/entities', '/events', '/articles']) {
      forget(path)
      forgetLists(path)
    }
  }
  const changed = (now: EntityDetail): void => {
    forgetAll()
    replace(now)
  }
  const undone = (): void => {
    forgetAll()
    reload()
  }
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
          <CorrectEntity entity={entity} changed={changed} />
        </div>
        <aside class="column-side" aria-label={t('entity.side')}>
          <Suggestions entity={entity} changed={changed} />
          {entity.names.length > 1 && (
            <section class="side-box">
              <h2>{t('entity.names')}</h2>
              <dl class="names-by-language">
                {entity.names.map(({ name, lang }) => (
                  <div key={lang}>
                    <dt>{languageName(lang, locale())}</dt>
                    <dd>
                      <bdi lang={lang}>{name}</bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
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
          {entity.aliases.length > 0 && (
            <section class="side-box">
              <h2>{t('entity.aliases')}</h2>
              <ul class="plain-row">
                {entity.aliases.map(({ name, lang }) => (
                  <li key={name}>
                    <bdi lang={lang}>{name}</bdi>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {entity.titles.length > 0 && (
            <section class="side-box">
              <h2>{t('entity.titles')}</h2>
              <CountBars
                most={MOST_SPELLINGS}
                rows={entity.titles.map(({ title, count, firstSeen, lastSeen }) => ({
                  key: title,
                  name: <bdi>{title}</bdi>,
                  note: period(firstSeen, lastSeen),
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
          <Corrections entity={entity} undone={undone} />
          <FeedLinks base={`/feeds/entities/${encodeURIComponent(entity.id)}`} />
        </aside>
      </div>
    </div>
  )
}

/** From when to when, as days; one day alone stands by itself. */
function period(first: string, last: string): string {
  const [from, to] = [first, last].map((at) => shortDate(at, nowMs.value, locale()))
  return from === to ? `${from}` : t('entity.titles.since', { first: `${from}`, last: `${to}` })
}
