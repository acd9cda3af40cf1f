import type { EventDetail } from '@newsbraid/model'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { useLive } from '../api/live.ts'
import { useResource } from '../api/use-resource.ts'
import { foldCopies } from '../grouping/fold-copies.ts'
import { t, tn } from '../i18n/translate.ts'
import { EntityChips } from '../parts/entity-link.tsx'
import { EventFacts } from '../parts/event-card.tsx'
import { FeedLinks } from '../parts/feed-links.tsx'
import { Picture } from '../parts/picture.tsx'
import { ErrorLine, ErrorState, LoadingState } from '../parts/states.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useTitle } from '../shell/use-title.ts'
import { CorrectGrouping } from './event/correct-grouping.tsx'
import { EventChoice } from './event/event-choice.tsx'
import { Disagreements, Figures } from './event/figures.tsx'
import { RelatedEvents } from './event/related-events.tsx'
import { StrandCard } from './event/strand-card.tsx'
import { Timeline } from './event/timeline.tsx'

/** One event: what is known, who says it, and why these articles stand together. */
export function EventPage({ id }: { id: string }) {
  const path = `/events/${encodeURIComponent(id)}`
  const { data: event, error, loading, reload, replace } = useResource<EventDetail>(path)
  const [, go] = useLocation()
  useTitle(event?.title.text)
  useLive(reload, 15_000, 120_000)
  // A merged event answers with the one that took it in
  useEffect(() => {
    if (event && event.id !== id) go(`/events/${encodeURIComponent(event.id)}`, { replace: true })
  }, [event?.id])

  if (!event)
    return (
      <div class="page">
        {loading ? <LoadingState rows={5} /> : <ErrorState error={error} retry={reload} />}
      </div>
    )
  const strands = foldCopies(event)
  return (
    <div class="page page-event">
      <ErrorLine error={error} retry={reload} />
      <header class="event-head" dir={event.title.dir}>
        <h1 class="headline" lang={event.title.lang}>
          {event.title.text}
        </h1>
        {event.summary !== '' && (
          <p class="standfirst" lang={event.title.lang} dir="auto">
            {event.summary}
          </p>
        )}
        <EventFacts event={event} />
        <EntityChips entities={event.entities} most={14} />
        <EventChoice event={event} changed={replace} />
      </header>
      <div class="columns">
        <div class="column-main">
          <Picture url={event.image} kind="wide" />
          <Disagreements event={event} />
          <section aria-labelledby="reports-title">
            <h2 id="reports-title" class="section-title">
              {t('event.reports')}{' '}
              <span class="section-count">{tn('count.independent', event.independentSourceCount)}</span>
            </h2>
            <ol class="strands-list">
              {strands.map((strand, i) => (
                <li key={strand.source.id}>
                  <StrandCard strand={strand} colour={i % 3} entities={event.entities} />
                </li>
              ))}
            </ol>
          </section>
          <CorrectGrouping event={event} changed={replace} />
        </div>
        <aside class="column-side" aria-label={t('event.side')}>
          <dl class="side-box pairs">
            <div>
              <dt>{t('event.firstSeen')}</dt>
              <dd>
                <TimeAgo at={event.firstSeen} />
              </dd>
            </div>
            <div>
              <dt>{t('event.lastDevelopment')}</dt>
              <dd>
                <TimeAgo at={event.lastDevelopment} />
              </dd>
            </div>
          </dl>
          <Timeline event={event} />
          <Figures event={event} />
          <RelatedEvents event={event} />
          <FeedLinks base={`/feeds/events/${encodeURIComponent(event.id)}`} />
        </aside>
      </div>
    </div>
  )
}
