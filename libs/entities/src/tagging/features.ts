import { hashText, mix } from './hash.ts'
import { bit, CLASSES, type Lexicon, type PhraseType } from './lexicon.ts'
import type { WordInfo } from './word-info.ts'

/** Templates are numbered; numbers are part of a trained model's meaning. */
const T = {
  norm: 1,
  stem: 2,
  bare: 3,
  prefix: 4,
  suffix: 8,
  shape: 12,
  cls: 13,
  stemCls: 14,
  article: 15,
  length: 16,
  tri: 17,
  normPair: 20,
  clsPair: 22,
  clsTriple: 24,
  normCls: 25,
  clsNorm: 26,
  clsSuffix: 27,
  shapes: 28,
  phrase: 29,
  title: 30,
  head: 31,
  first: 32,
  bias: 33,
  quote: 34,
  clsBack: 35,
  phraseNext: 36,
}
const TITLE = bit('title')
const HEAD = bit('orghead')

/** Pushes the features that depend on one word alone, seen from `offset` words away, into `out`; returns the new length. */
export function wordFeatures(w: WordInfo, offset: number, out: Int32Array, at: number): number {
  const seed = mix(0x51ed27, offset + 7)
  const put = (template: number, value: number) => {
    out[at++] = mix(mix(seed, template), value)
  }
  put(T.norm, w.hash)
  for (let i = 0; i < CLASSES.length; i++) {
    if (w.classes & (1 << i)) put(T.cls, i)
    if (w.stemClasses & (1 << i)) put(T.stemCls, i)
  }
  if (offset === 2 || offset === -2) return at
  put(T.shape, w.shape)
  const { norm } = w
  const n = norm.length
  if (n > 3) put(T.suffix + 3, hashText(norm, n - 3))
  if (w.stemHash !== w.hash) put(T.stem, w.stemHash)
  if (offset !== 0) return at
  put(T.bias, 1)
  if (w.bareHash !== w.stemHash) put(T.bare, w.bareHash)
  for (let k = 1; k <= 4; k++) {
    if (n > k) {
      put(T.prefix + k - 1, hashText(norm, 0, k))
      if (k !== 3) put(T.suffix + k - 1, hashText(norm, n - k))
    }
  }
  for (let k = 0; k + 3 <= n && k < 8; k++) put(T.tri, hashText(norm, k, k + 3))
  put(T.length, n > 9 ? 9 : n)
  put(T.article, (norm.startsWith('ال') ? 1 : 0) + (w.cut > 0 ? 2 : 0))
  return at
}

/** Spans of the gazetteer's phrases in a sentence: for each word 0, or type and place in the phrase. */
export function phraseMarks(words: readonly WordInfo[], lexicon: Lexicon): Int8Array {
  const marks = new Int8Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const w = words[i] as WordInfo
    const candidates = lexicon.phrases.get(w.norm) ?? (w.cut ? lexicon.phrases.get(w.stem) : undefined)
    if (!candidates) continue
    for (const { rest, type } of candidates) {
      let k = 0
      while (k < rest.length && words[i + 1 + k]?.norm === rest[k]) k++
      if (k < rest.length) continue
      const code = PHRASE_CODE[type]
      marks[i] = code
      for (let j = 1; j <= rest.length; j++) marks[i + j] = code + 1
      i += rest.length
      break
    }
  }
  return marks
}
const PHRASE_CODE: Record<PhraseType, number> = { place: 1, org: 3 }

const NONE = 0x2545f
const classKey = (w: WordInfo | undefined) => (w ? (w.classes | w.stemClasses) + w.shape * 0x400000 : NONE)

/** Features of position `i` that need more than one word; the words' own come from `wordFeatures`. */
export function contextFeatures(
  words: readonly WordInfo[],
  marks: Int8Array,
  quoted: Uint8Array,
  i: number,
  out: Int32Array,
): number {
  let at = 0
  const put = (template: number, value: number) => {
    out[at++] = mix(template * 0x1f3d5b, value)
  }
  const w = words[i] as WordInfo
  const p = words[i - 1]
  const n = words[i + 1]
  const [cw, cp, cn] = [classKey(w), classKey(p), classKey(n)]
  put(T.normPair, mix(p?.hash ?? NONE, w.hash))
  put(T.normPair + 1, mix(w.hash, n?.hash ?? NONE))
  put(T.clsPair, mix(cp, cw))
  put(T.clsPair + 1, mix(cw, cn))
  put(T.clsTriple, mix(mix(cp, cw), cn))
  put(T.normCls, mix(p?.hash ?? NONE, cw))
  put(T.clsNorm, mix(cw, n?.hash ?? NONE))
  put(T.clsSuffix, mix(cp, hashText(w.norm, Math.max(0, w.norm.length - 2))))
  put(T.shapes, ((p?.shape ?? 0) * 16 + w.shape) * 16 + (n?.shape ?? 0))
  put(T.clsBack, mix(classKey(words[i - 2]), mix(cp, cw)))
  const mark = marks[i] as number
  if (mark) put(T.phrase, mark)
  if (mark || marks[i + 1]) put(T.phraseNext, mark * 8 + (marks[i + 1] ?? 0))
  if (i === 0) put(T.first, w.shape)
  if (quoted[i]) put(T.quote, w.shape)
  for (let k = 1; k <= 4 && i - k >= 0; k++) {
    const q = words[i - k] as WordInfo
    if ((q.classes | q.stemClasses) & TITLE) {
      put(T.title, mix(k, cw))
      break
    }
  }
  for (let k = 1; k <= 5 && i - k >= 0; k++) {
    const q = words[i - k] as WordInfo
    if (q.shape === 7) break
    if ((q.classes | q.stemClasses) & HEAD) {
      put(T.head, mix(k, cw))
      put(T.head, mix(q.hash, k))
      break
    }
  }
  return at
}

/** 1 for words between quotation marks less than eight words apart. */
export function quotedWords(surfaces: readonly string[]): Uint8Array {
  const quoted = new Uint8Array(surfaces.length)
  let open = -1
  for (let i = 0; i < surfaces.length; i++) {
    if (!/^["“”«»„]$/.test(surfaces[i] as string)) continue
    if (open >= 0 && i - open <= 8 && i > open + 1) {
      quoted.fill(1, open + 1, i)
      open = -1
    } else open = i
  }
  return quoted
}
