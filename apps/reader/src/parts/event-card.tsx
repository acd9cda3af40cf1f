import type { EventSummary } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { t, tn } from '../i18n/translate.ts'
import { interfaceDirection } from '../settings/interface-direction.ts'
import { EntityChips } from './entity-link.tsx'
import { Languages } from './languages.tsx'
import { Picture } from './picture.tsx'
import { Strands } from './strands.tsx'
import { TimeAgo } from './time-ago.tsx'

const NAMED = 3
const SOURCES = 3

/** One event of a list. Its words run in the direction of its title; what the interface says in it keeps its own, and pictures keep their column. */
export function EventCard({ event, lead = false }: { event: EventSummary; lead?: boolean }) {
  const { title } = event
  return (
    <article class={lead ? 'card card-lead' : 'card'}>
      <div class="card-words" dir={title.dir}>
        <h2 class="card-title" lang={title.lang}>
          <Link href={`/events/${encodeURIComponent(event.id)}`} data-item>
            {title.text}
          </Link>
        </h2>
        {event.summary !== '' && (
          <p class="card-summary" lang={title.lang} dir="auto">
            {event.summary}
          </p>
        )}
        <EventFacts event={event} />
        <div class="card-foot">
          <EntityChips entities={event.entities} most={NAMED} />
          <SourceNames event={event} />
        </div>
      </div>
      <Picture url={event.image} kind="thumb" />
    </article>
  )
}

/** How many independent sources and articles, in which languages, when it last moved. */
export function EventFacts({ event }: { event: EventSummary }) {
  const dir = interfaceDirection()
  return (
    <p class="facts">
      <span class="fact fact-sources" dir={dir}>
        <Strands sources={event.independentSourceCount} articles={event.articleCount} />
        <strong>{tn('count.independent', event.independentSourceCount)}</strong>
      </span>
      <span class="fact" dir={dir}>
        {tn('count.articles', event.articleCount)}
      </span>
      {event.choice && (
        <span class={`badge badge-${event.choice}`} dir={dir}>
          {t(`choice.${event.choice}.on`)}
        </span>
      )}
      <Languages tags={event.languages} />
      <span class="fact" dir={dir} title={t('event.lastDevelopment')}>
        <TimeAgo at={event.lastDevelopment} />
      </span>
    </p>
  )
}

function SourceNames({ event }: { event: EventSummary }) {
  const more = event.sources.length - SOURCES
  if (event.sources.length === 0) return null
  return (
    <p class="card-sources dotted">
      {event.sources.slice(0, SOURCES).map((source) => (
        <span key={source.id}>
          <bdi>{source.name}</bdi>
        </span>
      ))}
      {more > 0 && (
        <span>
          <bdi dir={interfaceDirection()}>{tn('count.more', more)}</bdi>
        </span>
      )}
    </p>
  )
}
