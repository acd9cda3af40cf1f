import type { QuarantineItem } from '@newsbraid/model'
import { useState } from 'preact/hooks'
import { send } from '../../api/request.ts'
import { usePages } from '../../api/use-pages.ts'
import { readableAddress, safeHref } from '../../format/address.ts'
import { t, tn, wordsFor } from '../../i18n/translate.ts'
import { MoreButton } from '../../parts/more-button.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { TimeAgo } from '../../parts/time-ago.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

const LIMIT = 25

/** What no retry can save, with its reason; each can be sent through its stage again. */
export function Quarantine() {
  const items = usePages<QuarantineItem>('/quarantine', { limit: LIMIT })
  return (
    <section aria-labelledby="quarantine-title">
      <h2 id="quarantine-title" class="section-title">
        {t('quarantine.title')}{' '}
        {items.items && <span class="section-count">{tn('count.items', items.total)}</span>}
      </h2>
      <p class="quiet quarantine-line">{t('quarantine.line')}</p>
      {!items.items &&
        (items.error === undefined ? (
          <LoadingState rows={2} />
        ) : (
          <ErrorState error={items.error} retry={items.reload} />
        ))}
      {items.items?.length === 0 && <EmptyState title={t('quarantine.none')} />}
      <ul class="quarantine">
        {items.items?.map((item) => (
          <QuarantineRow key={item.id} item={item} replayed={items.reload} />
        ))}
      </ul>
      <MoreButton pages={items} />
    </section>
  )
}

function QuarantineRow({ item, replayed }: { item: QuarantineItem; replayed: () => void }) {
  const [busy, setBusy] = useState(false)
  const href = safeHref(item.url)
  const replay = async (): Promise<void> => {
    setBusy(true)
    try {
      await send('POST', `/quarantine/${encodeURIComponent(item.id)}/replay`)
      say(t('quarantine.replayed'))
      replayed()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <li>
      <div>
        <p class="quarantine-head">
          <span class="badge">{wordsFor('stage', item.stage)}</span>
          <TimeAgo at={item.at} />
          <span class="quiet">{tn('quarantine.attempts', item.attempts)}</span>
        </p>
        <p class="quarantine-reason">
          <bdi>{item.reason}</bdi>
        </p>
        {item.url !== undefined && (
          <p class="address" dir="ltr">
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {readableAddress(item.url)}
              </a>
            ) : (
              item.url
            )}
          </p>
        )}
      </div>
      <button type="button" class="button button-small" disabled={busy} onClick={() => void replay()}>
        {t('quarantine.replay')}
      </button>
    </li>
  )
}
