import type { EventDetail } from '@newsbraid/model'
import { forgetLists } from '../../api/use-pages.ts'
import { forget } from '../../api/use-resource.ts'
import { t } from '../../i18n/translate.ts'
import { MergeForm } from './merge-form.tsx'
import { SplitForm } from './split-form.tsx'

/** A person's own word on what belongs together; the machine never overwrites it. */
export function CorrectGrouping({
  event,
  changed,
}: {
  event: EventDetail
  changed: (event: EventDetail) => void
}) {
  const regrouped = (event: EventDetail): void => {
    forget('/events')
    forgetLists('/events')
    changed(event)
  }
  return (
    <details class="correct">
      <summary>{t('correct.title')}</summary>
      <p class="quiet">{t('correct.line')}</p>
      <div class="correct-forms">
        <MergeForm event={event} merged={regrouped} />
        {event.articles.length > 1 && <SplitForm event={event} split={regrouped} />}
      </div>
    </details>
  )
}
