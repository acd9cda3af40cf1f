import { asciiDigits } from '@newsbraid/text'
import { writtenDate } from './iso-date.ts'
import type { PageFacts } from './page-facts.ts'

const BAD = new Set([
  'comments',
  'comment-form',
  'related',
  'sidebar',
  'footer',
  'navigation',
  'ticker',
  'advertisement',
  'newsletter',
])
const LABEL =
  /^[^\d:：|]{0,40}[:：]\s*(?=\S)|^(?:published|posted|updated|last updated|erstellt|stand|veröffentlicht|publié|mis à jour|le|am|vom|on|نشر|تاريخ النشر|آخر تحديث|تاریخ انتشار|منذ)\s+(?:on|le|am|في|:)?\s*/iu
const MAX_PART = 70

/**
 * The date a reader sees near the headline. Only parts of short lines that hold a year are read, so that a date in a
 * sentence of the body isn't taken.
 */
export function visibleDate(
  facts: PageFacts,
  titleBlock: number,
  bodyStart: number,
  language?: string,
): string | undefined {
  const { blocks, hint, tree } = facts
  const anchor = titleBlock >= 0 ? titleBlock : Math.max(0, bodyStart)
  let best: { date: string; score: number } | undefined
  for (let b = Math.max(0, anchor - 8); b < Math.min(blocks.length, Math.max(anchor, bodyStart) + 6); b++) {
    const block = blocks[b]
    if (!block || block.text.length > 160 || BAD.has(hint[block.node] ?? '')) continue
    const text = asciiDigits(block.text)
    if (!HAS_YEAR.test(text) || (block.text.length > 110 && /[.!?]$/.test(text))) continue
    const named =
      hint[block.node] === 'post-meta' ||
      tree.name[block.node] === 'time' ||
      /date|time/i.test(tree.attributes[block.node]?.class ?? '')
    // A line that tells of a change alone gives way to one that doesn't
    const changed = CHANGED.test(text) && issuedPart(text) === text && !ISSUED.test(text) ? 1.5 : 0
    const score = (named ? 2 : 0) - changed - Math.abs(b - anchor) / 10
    if (best && score <= best.score) continue
    const date = dateIn(text, language)
    if (date) best = { date, score }
  }
  return best?.date
}

/** Signs of a word, told by what they are not: the class of all letters, counted, takes 30 ms to compile */
const L = '[^\\s\\d.,:;،|/()"«»–—@-]'
/** In small letters or capitals; to ask that of the class above by a flag takes long to compile as well */
const cased = (words: string): string =>
  words.replace(/[a-zà]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const CLOCK = `(?:[\\s,،|@–—-]{1,4}(?:${cased('at|um|à|as|om|kl')}\\.?|الساعة|ساعت)?\\s{0,2}@?\\d{1,2}\\s?[:.hH]\\s?\\d{2}(?::\\d{2})?(?:\\s?(?:[apAP]\\.?[mM]\\.?|${cased('uhr')}|ص|م)(?!${L}))?(?:\\s[A-Za-z]{3,4}\\b)?)?`
const YEAR = '(?:19|20|13|14)\\d{2}(?!\\d)'
/** A date in a line of other words: "Written by Ann Teller on 2 May 2018 at 07:45 PM" */
const IN_LINE = [
  `(?<!\\d|${L})\\d{1,2}(?:${cased('st|nd|rd|th|er')}|\\.)?\\s(?:(?:${cased('de|of')})\\s)?${L}+[.,]?\\s(?:${cased('de')}\\s)?${YEAR}${CLOCK}`,
  `(?<!${L})${L}+\\.?\\s\\d{1,2}(?:${cased('st|nd|rd|th')})?,?\\s${YEAR}${CLOCK}`,
  `(?<![\\d./-])(?:\\d{1,2}([./-])\\d{1,2}\\1${YEAR}|${YEAR}([./-])\\d{1,2}\\2\\d{1,2}(?!\\d))${CLOCK}`,
].map((source) => new RegExp(source))

const CHANGED =
  /(?:last |zuletzt |dernière |última )?(?:updated?|modified|aktualisiert|geändert|bearbeitet|mise? à jour|actualizad[oa]|güncelleme|آخر تحديث|اخر تحديث|تحديث|تم التحديث|به ?روزرسانی|بروزرسانی)/i
const ISSUED =
  /published|posted|veröffentlicht|erstellt|publiée?|publicado|yayınlanma|تاريخ النشر|نشر|نُشر|تاریخ انتشار|انتشار/i

/** The part of a line that tells when a text came out, where the line tells too when it was changed. */
function issuedPart(line: string): string {
  const changed = line.search(CHANGED)
  if (changed < 0) return line
  const issued = line.search(ISSUED)
  if (issued > changed) return line.slice(issued)
  const before = line.slice(0, changed)
  return /\d/.test(before) ? before : line
}

/** The first date that a line's parts tell; dates among other words are looked for last. */
function dateIn(line: string, language?: string): string | undefined {
  const text = issuedPart(line).trim()
  for (const part of [text, ...text.split(BETWEEN)]) {
    const date = read(part, language) ?? read(part.replace(LABEL, ''), language)
    if (date !== undefined) return date
  }
  if (!HAS_DAY.test(text)) return undefined
  for (const shape of IN_LINE) {
    const found = shape.exec(text)?.[0]
    const date = found === undefined ? undefined : read(found, language)
    if (date !== undefined) return date
  }
  return undefined
}

const HAS_DAY = /(?<!\d)\d{1,2}(?!\d)/
const BETWEEN = /\s*[|•·–—]\s*|\s{2,}|\s-\s/
const HAS_YEAR = /(?:19|20|13|14)\d{2}|\d[./]\d{1,2}[./]\d{2}/

/** In the United States the month comes first: 06/12/2023 is a day of June. */
const monthFirst = (part: string): string =>
  part.replace(
    /(?<!\d)(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?!\d)/,
    (all: string, m: string, d: string, y: string) =>
      Number(m) <= 12 ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : all,
  )

function read(part: string, language?: string): string | undefined {
  if (part.length < 6 || part.length > MAX_PART) return undefined
  if (
    !/(?<!\d)(?:19|20|13|14)\d{2}(?!\d)/.test(part) &&
    !/(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)/.test(part)
  )
    return undefined
  return writtenDate(/^en[-_]us$/i.test(language ?? '') ? monthFirst(part) : part)
}

/** The day that many addresses hold: `/2024/03/09/…`, `/2024-03-09/`, `/20240309/`. */
export function dateInAddress(url: string): string | undefined {
  const m = /[/\-_](20\d{2})[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)/.exec(url)
  return m ? `${m[1]}-${m[2]}-${m[3]}` : undefined
}
