export type Dateline = { agency?: string; place?: string }

const DASH = /\s*[–—-]\s+|\s+[–—-]\s*/
const AGENCY =
  /^(?:وكالات|[\p{Lu}]{2,6}|\(?[\p{Lu}]{2,6}\)?|.{0,20}(?:وكالة|وكالات|نيوز|أ ف ب|رويترز|news|agence|agency|agentur).{0,20})$/iu
const MAX_WORDS = 6

/** A line that is nothing but agency and place, or place and agency, with a dash between: "أوج – القاهرة". */
export function datelineOf(line: string): Dateline | undefined {
  const text = line.replace(/[\s:.،,]+$/u, '').trim()
  if (text.length > 60 || /[.!?؟]/.test(text)) return undefined
  const parts = text.split(DASH).map((p) => p.trim())
  if (parts.length !== 2 || parts.some((p) => p === '' || p.split(/\s+/).length > 3 || /\d/.test(p)))
    return undefined
  if (text.split(/\s+/).length > MAX_WORDS + 1) return undefined
  const [first, second] = parts
  return AGENCY.test(second ?? '') && !AGENCY.test(first ?? '')
    ? { place: first, agency: second }
    : { agency: first, place: second }
}

const OPENING =
  /^([\p{Lu}\p{Lo}][\p{L}\p{M}' .،,-]{1,40}?)\s*(?:\(([\p{L} .]{2,24})\)\s*[–—-]|[–—]|\s-\s)\s*/u
/** The dateline that opens a paragraph ("BERLIN (dpa) – …", «طرابلس – وكالات: …»), which stays in the text. */
export function openingDateline(paragraph: string): Dateline | undefined {
  const m = OPENING.exec(paragraph.slice(0, 90))
  const place = m?.[1]?.trim()
  if (!m || !place || place.split(/\s+/).length > 4) return undefined
  if (!m[2] && !(place === place.toUpperCase() && /\p{Lu}/u.test(place)) && !/^\p{Lo}/u.test(place))
    return undefined
  return { place, agency: m[2]?.trim() }
}
