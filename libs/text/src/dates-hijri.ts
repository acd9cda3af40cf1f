const DAY_MS = 86_400_000
/** 1 Muharram of the year 1 in the tabular calendar: 19 July 622 (Gregorian, proleptic). */
const EPOCH_MS = Date.UTC(622, 6, 19)

let format: Intl.DateTimeFormat | undefined

function hijriOf(ms: number): [year: number, month: number, day: number] {
  format ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = format.formatToParts(ms)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return [of('year'), of('month'), of('day')]
}

/**
 * Midnight UTC, in milliseconds, of a day of the Islamic calendar by Umm al-Qura as ICU knows it (1300 to 1600);
 * `undefined` for a day that calendar doesn't have.
 */
export function hijriDay(year: number, month: number, day: number): number | undefined {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return undefined
  const guess = EPOCH_MS + Math.floor((year - 1) * 354.36707 + (month - 1) * 29.5306 + day - 1) * DAY_MS
  for (const off of [0, -1, 1, -2, 2, -3, 3, -4, 4]) {
    const [y, m, d] = hijriOf(guess + off * DAY_MS)
    if (y === year && m === month && d === day) return guess + off * DAY_MS
  }
  return undefined
}
