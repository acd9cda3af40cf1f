import type { ArticleDetail } from '@newsbraid/model'
import { fullTime } from '../../format/time.ts'
import { locale, t } from '../../i18n/translate.ts'

/** How the article read before, when it was changed after publication. */
export function Revisions({ article }: { article: ArticleDetail }) {
  if (article.revisions.length === 0) return null
  return (
    <section aria-labelledby="revisions-title">
      <h2 id="revisions-title" class="section-title">
        {t('article.revisions')}
      </h2>
      {article.revisions.map(({ id, at, title, text }) => (
        <details key={id} class="fold revision">
          <summary>{fullTime(at, locale())}</summary>
          <div lang={article.lang} dir={article.dir}>
            <h3>{title}</h3>
            {text.split('\n\n').map((block, i) => (
              <p key={i}>{block}</p>
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}
