/** A time as the outlet's own clock shows it. */
export type LocalTime = {
  year: number
  /** 0 to 11 */
  month: number
  day: number
  /** 0 is Sunday */
  weekday: number
  hhmm: string
  dd: string
  mm: string
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The outlet's wall clock at an instant. */
export function localTime(at: Date, offsetMinutes: number): LocalTime {
  const t = new Date(at.getTime() + offsetMinutes * 60_000)
  return {
    year: t.getUTCFullYear(),
    month: t.getUTCMonth(),
    day: t.getUTCDate(),
    weekday: t.getUTCDay(),
    hhmm: `${two(t.getUTCHours())}:${two(t.getUTCMinutes())}`,
    dd: two(t.getUTCDate()),
    mm: two(t.getUTCMonth() + 1),
  }
}

/** ISO 8601 with the outlet's offset: `2026-03-01T18:05:00+01:00`. */
export function isoLocal(at: Date, offsetMinutes: number): string {
  const shifted = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const size = Math.abs(offsetMinutes)
  return `${shifted}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

export const maghrebiMonths = 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر'.split(
  ' ',
)
export const levantineMonths =
  'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'.split(',')
export const arabicDays = 'الأحد الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت'.split(' ')
export const englishMonths =
  'January February March April May June July August September October November December'.split(' ')
export const frenchMonths =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
export const germanMonths =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
export const spanishMonths =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
export const spanishDays = 'domingo lunes martes miércoles jueves viernes sábado'.split(' ')
