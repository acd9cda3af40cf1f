import { clauseMarks, endsLikeSentence } from './closing-marks.ts'
import { furnitureShare } from './furniture-words.ts'
import { bare, type LineReading, readLine } from './furniture-line.ts'

export const lineNames = [
  'logChars',
  'words',
  'wordChars',
  'sentence',
  'marks',
  'marksPer100',
  'digitShare',
  'upperShare',
  'titleCase',
  'readSure',
  'readTail',
  'repeats',
  'prose',
  'proseBefore',
  'proseAfter',
  'sinceProse',
  'toProse',
  'window',
  'place',
  'fromStart',
  'toEnd',
  'tailSince',
  'readAround',
  'prev1Log',
  'prev2Log',
  'prev3Log',
  'next1Log',
  'next2Log',
  'next3Log',
  'prev1Sentence',
  'next1Sentence',
  'prev1Read',
  'next1Read',
  'shortRun',
  'hasColonEnd',
  'hasDots',
  'hasBar',
  'hasAt',
  'hasYear',
  'hasClock',
  'startsOdd',
  'quoted',
  'crumbs',
  'sharedWords',
  'foreign',
  'noCase',
  'longestPlace',
  'parenthesised',
  'furnitureWords',
  'furnitureAround',
  'shortTotal',
  'sentencesAround',
  'startRepeats',
] as const
const COUNT = lineNames.length
const START_CHARS = 8
const cap = (x: number, most: number): number => Math.max(-most, Math.min(most, x))

export type LineFacts = {
  texts: string[]
  readings: (LineReading | undefined)[]
  prose: Float64Array
  sentence: boolean[]
  bares: string[]
  rows: Float32Array
}

/** Reads lines like prose: of some length, with clauses or an end. */
export function isProse(text: string, reading?: LineReading): boolean {
  if (reading?.sure) return false
  const size = text.length
  const dense = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text) ? 2 : 1
  return (size * dense >= 60 && (endsLikeSentence(text) || clauseMarks(text) >= 2)) || size * dense >= 140
}

/** One row of numbers per line: its shape, its wording, what stands around it. */
export function lineFeatures(texts: string[]): LineFacts {
  const n = texts.length
  const readings = texts.map((t) => readLine(t))
  const sentence = texts.map((t) => endsLikeSentence(t))
  const bares = texts.map((t) => (t.length < 400 ? bare(t) : t))
  const prose = Float64Array.from(texts, (t, i) => (isProse(t, readings[i]) ? t.length : 0))
  const furniture = Float64Array.from(bares, (b, i) =>
    (texts[i]?.length ?? 0) < 400 ? furnitureShare(b) : 0,
  )
  // Length of the row of short lines without an end that a line stands in
  const shortTotal = new Float64Array(n)
  for (let i = 0; i < n;) {
    let to = i
    while (to < n && (texts[to] ?? '').length < 60 && !sentence[to]) to++
    for (let k = i; k < to; k++) shortTotal[k] = to - i
    i = to + 1
  }
  const rows = new Float32Array(n * COUNT)
  const repeats = new Map<string, number>()
  /** Lines of a list of figures or offers begin alike */
  const starts = new Map<string, number>()
  for (const b of bares) {
    repeats.set(b, (repeats.get(b) ?? 0) + 1)
    const start = b.slice(0, START_CHARS)
    starts.set(start, (starts.get(start) ?? 0) + 1)
  }
  let all = 0
  let longest = 0
  for (let i = 0; i < n; i++) {
    all += prose[i] ?? 0
    if ((prose[i] ?? 0) > (prose[longest] ?? 0)) longest = i
  }
  // Words of the prose, and the share of its letters outside Latin
  const bodyWords = new Set<string>()
  let letters = 0
  let outside = 0
  for (let i = 0; i < n; i++)
    if ((prose[i] ?? 0) > 0) {
      const head = (texts[i] ?? '').slice(0, 600)
      letters += head.length
      outside += foreignLetters(head)
      for (const w of bare(head).split(' ')) if (w.length > 3 && bodyWords.size < 5000) bodyWords.add(w)
    }
  const pageForeign = letters > 0 ? outside / letters : 0
  const toProse = new Float64Array(n)
  for (let i = n - 1, d = 30; i >= 0; i--) {
    toProse[i] = d
    d = (prose[i] ?? 0) > 0 ? 0 : Math.min(30, d + 1)
  }
  let before = 0
  let since = 30
  let tail = 0
  let run = 0
  for (const [i, text] of texts.entries()) {
    const size = Math.max(1, text.length)
    const words = text.split(' ')
    const head = text.slice(0, 300)
    const reading = readings[i]
    const marks = size > 2000 ? 20 : clauseMarks(text)
    if (reading?.sure && reading.tail) tail++
    let window = 0
    let around = 0
    for (let k = i - 3; k <= i + 3; k++)
      if (k !== i) {
        window += prose[k] ?? 0
        if (readings[k]?.sure) around++
      }
    run = words.length <= 5 ? run + 1 : 0
    const own = bares[i] ?? ''
    const ownWords = own.split(' ').filter((w) => w.length > 3)
    const log = (k: number): number => (k < 0 || k >= n ? 0 : Math.log2((texts[k] ?? '').length + 1))
    rows.set(
      [
        Math.log2(size),
        cap(words.length, 60),
        head.length / head.split(' ').length,
        sentence[i] ? 1 : 0,
        Math.min(20, marks),
        (marks / size) * 100,
        (head.match(/\d/g)?.length ?? 0) / head.length,
        size < 300 ? (head.match(/\p{Lu}/gu)?.length ?? 0) / head.length : 0,
        words.length > 1 && words.length < 12
          ? words.filter((w) => /^\p{Lu}/u.test(w)).length / words.length
          : 0,
        reading ? (reading.sure ? 2 : 1) : 0,
        reading?.tail ? 1 : 0,
        Math.min(6, repeats.get(own) ?? 1),
        Math.min(800, prose[i] ?? 0),
        before / Math.max(1, all),
        (all - before - (prose[i] ?? 0)) / Math.max(1, all),
        since,
        toProse[i] ?? 30,
        Math.min(2500, window),
        i / n,
        Math.min(40, i),
        Math.min(40, n - i),
        Math.min(6, tail),
        around,
        log(i - 1),
        log(i - 2),
        log(i - 3),
        log(i + 1),
        log(i + 2),
        log(i + 3),
        sentence[i - 1] ? 1 : 0,
        sentence[i + 1] ? 1 : 0,
        readings[i - 1]?.sure ? 1 : 0,
        readings[i + 1]?.sure ? 1 : 0,
        Math.min(20, run),
        /[:：]$/.test(text) ? 1 : 0,
        /(?:\.\.\.|…)$/.test(text) ? 1 : 0,
        text.includes('|') ? 1 : 0,
        /@\w|https?:|www\./.test(head) ? 1 : 0,
        /(?:19|20)\d\d/.test(head) ? 1 : 0,
        /\d{1,2}[:.]\d\d/.test(head) ? 1 : 0,
        /^[^\p{L}\p{N}"“«'‘„(\[]/u.test(text) ? 1 : 0,
        /[“”«»"„]/.test(head) ? 1 : 0,
        /[»›>→]/.test(head) ? 1 : 0,
        ownWords.length === 0 ? -1 : ownWords.filter((w) => bodyWords.has(w)).length / ownWords.length,
        Math.abs(foreignLetters(head) / head.length - pageForeign),
        pageForeign > 0.3 ? 1 : 0,
        cap(i - longest, 40),
        /^\(.*\)$/.test(text) ? 1 : 0,
        furniture[i] ?? 0,
        ((furniture[i - 2] ?? 0) +
          (furniture[i - 1] ?? 0) +
          (furniture[i + 1] ?? 0) +
          (furniture[i + 2] ?? 0)) /
          4,
        Math.min(30, shortTotal[i] ?? 0),
        (sentence[i - 2] ? 1 : 0) +
          (sentence[i - 1] ? 1 : 0) +
          (sentence[i + 1] ? 1 : 0) +
          (sentence[i + 2] ? 1 : 0),
        Math.min(8, starts.get(own.slice(0, START_CHARS)) ?? 1),
      ],
      i * COUNT,
    )
    before += prose[i] ?? 0
    since = (prose[i] ?? 0) > 0 ? 0 : Math.min(30, since + 1)
  }
  return { texts, readings, prose, sentence, bares, rows }
}

const foreignLetters = (text: string): number => text.match(/[\u0370-\uffff]/g)?.length ?? 0
