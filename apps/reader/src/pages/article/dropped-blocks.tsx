import type { ArticleDetail } from '@newsbraid/model'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { EmptyState } from '../../parts/states.tsx'

const LONG = 280

/** What stood on the page and isn't the article, each block with its reason and what gave it away. */
export function DroppedBlocks({ dropped }: { dropped: ArticleDetail['dropped'] }) {
  return (
    <aside class="dropped" aria-labelledby="dropped-title">
      <h2 id="dropped-title" class="section-title">
        {t('dropped.title')} <span class="section-count">{tn('count.blocks', dropped.length)}</span>
      </h2>
      {dropped.length === 0 && <EmptyState title={t('dropped.none')} />}
      <ol class="dropped-list">
        {dropped.map(({ text, reason, evidence }, i) => (
          <li key={i} class="dropped-block">
            <p class="dropped-reason">
              <span class="badge badge-dropped">{wordsFor('reason', reason)}</span>
              {evidence && (
                <span class="dropped-evidence">
                  <bdi>{evidence}</bdi>
                </span>
              )}
            </p>
            {text.length <= LONG ? (
              <p class="dropped-text" dir="auto">
                {text}
              </p>
            ) : (
              <details>
                <summary class="dropped-text" dir="auto">
                  {text.slice(0, LONG)}…
                </summary>
                <p class="dropped-text" dir="auto">
                  {text.slice(LONG)}
                </p>
              </details>
            )}
          </li>
        ))}
      </ol>
    </aside>
  )
}
