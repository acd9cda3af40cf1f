const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago or ahead `iso` lies from `nowMs`, in words; a plain date beyond a week; empty when it cannot be read. */
export function relativeTime(iso: string, nowMs: number, locale: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return ''
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' })
  const difference = at - nowMs
  const size = Math.abs(difference)
  if (isDateAlone(iso))
    return size < 7 * DAY ? words.format(dayDifference(at, nowMs), 'day') : shortDate(iso, nowMs, locale)
  if (size < 45_000) return words.format(0, 'second')
  if (size < 45 * MINUTE)
    return words.format(Math.round(difference / MINUTE) || Math.sign(difference), 'minute')
  if (size < 22 * HOUR) return words.format(Math.round(difference / HOUR) || Math.sign(difference), 'hour')
  if (size < 7 * DAY) return words.format(Math.round(difference / DAY) || Math.sign(difference), 'day')
  return shortDate(iso, nowMs, locale)
}

/** A length of time in its largest fitting unit: 20 minutes, 3 hours, 2 days. */
export function spanOfMinutes(minutes: number, locale: string): string {
  const [value, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 48 * 60 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  const words = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  })
  return words.format(Math.max(1, value))
}

/** Day and month, with the year when it is not the year of `nowMs`. */
export function shortDate(iso: string, nowMs: number, locale: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const sameYear = date.getUTCFullYear() === new Date(nowMs).getUTCFullYear()
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...(isDateAlone(iso) ? { timeZone: 'UTC' } : {}),
  }).format(date)
}

/** Full date and time for titles and timelines; a date alone stays a date. */
export function fullTime(iso: string, locale: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  if (isDateAlone(iso))
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(date)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(date)
}

/** Hours and minutes; empty for a date alone. */
export function clockTime(iso: string, locale: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime()) || isDateAlone(iso)) return ''
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date)
}

function isDateAlone(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso)
}

function dayDifference(at: number, nowMs: number): number {
  return Math.floor(at / DAY) - Math.floor(nowMs / DAY)
}
