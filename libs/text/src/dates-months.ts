import { fold } from './fold.ts'
import { MONTH_NAMES } from './month-names/month-names.ts'

/**
 * Gregorian month names, one a line: month, name, where it is written so. Arabic has three families (Roman names of
 * the Nile and the Gulf, Syriac names of the Levant and Iraq, French ones of the Maghreb) and many spellings.
 */
const ARABIC = `
1 جانفي Algeria, Tunisia
1 جانفييه Algeria
1 كانون الثاني Levant, Iraq
1 كانون ثاني Levant, Iraq
1 يناير Egypt, Gulf, Libya, Morocco, Sudan
1 ينير Mauritania
2 شباط Levant, Iraq
2 فبراير Egypt, Gulf, Libya, Morocco, Sudan
2 فيفري Algeria, Tunisia
2 فيفرييه Algeria
3 آذار Levant, Iraq
3 اذار Levant, Iraq
3 مارس Egypt, Gulf, Libya, Maghreb, Sudan
4 أبريل Egypt, Gulf, Libya, Morocco, Sudan
4 إبريل Egypt, Gulf, Mauritania
4 أفريل Algeria, Tunisia
4 نيسان Levant, Iraq
5 أيار Levant, Iraq
5 ماي Algeria, Morocco, Tunisia
5 مايس Iraq
5 مايو Egypt, Gulf, Libya, Sudan
5 نوار Levant
6 جوان Algeria, Tunisia
6 حزيران Levant, Iraq
6 يونيو Egypt, Gulf, Libya, Morocco, Sudan
6 يونيه Egypt
7 تموز Levant, Iraq
7 جويلية Algeria, Tunisia
7 جويليا Algeria
7 جوييه Algeria
7 يوليو Egypt, Gulf, Libya, Sudan
7 يوليوز Morocco
7 يوليه Egypt
8 آب Levant, Iraq
8 أغشت Mauritania
8 أغسطس Egypt, Gulf, Libya, Sudan
8 أوت Algeria, Tunisia
8 أغسطوس Egypt
8 غشت Morocco
9 أيلول Levant, Iraq
9 سبتمبر Algeria, Egypt, Gulf, Libya, Sudan, Tunisia
9 شتمبر Mauritania
9 شتنبر Morocco
10 أكتوبر Algeria, Egypt, Gulf, Libya, Morocco, Sudan, Tunisia
10 أكتوبار Tunisia
10 تشرين الأول Levant, Iraq
10 تشرين أول Levant, Iraq
11 تشرين الثاني Levant, Iraq
11 تشرين ثاني Levant, Iraq
11 نوفمبر Algeria, Egypt, Gulf, Libya, Mauritania, Sudan, Tunisia
11 نونبر Morocco
11 نوفمبار Tunisia
12 دجمبر Mauritania
12 دجنبر Morocco
12 ديسمبر Algeria, Egypt, Gulf, Libya, Sudan, Tunisia
12 ديسمبار Tunisia
12 كانون الأول Levant, Iraq
12 كانون أول Levant, Iraq
`

/** English and French, the two that feeds carry whatever their language. */
const LATIN = `
1 january jan janvier janv
2 february feb fevrier fevr fev
3 march mar mars
4 april apr avril avr
5 may mai
6 june jun juin
7 july jul juillet juil
8 august aug aout
9 september sep sept septembre
10 october oct octobre
11 november nov novembre
12 december dec decembre
`

/** Months of the Islamic calendar, 1 to 12. */
const HIJRI = `
1 محرم all
1 المحرم Gulf
2 صفر all
3 ربيع الأول all
3 ربيع أول all
4 ربيع الآخر all
4 ربيع الثاني all
4 ربيع ثاني all
5 جمادى الأول all
5 جمادى الأولى all
5 جمادى أول all
6 جمادى الآخر all
6 جمادى الآخرة all
6 جمادى الثاني all
6 جمادى الثانية all
7 رجب all
8 شعبان all
9 رمضان all
10 شوال all
11 ذو القعدة all
11 ذي القعدة all
12 ذو الحجة all
12 ذي الحجة all
`

/** Months of the Persian solar calendar, 1 to 12. */
const PERSIAN_MONTHS = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'

const clean = (name: string): string => fold(name).replace(/\./g, '').replace(/\s+/g, ' ').trim()

const oneALine = (table: string): Map<string, number> =>
  new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [month = '', ...rest] = line.split(' ')
        // What follows the name is its origin, in Latin letters
        return [clean(rest.filter((word) => !/^[A-Za-z,]+$/.test(word)).join(' ')), Number(month)]
      }),
  )

const GREGORIAN = oneALine(ARABIC)
for (const line of LATIN.trim().split('\n')) {
  const [month, ...names] = line.split(' ')
  for (const name of names) GREGORIAN.set(name, Number(month))
}
const ISLAMIC = oneALine(HIJRI)
const PERSIAN = new Map(PERSIAN_MONTHS.split(' ').map((name, i) => [clean(name), i + 1]))

/** Other languages of the press; Arabic and the names above come first. Made at the first unknown word. */
let foreign: Map<string, number> | undefined
const foreignMonths = (): Map<string, number> =>
  new Map(MONTH_NAMES.flatMap((names, i) => names.split('|').map((name) => [name, i + 1] as const)))

/** Month 1 to 12 of a name or its abbreviation in any language of the press, folded inside; Gregorian names only. */
export function monthOf(name: string): number | undefined {
  const key = clean(name)
  const known = GREGORIAN.get(key)
  if (known !== undefined) return known
  if (key.length < 2 || key.length > 20 || /\d/.test(key)) return undefined
  foreign ??= foreignMonths()
  return foreign.get(key)
}

/** Month 1 to 12 of the Islamic calendar by its Arabic name. */
export const hijriMonthOf = (name: string): number | undefined => ISLAMIC.get(clean(name))

/** Month 1 to 12 of the Persian solar calendar by its name. */
export const persianMonthOf = (name: string): number | undefined => PERSIAN.get(clean(name))
