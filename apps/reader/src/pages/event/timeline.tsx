import type { EventDetail, TimelineItem } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { clockTime, fullTime, shortDate } from '../../format/time.ts'
import { locale, t, tn, wordsFor } from '../../i18n/translate.ts'
import { nowMs } from '../../parts/now.ts'

const OPEN = 8

/** What happened to the event, newest first, one heading a day. */
export function Timeline({ event }: { event: EventDetail }) {
  const items = [...event.timeline].sort((a, b) => b.at.localeCompare(a.at))
  if (items.length === 0) return null
  return (
    <section class="side-box timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('event.timeline')}</h2>
      <Items items={items.slice(0, OPEN)} event={event} />
      {items.length > OPEN && (
        <details class="fold">
          <summary>{tn('event.timeline.earlier', items.length - OPEN)}</summary>
          <Items items={items.slice(OPEN)} event={event} />
        </details>
      )}
    </section>
  )
}

function Items({ items, event }: { items: readonly TimelineItem[]; event: EventDetail }) {
  const articles = new Map(event.articles.map((article) => [article.id, article]))
  const dayOf = (item: TimelineItem | undefined): string =>
    item ? shortDate(item.at, nowMs.value, locale()) : ''
  return (
    <ol>
      {items.map((item, i) => {
        const article = item.articleId === undefined ? undefined : articles.get(item.articleId)
        const day = dayOf(item)
        return (
          <li key={i} class={`moment moment-${item.kind}`}>
            {day !== dayOf(items[i - 1]) && <p class="moment-day">{day}</p>}
            <p class="moment-head">
              <time dateTime={item.at} title={fullTime(item.at, locale())}>
                {clockTime(item.at, locale())}
              </time>
              <span>{wordsFor('timeline', item.kind)}</span>
              {article && <bdi class="moment-source">{article.source.name}</bdi>}
            </p>
            {item.text !== '' && (
              <p class="moment-text" dir="auto" lang={item.lang}>
                {item.articleId === undefined ? (
                  item.text
                ) : (
                  <Link href={`/articles/${encodeURIComponent(item.articleId)}`}>{item.text}</Link>
                )}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
