import { withQuery } from '../format/address.ts'
import { t } from '../i18n/translate.ts'

const FORMATS = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
] as const

/** The addresses under which a reader app follows this view. */
export function FeedLinks({
  base,
  query = {},
}: {
  base: string
  query?: Record<string, string | undefined>
}) {
  return (
    <section class="side-box">
      <h2>{t('feeds.title')}</h2>
      <p class="quiet">{t('feeds.line')}</p>
      <ul class="plain-row">
        {FORMATS.map(([ending, name]) => (
          <li key={ending}>
            <a href={withQuery(`${base}.${ending}`, query)}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
