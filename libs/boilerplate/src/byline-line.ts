import { BYLINE_PREFIX, isBylineLabel, isCapitalisedName, namesOf } from './author-names.ts'

/** A byline after a date in one line: "3 March 2024 by …" */
const MIDDLE = /\d\D{0,20}\s(?:by|von|par|por|di|da|door|av|af|بقلم|بواسطة|توسط)\s+(.{3,50})$/iu

/** A labelled name among other labelled words: "Published: 5 March Code: 123 Author: Ann Teller" */
const LABELLED =
  /\s(?:نویسنده|خبرنگار|بقلم|كتب|كتبت|الكاتب|إعداد|تحرير|author|autor(?:in)?|auteur|von|by|par)\s*[:：]\s*([^\d|:：•·,،]{3,50})(:|：)?/iu

/**
 * Names behind a date or a label within one line: "3 March 2024 by Ann Teller". `pieces`: the line as its elements cut it,
 * which may set a label and a name apart with nothing in between.
 */
export function namesWithin(line: string, pieces: readonly string[]): string[] {
  if (pieces.length > 1)
    for (const [i, piece] of pieces.entries()) {
      const names = isBylineLabel(piece)
        ? namesOf(pieces[i + 1] ?? '')
        : BYLINE_PREFIX.test(piece) && /[:：]/.test(piece)
          ? namesOf(piece)
          : []
      if (names.length > 0) return names
    }
  const labelled = LABELLED.exec(line)
  if (!labelled) return namesOf(MIDDLE.exec(line)?.[1] ?? '')
  // What stands right before a further colon is the next label
  const found = (labelled[1] ?? '').trim().split(/\s+/)
  return namesOf((labelled[2] === undefined ? found : found.slice(0, 2)).join(' '))
}

/** Words that stand in sentences and in no name */
const IN_SENTENCES = /(?:^|\s)(?:في|على|من|إلى|الى|أن|ان|عن|مع|بعد|قبل|که|را|است|در|از)(?:\s|$)/u

/**
 * Whether a line that opens like a byline is one: after a colon or stroke always, else when nothing but names follow.
 * "Von der Leyen warnt" and «كتب الوزير على حسابه» are none.
 */
export function readsAsByline(line: string, below: number): boolean {
  if (/^[^:：/]{1,30}[:：/]\s*\S/.test(line)) return true
  if (/[.!?؟]$/.test(line)) return false
  const names = namesOf(line)
  if (names[0] !== undefined && isCapitalisedName(names[0])) return true
  return names.every(
    (n) =>
      (/^[\p{Lo}\p{M}\s'’.-]+$/u.test(n) && n.split(' ').length <= 4 && !IN_SENTENCES.test(n)) ||
      (below >= 0 && below <= 5 && line.split(' ').length <= 4),
  )
}

/** The name in a line of name and date: "Ann Teller | 3 March 2024", in either order. */
export function nameBesideDate(line: string): string | undefined {
  const parts = line.split(/\s*[|·•]\s*|\s[–—-]\s/).filter((p) => p !== '')
  if (parts.length < 2 || parts.length > 4 || !parts.some((p) => /\d{1,2}\D+\d|(?:19|20)\d{2}/.test(p)))
    return undefined
  return parts.map((p) => p.replace(/\son behalf of\s.*$/i, '')).find(isCapitalisedName)
}
