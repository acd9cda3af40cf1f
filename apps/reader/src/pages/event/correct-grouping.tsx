import type { EventDetail } from '@newsbraid/model'
import { t } from '../../i18n/translate.ts'
import { MergeForm } from './merge-form.tsx'
import { SplitForm } from './split-form.tsx'

/** A person's own word on what belongs together; the machine never overwrites it. */
export function CorrectGrouping({ event, reload }: { event: EventDetail; reload: () => void }) {
  return (
    <details class="correct">
      <summary>{t('correct.title')}</summary>
      <p class="quiet">{t('correct.line')}</p>
      <div class="correct-forms">
        <MergeForm event={event} merged={reload} />
        {event.articles.length > 1 && <SplitForm event={event} split={reload} />}
      </div>
    </details>
  )
}
