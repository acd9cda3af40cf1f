import { fold } from '@newsbraid/text'
import { endsLikeSentence } from './closing-marks.ts'
import { datelineOf } from './dateline.ts'
import type { LineReading } from './furniture-line.ts'
import { lineOdds, type LineModel } from './judge-lines.ts'

export type Line = {
  text: string
  /** Empty lines before it */
  gap: number
}
export type LineVerdict = {
  keep: boolean
  role: 'title' | 'body' | 'dateline' | 'byline' | 'furniture'
  reason?: string
  evidence?: string
}

const CRUMBS = /\s*(?:»|›|>|\||\/|→|⟩|\\|::)\s*/
const wordsOf = (text: string): number => text.split(/\s+/).length

/** Parts of a breadcrumb when a line is one: short parts between separators, the last of which may be the headline. */
export function breadcrumbParts(text: string): string[] | undefined {
  if (text.length > 300) return undefined
  const parts = text
    .split(CRUMBS)
    .map((p) => p.trim())
    .filter((p) => p !== '')
  if (parts.length < 2) return undefined
  const short = parts.slice(0, -1).every((p) => wordsOf(p) <= 4 && p.length <= 40)
  return short && (parts.length >= 3 || CRUMBS.test(text)) ? parts : undefined
}

/** Splits already extracted text into lines, remembering the empty ones before each. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const raw of text.split(/\r\n?|\n|\u2028|\u2029/)) {
    const line = raw.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
    if (line === '') gap++
    else {
      lines.push({ text: line, gap })
      gap = 0
    }
  }
  return lines
}

/** Measured on dumps of news pages of sites unseen in fitting, five folds: line F1 .893 at 0.3, 0.5 and 0.7, .890 at 0.9 */
const DUMP_CUT = 0.5

/**
 * Judges each line of already extracted text. What is certain by its wording goes first; the model, which sees each line
 * among its neighbours, decides on the others; the rules below then name the reason.
 */
export function judgeLines(lines: Line[], model: LineModel): LineVerdict[] {
  const {
    facts,
    odds,
    title: likely,
  } = lineOdds(
    lines.map((l) => l.text),
    model,
  )
  const { readings, prose, bares } = facts
  const isProse = Array.from(prose, (p) => p > 0)
  const firstProse = isProse.indexOf(true)
  const lastProse = isProse.lastIndexOf(true)
  const title = headline(lines, readings, likely, firstProse < 0 ? lines.length : firstProse)
  const titleText = title >= 0 ? bares[title] : undefined
  const spaced = lines.filter((l) => l.gap > 0).length > 0.3 * lines.length
  // A dump without empty lines holds far more furniture than what somebody cut out by paragraphs
  const cut = spaced ? 0 : DUMP_CUT
  let lastBody = lastProse
  for (let i = lastProse + 1; i < lines.length; i++)
    if ((odds[i] ?? 0) > cut && !readings[i]?.sure) lastBody = i
  return lines.map((line, i): LineVerdict => {
    const reading = readings[i]
    const words = wordsOf(line.text)
    const drop = (reason: string, evidence?: string): LineVerdict => ({
      keep: false,
      role: 'furniture',
      reason,
      evidence,
    })
    if (i === title) return { keep: true, role: 'title' }
    if (reading?.sure && !(reading.reason === 'no-words' && !reading.sure))
      return drop(reading.reason, reading.evidence)
    if (titleText !== undefined && titleText !== '' && bares[i] === titleText) return drop('repeated-title')
    const between = i > firstProse && i < lastProse
    if (
      i > title &&
      i < Math.max(firstProse, title + 6) &&
      (spaced || (odds[i] ?? 0) > -1) &&
      datelineOf(line.text)
    )
      return { keep: true, role: 'dateline' }
    if ((odds[i] ?? 0) > cut) {
      if (spaced && between && looksLikeHeadline(line.text) && (lines[i + 1]?.gap ?? 0) > 0 && line.gap > 0)
        return drop('inline-related', 'a headline alone between paragraphs')
      if (title >= 0 && i < title && !isProse[i])
        return drop(words <= 3 ? 'section-label' : 'before-title', 'stands above the headline')
      return { keep: true, role: 'body' }
    }
    // The model says furniture: where empty lines part the paragraphs, prose among prose stays all the same
    if (
      spaced &&
      isProse[i] &&
      !(between && looksLikeHeadline(line.text)) &&
      (odds[i] ?? 0) > -2.5 &&
      i > title &&
      i <= lastBody &&
      !comesAfterTail(readings, i)
    )
      return { keep: true, role: 'body' }
    const crumbs = breadcrumbParts(line.text)
    if (i < title || (title < 0 && i < firstProse)) {
      if (crumbs && crumbs.length >= 2) return drop('breadcrumb', crumbs.slice(0, 3).join(' » '))
      return drop(words <= 3 ? 'section-label' : 'before-title', 'stands above the headline')
    }
    if (i < firstProse && words <= 5 && i <= title + 3 && looksLikeName(line.text))
      return { keep: false, role: 'byline', reason: 'byline', evidence: 'short line under the headline' }
    if (i > lastBody) return drop('after-body', 'stands below the last paragraph')
    if (spaced && between && looksLikeHeadline(line.text))
      return drop('inline-related', 'a headline alone between paragraphs')
    return drop(i < firstProse ? 'page-tools' : 'unlike-body', 'unlike the paragraphs around it')
  })
}

const comesAfterTail = (readings: (LineReading | undefined)[], i: number): boolean =>
  readings.some((r, k) => k < i && r?.sure === true && r.tail)
const looksLikeName = (text: string): boolean => !/[\d.!?:؟،,]/.test(text) && text.length <= 40

/** A lone line of headline length without a closing mark: longer than a subheading, shorter than a paragraph. */
export function looksLikeHeadline(text: string): boolean {
  const words = wordsOf(text)
  return words >= 9 && words <= 22 && text.length < 140 && !endsLikeSentence(text) && !/[:：،,;]$/.test(text)
}

/** The line a breadcrumb ends in, else the likely one, else the longest short line above the body. */
function headline(
  lines: Line[],
  readings: (LineReading | undefined)[],
  likely: number,
  before: number,
): number {
  // A breadcrumb that ends in a later line names the headline
  for (let i = 0; i < Math.min(before, 30); i++) {
    const last = breadcrumbParts(lines[i]?.text ?? '')?.at(-1)
    if (!last) continue
    const at = lines.findIndex((l, j) => j > i && fold(l.text) === fold(last))
    if (at > i && at <= before) return at
  }
  if (likely >= 0) return likely
  let best = -1
  let bestScore = 0
  for (let i = Math.max(0, before - 14); i < before; i++) {
    const text = lines[i]?.text ?? ''
    const words = wordsOf(text)
    if (readings[i]?.sure || words < 3 || text.length > 200) continue
    if (breadcrumbParts(text) && words < 12) continue
    let score = Math.min(words, 12) / 12
    if (datelineOf(text)) score -= 0.6
    if (/\d{1,2}[:/.]\d{2}/.test(text)) score -= 0.5
    if (endsLikeSentence(text) && words > 12) score -= 0.3
    if (score > bestScore) {
      bestScore = score
      best = i
    }
  }
  if (best < 0 && before > 0 && !readings[0]?.sure) best = 0
  return best
}
