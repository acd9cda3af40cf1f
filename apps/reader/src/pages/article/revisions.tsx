import type { ArticleDetail } from '@newsbraid/model'
import { fullTime } from '../../format/time.ts'
import { locale, t } from '../../i18n/translate.ts'
import { ChangedText, paragraphsOf } from './changed-text.tsx'

/** How the article read before, word by word against what it was changed to. */
export function Revisions({ article }: { article: ArticleDetail }) {
  if (article.revisions.length === 0) return null
  return (
    <section aria-labelledby="revisions-title">
      <h2 id="revisions-title" class="section-title">
        {t('article.revisions')}
      </h2>
      {article.revisions.map(({ id, at, changes }) => (
        <details key={id} class="fold revision">
          <summary>{t('revision.until', { time: fullTime(at, locale()) })}</summary>
          <div lang={article.lang} dir={article.dir}>
            <h3>
              <ChangedText parts={changes.title} />
            </h3>
            {paragraphsOf(changes.text).map((parts, i) => (
              <p key={i}>
                <ChangedText parts={parts} />
              </p>
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}
