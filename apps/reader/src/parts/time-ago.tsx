import { fullTime, relativeTime } from '../format/time.ts'
import { locale } from '../i18n/translate.ts'
import { nowMs } from './now.ts'

/** When something was, as a distance from now; the full time is in its title. */
export function TimeAgo({ at }: { at: string }) {
  const said = relativeTime(at, Math.max(nowMs.value, Date.now()), locale())
  if (said === '') return null
  return (
    <time dateTime={at} title={fullTime(at, locale())}>
      {said}
    </time>
  )
}
