import { hijriDay, persianDay } from './dates-hijri.ts'
import { hijriMonthOf, monthOf, persianMonthOf } from './dates-months.ts'
import { type Zone, zoneAtStart } from './dates-zones.ts'
import { fold } from './fold.ts'

const MAX_LENGTH = 160
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const KOREAN_MINUTES = 540

type Clock = { hour: number; minute: number; second: number }
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0 }

/** Two- and three-digit years after RFC 2822, 4.3: below 50 is 20xx, up to 999 counts from 1900. */
const fullYear = (year: number): number => (year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year)

/** Milliseconds of a Gregorian day that exists, `undefined` of one that doesn't. */
function gregorianDay(year: number, month: number, day: number): number | undefined {
  const full = fullYear(year)
  if (month < 1 || month > 12 || day < 1 || day > 31 || full < 1000 || full > 9999) return undefined
  const ms = Date.UTC(full, month - 1, day)
  return new Date(ms).getUTCDate() === day ? ms : undefined
}

/** A day by numbers. No feed dates from the Middle Ages: such years are Persian up to 1415 (2037), Islamic after (1995). */
function dayByNumbers(year: number, month: number, day: number): number | undefined {
  if (year < 1300 || year > 1500) return gregorianDay(year, month, day)
  return year <= 1415 ? persianDay(year, month, day) : hijriDay(year, month, day)
}

function clockMs({ hour, minute, second }: Clock): number | undefined {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined
  return ((hour * 60 + minute) * 60 + second) * 1000
}

const iso = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString()

const RFC822 =
  /^(?:[A-Za-z]{3}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ?(?:([+-])(\d\d):?([0-5]\d)|GMT|UTC|Z)$/
const ISO8601 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?(?:([+-])(\d\d):?([0-5]\d)|Z)$/

/** The two forms nearly every feed uses, without folding. `null`: not one of them. */
function commonForm(text: string): string | undefined | null {
  const named = RFC822.exec(text)
  const found = named ?? ISO8601.exec(text)
  if (!found) return null
  const month = named ? SHORT_MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1 : Number(found[2])
  if (month === 0) return null
  const day = named
    ? gregorianDay(Number(named[3]), month, Number(named[1]))
    : gregorianDay(Number(found[1]), month, Number(found[3]))
  const clock = clockMs({ hour: Number(found[4]), minute: Number(found[5]), second: Number(found[6] ?? 0) })
  if (day === undefined || clock === undefined) return undefined
  const offset = found[7] ? (found[7] === '+' ? 1 : -1) * (Number(found[8]) * 60 + Number(found[9])) : 0
  return iso(day + clock - offset * 60_000)
}

const BEFORE_NOON = 'am|a\\.m\\.?|ص|صباحا|صباح|فجرا|ق\\.ظ|πμ|오전|上午|午前|vorm\\.?'.normalize('NFKD')
const AFTER_NOON =
  'pm|p\\.m\\.?|م|مساءا|مساء|مسا|ظهرا|عصرا|ليلا|بعد الظهر|ب\\.ظ|μμ|오후|下午|午後|nachm\\.?'.normalize('NFKD')
const MERIDIEM = new RegExp(`^[\\s,]*(?:(${BEFORE_NOON})|(${AFTER_NOON}))(?![\\p{L}])`, 'u')
const MERIDIEM_BEFORE = new RegExp(`(?:(오전|上午|午前)|(오후|下午|午後))\\s*$`.normalize('NFKD'), 'u')
const CLOCK = /(?<![\d:])(\d{1,2})\s?:\s?(\d{1,2})(?:\s?:\s?(\d{1,2}))?(?:[.,]\d{1,9})?(?![\d:])/
const HOURS = /(?<!\d)(\d{1,2})\s?(?:h|ч|uhr|γ)\s?(\d{2})?(?!\d|\p{L})/u
const DOTTED = /(?<=\d{4}[,\s-]{1,3}(?:at\s|um\s|kl\.?\s)?)([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])/
const HOUR_ONLY = new RegExp(`(?<!\\d)(\\d{1,2})()(?=\\s?(?:${BEFORE_NOON}|${AFTER_NOON})(?![\\p{L}]))`, 'u')

/** The time of day in a text, its zone, and the text without them. */
function takeClock(text: string): { clock: Clock; zone?: Zone; isKnown: boolean; rest: string } {
  const found = CLOCK.exec(text) ?? HOURS.exec(text) ?? DOTTED.exec(text) ?? HOUR_ONLY.exec(text)
  if (!found) return { clock: MIDNIGHT, isKnown: false, rest: text }
  let before = text.slice(0, found.index)
  let after = text.slice(found.index + found[0].length)
  let hour = Number(found[1])
  const early = MERIDIEM_BEFORE.exec(before)
  if (early) before = before.slice(0, early.index)
  const late = early ? null : MERIDIEM.exec(after)
  if (late) after = after.slice(late[0].length)
  const half = early ?? late
  if (half && hour <= 12) hour = (hour % 12) + (half[2] && !(half[2] === 'ليلا' && hour === 12) ? 12 : 0)
  const zone = zoneAtStart(after)
  return {
    clock: { hour, minute: Number(found[2] || 0), second: Number(found[3] ?? 0) },
    zone,
    isKnown: true,
    rest: `${before} | ${after.slice(zone?.length ?? 0)}`,
  }
}

/** Day, month and year by digits alone. */
function numericDay(text: string): number | undefined {
  const t = text
    .replace(/[|,()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  let m = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,3})\s?[-/.]\s?(\d{1,2})(?!\d)/.exec(t)
  if (m) return dayByNumbers(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)/.exec(t)
  if (m) {
    const [first, second, third] = [Number(m[1]), Number(m[3]), Number(m[4])]
    // ISO 8601 cut its centuries with hyphens: 03-12-31
    if (m[2] === '-' && m[4]?.length === 2 && m[1]?.length === 2 && third <= 31)
      return gregorianDay(first, second, third)
    return (
      dayByNumbers(third, second, first) ?? (second > 12 ? dayByNumbers(third, first, second) : undefined)
    )
  }
  const compact = t.replace(/t$/, '').trim()
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(compact)
  if (m) return gregorianDay(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{2})(\d{2})(\d{2})$/.exec(compact)
  if (m) return gregorianDay(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{4})-?(\d{3})$/.exec(compact)
  if (m) return ordinalDay(Number(m[1]), Number(m[2]))
  m = /^(\d{4})-?w(\d{2})(?:-?(\d))?$/.exec(compact)
  if (m) return weekDay(Number(m[1]), Number(m[2]), Number(m[3] ?? 1))
  m = /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(compact) ?? /^-(\d{2})-?(\d{2})?$/.exec(compact)
  if (m && (Number(m[1]) < 100 || (Number(m[1]) >= 1900 && Number(m[1]) < 2200)))
    return gregorianDay(Number(m[1]), Number(m[2] ?? 1), 1)
  return undefined
}

const DAY_MS = 86_400_000

function ordinalDay(year: number, day: number): number | undefined {
  const start = gregorianDay(year, 1, 1)
  if (start === undefined || day < 1 || day > 366) return undefined
  const ms = start + (day - 1) * DAY_MS
  return new Date(ms).getUTCFullYear() === year ? ms : undefined
}

function weekDay(year: number, week: number, day: number): number | undefined {
  const fourth = gregorianDay(year, 1, 4)
  if (fourth === undefined || week < 1 || week > 53 || day < 1 || day > 7) return undefined
  return fourth + ((week - 1) * 7 + day - 1 - ((new Date(fourth).getUTCDay() + 6) % 7)) * DAY_MS
}

type Token = { number?: number; digits?: number; word?: string }

/** Numbers and words in order; ordinals (`1st`, `1er`, `2.`) are numbers. */
const tokensOf = (text: string): Token[] =>
  Array.from(
    text.matchAll(/(\d+)(?:(?:st|nd|rd|th|er|re|eme|º|ª)(?!\p{L}))?|(\p{L}[\p{L}\p{M}']*)/gu),
    (m) => {
      const digits = m[1]
      return digits === undefined ? { word: m[2] } : { number: Number(digits), digits: digits.length }
    },
  )

/** The word or pair of words at `i` as a month: its number and how many words it took. */
function monthAt(
  tokens: Token[],
  i: number,
  of: (name: string) => number | undefined,
): [number, number] | undefined {
  const word = tokens[i]?.word
  if (word === undefined) return undefined
  const next = tokens[i + 1]?.word
  const pair = next === undefined ? undefined : of(`${word} ${next}`)
  if (pair !== undefined) return [pair, 2]
  const single = of(word)
  return single === undefined ? undefined : [single, 1]
}

/** Words that may stand between a day, its month and its year. */
const JOINERS = new Set(
  ['من', 'شهر', 'سنه', 'عام', 'لسنه', 'de', 'del', 'di', 'of', 'den', 'the', 'le', 'г', 'року', 'ηλ'].map(
    fold,
  ),
)
const MAX_OTHER_WORDS = 8

/** Day, month by name and year, in the order their places tell. */
function namedDay(text: string): number | undefined {
  const tokens = tokensOf(text).filter(({ word }) => word === undefined || !JOINERS.has(word))
  if (tokens.filter(({ word }) => word !== undefined).length > MAX_OTHER_WORDS) return undefined
  const calendars: [
    (name: string) => number | undefined,
    (y: number, m: number, d: number) => number | undefined,
  ][] = [
    [monthOf, gregorianDay],
    [hijriMonthOf, hijriDay],
    [persianMonthOf, persianDay],
  ]
  for (const [of, toDay] of calendars)
    for (let i = 0; i < tokens.length; i++) {
      const month = monthAt(tokens, i, of)
      if (!month) continue
      const before = tokens[i - 1]
      let at = i + month[1]
      // A second name of the same month: «آب/أغسطس»
      const again = monthAt(tokens, at, of)
      if (again && again[0] === month[0]) at += again[1]
      const [next, second] = [tokens[at], tokens[at + 1]]
      let day = before?.number
      let year = next?.number
      if (before?.number !== undefined && (before.digits ?? 0) >= 4)
        [year, day] = [before.number, next?.number]
      else if (day === undefined || (day > 31 && next?.number !== undefined))
        [day, year] = [next?.number, second?.number]
      if (day === undefined || year === undefined) continue
      const ms = toDay(year, month[0], day)
      if (ms !== undefined) return ms
    }
  return undefined
}

/** Written in Korean without a zone: Korea has but one. */
const isKorean = (text: string): boolean => /[\uac00-\ud7a3]/.test(text)

/**
 * The instant a date names, as ISO 8601 in UTC to the second; `undefined` when it names none, or a day no calendar
 * has («30 فيفري»). Reads RFC 822, ISO 8601 and W3CDTF with their common mistakes, day before month, and month names
 * of the press in any script, above all Arabic ones of every country; Islamic dates by Umm al-Qura. Without a zone: UTC.
 */
export function parseDate(text: string): string | undefined {
  const given = text.length > 4 * MAX_LENGTH ? text.slice(0, 4 * MAX_LENGTH).trim() : text.trim()
  if (given === '' || given.length > MAX_LENGTH) return undefined
  const common = commonForm(given)
  if (common !== null) return common
  const seconds = /^(\d{10})(?:\.\d+)?$|^(\d{10})\d{3}$/.exec(given)
  if (seconds) return iso(Number(seconds[1] ?? seconds[2]) * 1000)
  return (
    looseForm(given) ??
    (/\([^()]*[A-Za-z]/.test(given) ? looseForm(given.replace(/\([^()]*\)/g, '')) : undefined)
  )
}

/** Everything but the common forms; comments in brackets (RFC 822, 3.4.3) are taken out for a second reading. */
function looseForm(given: string): string | undefined {
  const compact = /^(\d{8})T?(\d{2})(\d{2})(\d{2})?(?!\d)(.*)$/i.exec(given)
  const spelled = compact
    ? `${compact[1]}T${compact[2]}:${compact[3]}:${compact[4] ?? '00'}${compact[5]}`
    : given.replace(/(\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, '$1-$2-$3 ')
  const folded = fold(spelled).replace(/\s+/g, ' ').trim()
  const taken = takeClock(folded)
  const clock = clockMs(taken.clock)
  const dayText = taken.rest.replace(/(\d)t(?=\s|$)/, '$1 ')
  const day = namedDay(dayText) ?? numericDay(taken.isKnown ? dayText : dayText.replace(/\s?z$/, ''))
  if (day === undefined || clock === undefined) return undefined
  const wall = day + clock
  const minutes = taken.zone
    ? taken.zone.minutesAt(wall)
    : taken.isKnown && isKorean(given)
      ? KOREAN_MINUTES
      : 0
  return iso(wall - minutes * 60_000)
}
