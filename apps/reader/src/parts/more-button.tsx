import type { Pages } from '../api/use-pages.ts'
import { t } from '../i18n/translate.ts'

/** The next page of a list, while there is one. */
export function MoreButton({ pages }: { pages: Pages<unknown> }) {
  if (!pages.items || !pages.hasMore) return null
  return (
    <p class="more">
      <button type="button" class="button" disabled={pages.loading} onClick={pages.more}>
        {t(pages.loading ? 'loading' : 'more')}
      </button>
    </p>
  )
}
