import { asciiDigits, parseDate } from '@newsbraid/text'

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/i
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/
const two = (x: string | undefined): string => (x ?? '0').padStart(2, '0')

/** Reads the ISO-like dates of machines (meta, JSON-LD, `<time datetime>`): a day alone stays a day. */
export function machineDate(value: string | undefined): string | undefined {
  if (!value) return undefined
  const m = ISO.exec(value) ?? COMPACT.exec(value)
  if (m) {
    const [, year, month, day, hour, minute, second, zone] = m
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined
    const date =
      Number(year) < 1900 ? easternDay(`${year}-${month}-${day}`) : `${year}-${two(month)}-${two(day)}`
    if (!date) return undefined
    if (hour === undefined || Number(hour) > 23) return date
    return `${date}T${two(hour)}:${two(minute)}:${two(second)}${zoneOf(zone)}`
  }
  if (/^\s*\d{10}(?:\d{3})?\s*$/.test(value))
    return new Date(Number(value.trim().padEnd(13, '0'))).toISOString()
  // RFC 2822 and the like, only with an explicit year and month name
  if (
    value.length < 60 &&
    /\b[A-Z][a-z]{2,8}\b.*\b(?:19|20)\d{2}\b/.test(value) &&
    /(?<!\d)\d{1,2}(?!\d)/.test(value)
  ) {
    const ms = Date.parse(
      /\d:\d\d/.test(value) && !/(?:GMT|UTC|Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})\)?\s*$/.test(value)
        ? `${value} UTC`
        : `${value}${/\d:\d\d/.test(value) ? '' : ' UTC'}`,
    )
    if (!Number.isNaN(ms)) {
      const iso = new Date(ms).toISOString()
      return /\d:\d\d/.test(value) ? iso : iso.slice(0, 10)
    }
  }
  return undefined
}

/** The day of a solar or lunar Hijri date in the order of ISO, as plugins that turn the calendar write it for machines. */
function easternDay(numbers: string): string | undefined {
  if (!/^1[34]/.test(numbers)) return undefined
  const day = parseDate(numbers)?.slice(0, 10)
  return day !== undefined && day >= '1990' ? day : undefined
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return ''
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padStart(2, '0')
  // No place on earth is further from Greenwich: the zone is a mistake, the local time may still be right
  if (Number(digits.slice(0, 2)) > 14) return ''
  return `${zone[0]}${digits.slice(0, 2).padStart(2, '0')}:${(digits.slice(2) || '00').padStart(2, '0')}`
}

const TIME_OF_DAY = /\d\s?[:h٫.]\s?\d{2}(?!\d{2})|(?<!\d)\d{1,2}\s?(?:am|pm|uhr|ص|م)(?!\p{L})/iu

/** A date as machines or people write it, in any calendar: a day alone stays a day. */
export function writtenDate(value: string | undefined): string | undefined {
  if (!value || value.length > 120) return undefined
  const machine = machineDate(value)
  if (machine) return machine
  // A year alone, or a month and a year, names no day
  if (!/\d\D+\d/.test(asciiDigits(value))) return undefined
  const read = parseDate(value)
  if (!read) return undefined
  const year = Number(read.slice(0, 4))
  if (year < 1990 || year > 2100) return undefined
  return TIME_OF_DAY.test(asciiDigits(value).replace(/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/g, ''))
    ? read
    : read.slice(0, 10)
}

/** The other reading of a date by numbers that names day and month in an order nobody can tell: 04-08-2026. */
export function turnedDate(value: string | undefined): string | undefined {
  const m = /^\s*(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})(?!\d)/.exec(value ?? '')
  if (!m || Number(m[1]) > 12 || Number(m[2]) > 12 || m[1] === m[2]) return undefined
  return `${m[3]}-${two(m[1])}-${two(m[2])}`
}
