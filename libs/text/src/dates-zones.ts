import { fold } from './fold.ts'

/** Zone abbreviations and their minutes east of Greenwich. RFC 822 where it speaks, else the most common reading. */
const MINUTES: Record<string, number> = {
  acdt: 630, // Australia
  acst: 570, // Australia
  adt: -180, // Atlantic
  aedt: 660, // Australia
  aest: 600, // Australia
  akdt: -480, // Alaska
  akst: -540, // Alaska
  art: -180, // Argentina
  ast: -240, // Atlantic
  at: -240, // Atlantic
  awst: 480, // Australia
  brst: -120, // Brazil
  brt: -180, // Brazil
  bst: 60, // Britain
  cat: 120, // Central Africa
  cdt: -300, // RFC 822
  cest: 120, // Central Europe
  cet: 60, // Central Europe
  clst: -180, // Chile
  clt: -240, // Chile
  cot: -300, // Colombia
  cst: -360, // RFC 822
  ct: -360, // North America
  eat: 180, // East Africa
  edt: -240, // RFC 822
  eest: 180, // Eastern Europe
  eet: 120, // Eastern Europe
  est: -300, // RFC 822
  et: -300, // North America
  gmt: 0, // RFC 822
  gst: 240, // Gulf
  hdt: -540, // Hawaii
  hkt: 480, // Hong Kong
  hst: -600, // Hawaii
  ict: 420, // Indochina
  idt: 180, // Israel
  irdt: 270, // Iran
  irst: 210, // Iran
  ist: 330, // India
  jst: 540, // Japan
  kst: 540, // Korea
  mdt: -360, // RFC 822
  mest: 120, // Central Europe
  mesz: 120, // Germany
  met: 60, // Central Europe
  mez: 60, // Germany
  msd: 240, // Moscow
  msk: 180, // Moscow
  mst: -420, // RFC 822
  mt: -420, // North America
  ndt: -150, // Newfoundland
  npt: 345, // Nepal
  nst: -210, // Newfoundland
  nzdt: 780, // New Zealand
  nzst: 720, // New Zealand
  pdt: -420, // RFC 822
  pet: -300, // Peru
  pht: 480, // Philippines
  pkt: 300, // Pakistan
  pst: -480, // RFC 822
  pt: -480, // North America
  sast: 120, // South Africa
  sgt: 480, // Singapore
  trt: 180, // Turkey
  ut: 0, // RFC 822
  utc: 0, // ISO 8601
  wat: 60, // West Africa
  west: 60, // Western Europe
  wet: 0, // Western Europe
  wib: 420, // Indonesia
  wita: 480, // Indonesia
  z: 0, // RFC 822
}

/** Places after «بتوقيت» and "… time", by their zone in the IANA database. */
const PLACES: Record<string, string> = Object.fromEntries(
  Object.entries({
    'أبو ظبي': 'Asia/Dubai',
    أبوظبي: 'Asia/Dubai',
    أنقرة: 'Europe/Istanbul',
    إسطنبول: 'Europe/Istanbul',
    الإمارات: 'Asia/Dubai',
    البحرين: 'Asia/Bahrain',
    الجزائر: 'Africa/Algiers',
    الخرطوم: 'Africa/Khartoum',
    الدوحة: 'Asia/Qatar',
    الرباط: 'Africa/Casablanca',
    الرياض: 'Asia/Riyadh',
    السعودية: 'Asia/Riyadh',
    القاهرة: 'Africa/Cairo',
    القدس: 'Asia/Jerusalem',
    الكويت: 'Asia/Kuwait',
    المغرب: 'Africa/Casablanca',
    باريس: 'Europe/Paris',
    بغداد: 'Asia/Baghdad',
    بيروت: 'Asia/Beirut',
    تونس: 'Africa/Tunis',
    دبي: 'Asia/Dubai',
    دمشق: 'Asia/Damascus',
    صنعاء: 'Asia/Aden',
    طرابلس: 'Africa/Tripoli',
    عدن: 'Asia/Aden',
    عمان: 'Asia/Amman',
    غرينتش: 'UTC',
    غرينيتش: 'UTC',
    جرينتش: 'UTC',
    قرينتش: 'UTC',
    فلسطين: 'Asia/Hebron',
    لبنان: 'Asia/Beirut',
    لندن: 'Europe/London',
    ليبيا: 'Africa/Tripoli',
    مسقط: 'Asia/Muscat',
    مصر: 'Africa/Cairo',
    'مكة المكرمة': 'Asia/Riyadh',
    مكة: 'Asia/Riyadh',
    نواكشوط: 'Africa/Nouakchott',
  }).map(([place, zone]) => [fold(place), zone]),
)

/** Minutes east of Greenwich at a wall-clock time in an IANA zone; `undefined` when ICU doesn't know the zone. */
function ianaMinutes(zone: string, wallMs: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    const offsetAt = (ms: number): number => {
      const parts = format.formatToParts(ms)
      const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
      return (
        (Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - ms) /
        60_000
      )
    }
    // Twice, because the offset holds at the instant, not at the wall-clock time
    return offsetAt(wallMs - offsetAt(wallMs) * 60_000)
  } catch {
    return undefined
  }
}

/** A zone read off the start of a folded text: how to turn a wall clock into an instant, and how long it was. */
export type Zone = { minutesAt: (wallMs: number) => number; length: number }

const fixed = (minutes: number, length: number): Zone => ({ minutesAt: () => minutes, length })

/** The zone a folded, lower-case text begins with: `+02:00`, `gmt+3`, `est`, `europe/paris`, `بتوقيت القاهره`. */
export function zoneAtStart(text: string): Zone | undefined {
  const lead = /^[\s,(]*/.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead)
  // «18:05 - 4 May» has a day there: without a zone's name an offset has two digits and no space after its sign
  const offset =
    /^(?:gmt|utc|ut|z)\s?([+\-\u2212])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(rest) ??
    /^([+\-\u2212])(\d{2}):?(\d{2})(?!\d)/.exec(rest) ??
    /^([+\-\u2212])(\d{2})()(?=\s*(?:$|\d{4}$))/.exec(rest)
  if (offset) {
    const hours = Number(offset[2])
    const minutes = Number(offset[3] || 0)
    if (hours > 15 || minutes > 59) return undefined
    return fixed((offset[1] === '+' ? 1 : -1) * (hours * 60 + minutes), lead + offset[0].length)
  }
  const iana = /^[a-z]+(?:\/[a-z0-9_+-]+){1,2}/.exec(rest)?.[0]
  if (iana) {
    const known = ianaMinutes(iana, 0)
    if (known !== undefined)
      return { minutesAt: (ms) => ianaMinutes(iana, ms) ?? 0, length: lead + iana.length }
  }
  const name = /^[a-z]{1,4}(?![a-z])/.exec(rest)?.[0]
  const minutes = name === undefined ? undefined : MINUTES[name]
  if (name !== undefined && minutes !== undefined) return fixed(minutes, lead + name.length)
  const local = /^(?:(?:ب|ال|بال)?توقيت|ت\.)\s*(?:المحلي\s*)?(?:ل|مدينه\s)?\s*/.exec(rest)?.[0]
  if (local !== undefined) {
    const place = Object.keys(PLACES).find((known) => rest.startsWith(known, local.length))
    if (place) {
      const zone = PLACES[place] ?? 'UTC'
      return { minutesAt: (ms) => ianaMinutes(zone, ms) ?? 0, length: lead + local.length + place.length }
    }
    return undefined
  }
  const bare = /^(?:غرينتش|جرينتش|غرينيتش)/.exec(rest)?.[0]
  return bare === undefined ? undefined : fixed(0, lead + bare.length)
}
