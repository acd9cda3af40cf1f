import type { EventDetail } from '@newsbraid/model'
import { useChanges } from '../api/live.ts'
import { getJson } from '../api/request.ts'
import { t } from '../i18n/translate.ts'
import { say } from './toasts.tsx'

/** Says in passing what developed in an event that is followed: once a development, nothing for copies and further reports. */
export function useFollowedNews(): void {
  useChanges(({ kind, choice, eventId, articleId }) => {
    if (kind !== 'event-developed' || choice !== 'followed' || eventId === undefined) return
    const href = `/events/${encodeURIComponent(eventId)}`
    getJson<EventDetail>(href).then(
      ({ title, timeline }) => {
        const isDevelopment = timeline.some(
          (one) => one.kind === 'development' && one.articleId === articleId,
        )
        if (isDevelopment) say(t('choice.news', { title: title.text }), { text: t('choice.news.open'), href })
      },
      // The event page will say what is wrong with it
      () => undefined,
    )
  })
}
