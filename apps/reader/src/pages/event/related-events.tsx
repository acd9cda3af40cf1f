import type { EventDetail } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { t, tn } from '../../i18n/translate.ts'
import { TimeAgo } from '../../parts/time-ago.tsx'

/** Events that name the same: what came before, what followed, what happens beside it. */
export function RelatedEvents({ event }: { event: EventDetail }) {
  if (event.related.length === 0) return null
  return (
    <section class="side-box" aria-labelledby="related-title">
      <h2 id="related-title" class="section-title">
        {t('related.title')}
      </h2>
      <ul class="related">
        {event.related.map((other) => (
          <li key={other.id}>
            <p class="related-line">
              <span class="badge">{t(`related.${other.relation}`)}</span>
              <TimeAgo at={other.lastDevelopment} />
              <span>{tn('count.independent', other.independentSourceCount)}</span>
            </p>
            <Link
              href={`/events/${encodeURIComponent(other.id)}`}
              lang={other.title.lang}
              dir={other.title.dir}
            >
              {other.title.text}
            </Link>
            <p class="quiet dotted">
              {other.shared.slice(0, 4).map((name) => (
                <span key={name}>
                  <bdi>{name}</bdi>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
