import { Link } from 'wouter-preact'
import { t } from '../i18n/translate.ts'
import { useTitle } from '../shell/use-title.ts'

export function NotFoundPage() {
  useTitle(t('missing.title'))
  return (
    <div class="page state">
      <h1 class="state-title">{t('missing.title')}</h1>
      <p class="state-detail">{t('missing.todo')}</p>
      <Link href="/" className="button button-main">
        {t('missing.home')}
      </Link>
    </div>
  )
}
