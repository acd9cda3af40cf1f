import { isSiteName, type SiteNames, wordKey } from './site-names.ts'

/** Between a headline and the name of a site: strokes with room on both sides, and strokes that no headline holds. */
const STROKES = /(\s+[|｜ㅣ¦–—―‐·•»«›‹\\/_:~-]{1,3}\s+|\s*[|｜ㅣ¦»›•]\s*|\s?::\s|_|-{2,}|——)/
const HARD = /[|｜ㅣ¦»›•_]|::|--/
/** The last stroke without room around it, for names that are known: "headline-Site" */
const TIGHT = /^(.{8,}?)([-–—_:,])([^-–—_:,]{2,60})$/u

/** What stands between quotation marks of this shape isn't set apart by them */
const QUOTED = /«[^«»]*»/g
/** Stands for a stroke inside a quotation while the title is cut; foreign text holds neither */
const [OPEN, SHUT] = ['\ufdd0', '\ufdd1']

/** The parts of a title with the strokes between them: text, stroke, text … */
export const partsOf = (title: string): string[] =>
  title.includes('«') && title.includes('»')
    ? title
        .replace(QUOTED, (q) => OPEN + q.slice(1, -1) + SHUT)
        .split(STROKES)
        .map((p) => p.replaceAll(OPEN, '«').replaceAll(SHUT, '»'))
    : title.split(STROKES)

const join = (parts: readonly string[]): string => parts.join('').trim()

/**
 * A title without the name of the site at either end, and without the section beside that name. Where no name is
 * known, a short end behind a hard stroke goes as well when `isAlone`, that is when nothing else on the page tells
 * what the headline is.
 */
export function titleWithoutSite(title: string, site: SiteNames, isAlone = false): string {
  const parts = partsOf(title)
  let start = 0
  let end = parts.length - 1
  while (end > start && isSiteName(parts[end] ?? '', site)) end -= 2
  if (end === parts.length - 1) while (start < end && isSiteName(parts[start] ?? '', site)) start += 2
  if (start > 0 || end < parts.length - 1) {
    // A section stands between headline and name: one or two words behind the same stroke
    const stroke = parts[end + 1]?.trim()
    while (
      end > start + 1 &&
      parts[end - 1]?.trim() === stroke &&
      wordKey(parts[end] ?? '').split(' ').length <= 2 &&
      wordKey(join(parts.slice(start, end - 1))).split(' ').length >= 4
    )
      end -= 2
    const kept = join(parts.slice(start, end + 1))
    return wordKey(kept) === '' ? title : kept
  }
  const tight = TIGHT.exec(title)
  if (tight && isSiteName(tight[3] ?? '', site)) return (tight[1] ?? title).trim()
  const last = parts[parts.length - 1] ?? ''
  const rest = join(parts.slice(0, -2))
  if (parts.length < 3) return title
  const isHard = HARD.test(parts[parts.length - 2] ?? '')
  const [ends, rests] = [wordKey(last).split(' ').length, wordKey(rest).split(' ').length]
  // "| Opinion": no headline goes on behind such a stroke with a word or two
  if (isHard && ends <= 2 && rests >= 4) return rest
  if (!isAlone || !(isHard || site.names.length === 0)) return title
  return ends <= 4 && rests >= 4 ? rest : title
}

/** A title cut back to the wording it begins with or ends in when what is over is short and set apart by a stroke. */
export function cutToWording(title: string, wording: string): string {
  const k = wordKey(title)
  const w = wordKey(wording)
  if (w.length < 12 || k.length <= w.length) return title
  const over = k.length - w.length
  if (over > 40 || over > w.length) return title
  if (title.startsWith(wording) && /^\s*[-–—_/|:]/.test(title.slice(wording.length)) && over <= 16)
    return wording
  const parts = partsOf(title)
  if (parts.length < 3) return title
  if (k.startsWith(`${w} `)) {
    for (let end = parts.length - 3; end >= 0; end -= 2)
      if (wordKey(join(parts.slice(0, end + 1))) === w) return wording
  }
  return title
}

const ELLIPSIS = /\s*(?:…|\.{3,}|\[…\]|\[\.{3}\])$/

/** Whether a wording is another one cut off: dots at its end, a cut in the middle of a word or before a quotation mark. */
export function isCutFrom(short: string, long: string): boolean {
  const stem = short.replace(ELLIPSIS, '')
  const isDotted = stem !== short
  if (stem.length < 10 || long.length <= stem.length || long === short) return false
  if (!long.startsWith(stem)) return isDotted && wordKey(long).startsWith(wordKey(stem))
  if (isDotted) return true
  const next = long[stem.length] ?? ''
  const before = stem[stem.length - 1] ?? ''
  return (
    (/[\p{L}\p{N}]/u.test(next) && /[\p{L}\p{N}]/u.test(before)) ||
    /^\s?["“„«]/.test(long.slice(stem.length)) ||
    /[“„«(:,–-]$/.test(stem)
  )
}
