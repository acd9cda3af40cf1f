import type { EventDetail, EventList, EventSummary } from '@newsbraid/model'
import { mergeEvents } from '../../api/event-actions.ts'
import { getJson } from '../../api/request.ts'
import { withQuery } from '../../format/address.ts'
import { t, tn } from '../../i18n/translate.ts'
import { MergePicker } from '../../parts/merge-picker.tsx'
import { confirmed } from '../../shell/confirm.tsx'
import { say, sayError } from '../../shell/toasts.tsx'

/** Finds another event by its words and takes it into this one. */
export function MergeForm({ event, merged }: { event: EventDetail; merged: (event: EventDetail) => void }) {
  const merge = async (other: EventSummary): Promise<boolean> => {
    const detail = t('merge.ask.detail', { other: other.title.text, event: event.title.text })
    if (!(await confirmed({ title: t('merge.ask'), detail, yes: t('merge.do') }))) return false
    try {
      const whole = await mergeEvents(event.id, other.id)
      say(t('merge.done'))
      merged(whole)
      return true
    } catch (error) {
      sayError(error)
      return false
    }
  }
  return (
    <MergePicker
      id={event.id}
      words={{
        title: t('merge.title'),
        line: t('merge.line'),
        words: t('merge.words'),
        none: t('merge.none'),
        yes: t('merge.do'),
      }}
      find={(q, limit) => getJson<EventList>(withQuery('/events', { q, choice: 'all', limit }))}
      told={(other) => (
        <>
          <bdi lang={other.title.lang}>{other.title.text}</bdi>
          <small>{tn('count.articles', other.articleCount)}</small>
        </>
      )}
      merge={merge}
    />
  )
}
