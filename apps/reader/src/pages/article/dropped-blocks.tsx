import type { ArticleDetail } from '@newsbraid/model'
import { formatNumber } from '../../format/numbers.ts'
import { locale, t, tn, wordsFor } from '../../i18n/translate.ts'
import { EmptyState } from '../../parts/states.tsx'
import { countReasons, groupDropped } from '../../reading/group-dropped.ts'

const LONG = 280

/** Says that a block belongs to the articles of this site. */
type Keep = (text: string) => void

/** What stood on the page and isn't the article, each block with its reason and what gave it away. */
export function DroppedBlocks({ dropped, keep }: { dropped: ArticleDetail['dropped']; keep: Keep }) {
  return (
    <aside class="dropped" aria-labelledby="dropped-title">
      <h2 id="dropped-title" class="section-title">
        {t('dropped.title')} <span class="section-count">{tn('count.blocks', dropped.length)}</span>
      </h2>
      {dropped.length === 0 && <EmptyState title={t('dropped.none')} />}
      <p class="dropped-reasons dotted">
        {countReasons(dropped).map(({ reason, count }) => (
          <span key={reason}>
            {wordsFor('reason', reason)} <bdi class="number">{formatNumber(count, locale())}</bdi>
          </span>
        ))}
      </p>
      <ol class="dropped-list">
        {groupDropped(dropped).map(({ reason, blocks }, i) => (
          <li key={i} class="dropped-block">
            <p class="dropped-reason">
              <span class="badge badge-dropped">{wordsFor('reason', reason)}</span>
            </p>
            {blocks.map(({ text, evidence }, j) => (
              <Block key={j} text={text} evidence={evidence} keep={reason === 'title' ? undefined : keep} />
            ))}
          </li>
        ))}
      </ol>
    </aside>
  )
}

type BlockProps = { text: string; evidence: string | undefined; keep: Keep | undefined }

function Block({ text, evidence, keep }: BlockProps) {
  return (
    <>
      {evidence && (
        <p class="dropped-evidence">
          <bdi>{evidence}</bdi>
        </p>
      )}
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
      {keep && /\p{L}/u.test(text) && (
        <button type="button" class="button button-small button-quiet" onClick={() => keep(text)}>
          {t('mark.keep-here')}
        </button>
      )}
    </>
  )
}
