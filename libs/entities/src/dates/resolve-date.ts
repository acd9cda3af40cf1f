import { fold, hijriDay, hijriMonthOf, monthOf, persianDay, persianMonthOf } from '@newsbraid/text'
import { DAYS_AWAY, LIBYAN_MONTHS, NUMBERS, SIDES, type Unit, UNITS, WEEKDAYS } from './date-words.ts'

const DAY_MS = 86_400_000
const MAX_LENGTH = 120

/**
 * The date that an expression of Arabic (every country's months, Islamic months by Umm al-Qura), Persian (solar months too),
 * English, French or German means, seen from `reference` (ISO 8601): `YYYY-MM-DD`, or as exact as the expression is: `YYYY-MM`, `YYYY`, `YYYY-Www`,
 * `YYYY-Qn`. `undefined` when it is none. Weekdays without a side are the nearest one past; numbers are day before month.
 */
export function resolveDate(
  expression: string,
  { reference, lang }: { reference: string; lang: string },
): string | undefined {
  const text = fold(expression.slice(0, MAX_LENGTH).replace(/\u200c/g, lang === 'fa' ? ' ' : ''))
    .replace(/\u0640/g, '')
    .trim()
  const now = Date.parse(reference)
  if (!text || Number.isNaN(now)) return undefined
  const today = Math.floor(now / DAY_MS) * DAY_MS
  return numeric(text, lang) ?? named(wordsOf(text), today, lang)
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/(\d)(?:st|nd|rd|th|er|e|eme|م)(?![\p{L}\d])/gu, '$1')
    .replace(/(\d)(ه)(?![\p{L}\d])/gu, '$1 $2')
    .split(/[\s,،/()]+|\.(?=\s|$)/u)
    .filter(Boolean)

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const dayIso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

function dateIso(year: number, month: number, day: number): string | undefined {
  const ms = Date.UTC(year, month - 1, day)
  return new Date(ms).getUTCMonth() === month - 1 && day > 0 ? dayIso(ms) : undefined
}

function numeric(text: string, lang: string): string | undefined {
  const iso = /(?:^|\s)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?=\s|$|t\d)/.exec(text)
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0)]
    if (month < 1 || month > 12) return undefined
    return iso[3] ? dateIso(year, month, day) : `${year}-${pad(month)}`
  }
  const short = /(?:^|\s)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?=\s|$|[^\d])/.exec(text)
  if (!short) return undefined
  let [day, month] = [Number(short[1]), Number(short[2])]
  if (month > 12 || (lang === 'en-US' && day <= 12)) [day, month] = [month, day]
  const year =
    Number(short[3]) + ((short[3] as string).length === 2 ? (Number(short[3]) < 70 ? 2000 : 1900) : 0)
  return dateIso(year, month, day)
}

type Parts = {
  day?: number
  month?: number
  year?: number
  hijri?: { month: number }
  persian?: { month: number }
  weekday?: number
  side?: number
  unit?: Unit
  count?: number
  daysAway?: number
  ofUnit?: number
}

/** Reads the words left to right, longest known group of up to three words first. */
function read(words: readonly string[], lang: string): Parts {
  const parts: Parts = {}
  for (let i = 0; i < words.length;) {
    let taken = 0
    for (let n = Math.min(3, words.length - i); n > 0 && !taken; n--)
      if (take(parts, words.slice(i, i + n).join(' '), words, i, lang)) taken = n
    i += taken || 1
  }
  return parts
}

function take(parts: Parts, group: string, words: readonly string[], at: number, lang: string): boolean {
  if (/^\d{4}$/.test(group)) return (parts.year ??= Number(group)) > 0
  if (/^\d{1,3}$/.test(group)) {
    parts.day ??= Number(group)
    return true
  }
  const away = DAYS_AWAY.get(group)
  // "اليوم" may be the noun of a span: "منذ اليوم الأول"
  if (away !== undefined && parts.day === undefined) {
    parts.daysAway ??= away
    return true
  }
  const solar = lang === 'fa' ? persianMonthOf(group.replace(/ ماه$/, '')) : undefined
  if (solar !== undefined && parts.month === undefined) {
    parts.persian ??= { month: solar }
    return true
  }
  const islamic = hijriMonthOf(group)
  if (islamic !== undefined && parts.month === undefined) {
    parts.hijri ??= { month: islamic }
    return true
  }
  const libyan = LIBYAN_MONTHS.get(group)
  const dated = /^\d{4}$/.test(words[at + group.split(' ').length] ?? '')
  if (libyan !== undefined && dated && parts.day !== undefined) {
    parts.month ??= libyan
    return true
  }
  const weekday = WEEKDAYS.get(group)
  if (weekday !== undefined) {
    parts.weekday ??= weekday
    return true
  }
  const month = group.length > 2 || group === 'اب' ? monthOf(group) : undefined
  if (month !== undefined && !SIDES.has(group)) {
    parts.month ??= month
    return true
  }
  const unit = UNITS.get(group)
  if (unit && !(group === 'an' && parts.day === undefined)) {
    parts.unit ??= unit.unit
    if (unit.count) parts.count ??= unit.count
    return true
  }
  const side = SIDES.get(group)
  if (side !== undefined) {
    if (!(group === 'in' && words.length > at + 1 && /^\d{4}$/.test(words[at + 1] ?? ''))) parts.side ??= side
    return true
  }
  const number = NUMBERS.get(group)
  if (number !== undefined) {
    parts.day ??= number
    return true
  }
  return false
}

function named(words: readonly string[], today: number, lang: string): string | undefined {
  const p = read(words, lang)
  const reference = new Date(today)
  const thisYear = reference.getUTCFullYear()
  const isHijri = p.hijri || words.some((w) => w === 'ه' || w === 'هجري' || w === 'هجريه')
  if (isHijri && p.hijri) return otherCalendar(ISLAMIC, p.hijri.month, p, today)
  if (p.persian) return otherCalendar(SOLAR, p.persian.month, p, today)
  if (p.unit === 'quarter') {
    const quarter = p.day ?? Math.floor(reference.getUTCMonth() / 3) + 1 + (p.side ?? 0)
    if (p.day === undefined && (quarter < 1 || quarter > 4))
      return `${thisYear + (p.side ?? 0)}-Q${quarter < 1 ? 4 : 1}`
    return quarter >= 1 && quarter <= 4 ? `${p.year ?? thisYear}-Q${quarter}` : undefined
  }
  if (p.month !== undefined) return inMonth(p.month, p, reference)
  if (p.daysAway !== undefined && p.unit === undefined) return dayIso(today + p.daysAway * DAY_MS)
  if (p.unit && (p.day !== undefined || p.count !== undefined) && p.side)
    return span(p.unit, (p.count ?? p.day ?? 1) * p.side, today)
  if (p.weekday !== undefined) return weekdayIso(p.weekday, p.side, today)
  if (p.unit && p.side !== undefined) return period(p.unit, p.side, today)
  if (p.daysAway !== undefined) return dayIso(today + p.daysAway * DAY_MS)
  if (p.year !== undefined) return String(p.year)
  return undefined
}

type Calendar = {
  /** Midnight UTC of one of its days */
  dayOf: typeof hijriDay
  /** Its year, about, of a Gregorian one */
  yearOf: (year: number) => number
}
const ISLAMIC: Calendar = { dayOf: hijriDay, yearOf: (year) => Math.round((year - 621.57) * 1.0307) }
const SOLAR: Calendar = { dayOf: persianDay, yearOf: (year) => year - 621 }

function otherCalendar({ dayOf, yearOf }: Calendar, month: number, p: Parts, today: number) {
  const thisYear = yearOf(new Date(today).getUTCFullYear())
  const near = [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => ({ year, away: Math.abs((dayOf(year, month, p.day ?? 15) ?? 0) - today) }))
    .sort((a, b) => a.away - b.away)[0]
  const year = p.year ?? near?.year ?? thisYear
  const ms = dayOf(year, month, p.day ?? 1)
  if (ms === undefined) return undefined
  return p.day === undefined ? dayIso(ms).slice(0, 7) : dayIso(ms)
}

function inMonth(month: number, p: Parts, reference: Date): string | undefined {
  let year = p.year
  if (year === undefined) {
    const thisYear = reference.getUTCFullYear()
    const at = (y: number) => Date.UTC(y, month - 1, p.day ?? 15)
    const years = [thisYear - 1, thisYear, thisYear + 1]
    const thisMonth = reference.getUTCMonth() + 1
    const isPast = (y: number) =>
      p.day === undefined
        ? y < thisYear || (y === thisYear && month < thisMonth)
        : at(y) < reference.getTime()
    const allowed =
      p.side === -1 ? years.filter(isPast) : p.side === 1 ? years.filter((y) => !isPast(y)) : years
    year =
      allowed.sort(
        (a, b) => Math.abs(at(a) - reference.getTime()) - Math.abs(at(b) - reference.getTime()),
      )[0] ?? thisYear
  }
  return p.day === undefined || p.day > 31 ? `${pad(year, 4)}-${pad(month)}` : dateIso(year, month, p.day)
}

/** So many units from today: a day for days and weeks, a month or a year for the wider ones. */
function span(unit: Unit, count: number, today: number): string | undefined {
  const date = new Date(today)
  if (unit === 'day') return dayIso(today + count * DAY_MS)
  if (unit === 'week') return dayIso(today + count * 7 * DAY_MS)
  if (unit === 'year') return String(date.getUTCFullYear() + count)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)).toISOString().slice(0, 7)
}

function period(unit: Unit, side: number, today: number): string | undefined {
  if (unit === 'week') return isoWeek(today + side * 7 * DAY_MS)
  return span(unit, side, today)
}

function isoWeek(ms: number): string {
  const weekday = (new Date(ms).getUTCDay() + 6) % 7
  const thursday = ms + (3 - weekday) * DAY_MS
  const year = new Date(thursday).getUTCFullYear()
  return `${year}-W${pad(1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)))}`
}

/** The nearest such day strictly before or after today; without a side the nearest past, today included. */
function weekdayIso(weekday: number, side: number | undefined, today: number): string {
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7
  if (side === 1) return dayIso(today + (ahead || 7) * DAY_MS)
  if (side === -1) return dayIso(today + ((ahead || 7) - 7 || -7) * DAY_MS)
  return dayIso(today + (ahead ? ahead - 7 : 0) * DAY_MS)
}
