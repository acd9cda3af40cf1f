const DAY_MS = 86_400_000

type Calendar = {
  /** ICU's name */
  name: string
  /** Days from the start of the year to the start of a month, about */
  daysBefore: (month: number) => number
  yearDays: number
  /** Midnight of the first day of the year 1, Gregorian, proleptic */
  epochMs: number
}

const ISLAMIC: Calendar = {
  name: 'islamic-umalqura',
  daysBefore: (month) => (month - 1) * 29.5306,
  yearDays: 354.36707,
  epochMs: Date.UTC(622, 6, 19),
}
const PERSIAN: Calendar = {
  name: 'persian',
  daysBefore: (month) => (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30),
  yearDays: 365.2422,
  epochMs: Date.UTC(622, 2, 22),
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Year, month and day of an instant in a calendar of ICU's, in UTC. */
function dayIn({ name }: Calendar, ms: number): [year: number, month: number, day: number] {
  const options = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const format = formats.get(name) ?? new Intl.DateTimeFormat(`en-u-ca-${name}`, options)
  formats.set(name, format)
  const parts = format.formatToParts(ms)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return [of('year'), of('month'), of('day')]
}

/** Midnight UTC of a day by an estimate and the days around it, so that ICU alone decides. */
function dayOf(calendar: Calendar, year: number, month: number, day: number): number | undefined {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const days = Math.floor((year - 1) * calendar.yearDays + calendar.daysBefore(month) + day - 1)
  const guess = calendar.epochMs + days * DAY_MS
  for (const off of [0, -1, 1, -2, 2, -3, 3, -4, 4]) {
    const [y, m, d] = dayIn(calendar, guess + off * DAY_MS)
    if (y === year && m === month && d === day) return guess + off * DAY_MS
  }
  return undefined
}

/**
 * Midnight UTC, in milliseconds, of a day of the Islamic calendar by Umm al-Qura as ICU knows it (1300 to 1600);
 * `undefined` for a day that calendar doesn't have.
 */
export const hijriDay = (year: number, month: number, day: number): number | undefined =>
  dayOf(ISLAMIC, year, month, day)

/** The same of the Persian solar calendar. */
export const persianDay = (year: number, month: number, day: number): number | undefined =>
  dayOf(PERSIAN, year, month, day)
