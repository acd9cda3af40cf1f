import { asciiDigits, parseDate } from '@newsbraid/text'
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
export function visibleDate(facts: PageFacts, titleBlock: number, bodyStart: number): string | undefined {
  const { blocks, hint, tree } = facts
  const anchor = titleBlock >= 0 ? titleBlock : Math.max(0, bodyStart)
  let best: { date: string; score: number } | undefined
  for (let b = Math.max(0, anchor - 8); b < Math.min(blocks.length, Math.max(anchor, bodyStart) + 6); b++) {
    const block = blocks[b]
    if (!block || block.text.length > 160 || BAD.has(hint[block.node] ?? '')) continue
    const text = asciiDigits(block.text)
    if (!/\d/.test(text) || (block.text.length > 110 && /[.!?]$/.test(text))) continue
    const named =
      hint[block.node] === 'post-meta' ||
      tree.name[block.node] === 'time' ||
      /date|time/i.test(tree.attributes[block.node]?.class ?? '')
    const score = (named ? 2 : 0) - Math.abs(b - anchor) / 10
    if (best && score <= best.score) continue
    const date = partsOf(text)
      .map(read)
      .find((d) => d !== undefined)
    if (date) best = { date, score }
  }
  return best?.date
}

const partsOf = (text: string): string[] =>
  [text, ...text.split(/\s*[|•·–—]\s*|\s{2,}|\s-\s/)]
    .flatMap((p) => [p, p.replace(LABEL, '')])
    .filter((p) => p.length >= 6 && p.length <= MAX_PART)

function read(part: string): string | undefined {
  if (
    !/(?<!\d)(?:19|20|13|14)\d{2}(?!\d)/.test(part) &&
    !/(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)/.test(part)
  )
    return undefined
  const iso = parseDate(part)
  if (!iso) return undefined
  const year = Number(iso.slice(0, 4))
  if (year < 1990 || year > 2100) return undefined
  return /\d\s?[:h]\s?\d{2}|\d\s?(?:am|pm|uhr)/i.test(part) ? iso : iso.slice(0, 10)
}

/** The day that many addresses hold: `/2024/03/09/…`, `/2024-03-09/`, `/20240309/`. */
export function dateInAddress(url: string): string | undefined {
  const m = /[/\-_](20\d{2})[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?=[/\-_.?]|$)/.exec(url)
  return m ? `${m[1]}-${m[2]}-${m[3]}` : undefined
}
