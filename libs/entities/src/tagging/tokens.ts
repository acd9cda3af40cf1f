export type Token = {
  text: string
  start: number
  end: number
  /** First token of its sentence */ first: boolean
}

const TOKEN =
  /(?:\p{Lu}\.){2,}|['’]s(?![\p{L}\p{N}])|[@#][\p{L}\p{N}_]+|[\p{L}\p{M}\p{N}\u0640]+(?:[-‑'’&\u200c][\p{L}\p{M}\p{N}]+)*|\n+|[^\s\p{L}\p{N}]/gu
const ELISION = /^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|un)['’](?=.)/i
const POSSESSIVE = /['’]s?$/i
const ABBREVIATION =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|Maj|Adm|No|vs|Co|Corp|Inc|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|MM|Mme|Me|Pr|د|أ)$/u
const ELIDING = new Set(['fr', 'it'])

/**
 * Words, numbers and single signs of a text with their places. A zero-width non-joiner (`رئیس‌جمهور`) parts no words. Sentences end at a blank line, a line end or a full stop;
 * Romance elisions (`l'`, `d'`), Turkish endings of names (`Ankara'da`) and English possessives are tokens of their own, so names begin and end at token borders.
 */
export function tokens(text: string, language: string): Token[] {
  const found: Token[] = []
  const eliding = ELIDING.has(language)
  let first = true
  let pending = false
  const push = (start: number, end: number) => {
    found.push({ text: text.slice(start, end), start, end, first })
    first = false
  }
  TOKEN.lastIndex = 0
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    const word = m[0]
    const start = m.index
    const end = start + word.length
    const code = word.charCodeAt(0)
    if (code === 10) {
      first = true
      pending = false
      continue
    }
    if (pending) {
      // A stop ends the sentence unless the next word goes on in lower case
      if (!/^\p{Ll}/u.test(word) && text.charCodeAt(start - 1) <= 32) first = true
      pending = false
    }
    const apostrophe = word.length > 2 && /['’]/.test(word)
    const elision = apostrophe && eliding ? ELISION.exec(word) : null
    if (elision) {
      push(start, start + elision[0].length)
      push(start + elision[0].length, end)
    } else if (apostrophe && language === 'tr') {
      const cut = start + word.search(/['’]/)
      push(start, cut)
      push(cut, end)
    } else if (apostrophe && !eliding && POSSESSIVE.test(word)) {
      const cut = end - (POSSESSIVE.exec(word)?.[0].length ?? 0)
      push(start, cut)
      push(cut, end)
    } else push(start, end)
    if (word === '.' || word === '!' || word === '?' || word === '؟' || word === '…') {
      const previous = found[found.length - 2]
      pending = !(word === '.' && previous && previous.end === start && ABBREVIATION.test(previous.text))
    }
  }
  return found
}

const MAX_SENTENCE = 150

/** Ranges `[from, to)` of tokens that are decoded together: sentences, the longest cut. */
export function sentences(all: readonly Token[]): [number, number][] {
  const ranges: [number, number][] = []
  let from = 0
  for (let i = 1; i <= all.length; i++)
    if (i === all.length || all[i]?.first || i - from >= MAX_SENTENCE) {
      ranges.push([from, i])
      from = i
    }
  return ranges
}
