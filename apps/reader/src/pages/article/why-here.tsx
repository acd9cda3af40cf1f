import type { ArticleDetail, ArticleWhy } from '@newsbraid/model'
import { Link } from 'wouter-preact'
import { useResource } from '../../api/use-resource.ts'
import { formatNumber } from '../../format/numbers.ts'
import { locale, t } from '../../i18n/translate.ts'
import { EvidenceList } from '../../parts/evidence-list.tsx'

/** Why the article stands in its event, and which other events were weighed. */
export function WhyHere({ article }: { article: ArticleDetail }) {
  const { data } = useResource<ArticleWhy>(
    article.eventId === undefined ? undefined : `/articles/${encodeURIComponent(article.id)}/why`,
  )
  if (!data || (data.why.length === 0 && data.considered.length === 0)) return null
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title" class="section-title">
        {t('why.long')}
      </h2>
      {data.why.length > 0 && <EvidenceList why={data.why} entities={article.entities} />}
      {data.considered.length > 0 && (
        <details class="fold">
          <summary>{t('why.considered')}</summary>
          <ul class="considered">
            {data.considered.map((other) => (
              <li key={other.eventId}>
                <Link href={`/events/${encodeURIComponent(other.eventId)}`}>
                  <bdi>{other.title ?? other.eventId}</bdi>
                </Link>
                <bdi class="number">{formatNumber(other.score, locale())}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
