import { fullTime, relativeTime } from '../format/time.ts'
import { locale } from '../i18n/translate.ts'
import { nowMs } from './now.ts'

/**
 * When something was, as a distance from now; the full time is in its title. What publishers date ahead of the clock was just
 * now, unless it is `planned`.
 */
export function TimeAgo({ at, planned = false }: { at: string; planned?: boolean }) {
  const now = Math.max(nowMs.value, Date.now())
  const isAhead = !planned && Date.parse(at) > now
  const said = relativeTime(isAhead ? new Date(now).toISOString() : at, now, locale())
  if (said === '') return null
  return (
    <time dateTime={at} title={fullTime(at, locale())}>
      {said}
    </time>
  )
}
