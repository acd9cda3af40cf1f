const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*(?:['’ʼ.](?=\p{L})[\p{L}\p{N}\p{M}]+)*/gu
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

export type Word = { text: string; start: number; end: number }

/** Words with their places (UTF-16 units). Han and kana, which have no spaces, come as pairs of neighbouring signs. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const m of text.matchAll(WORD)) {
    const [word] = m
    if (!CJK.test(word)) found.push({ text: word, start: m.index, end: m.index + word.length })
    else if (word.length < 2) found.push({ text: word, start: m.index, end: m.index + word.length })
    else
      for (let i = 0; i + 2 <= word.length; i++)
        found.push({ text: word.slice(i, i + 2), start: m.index + i, end: m.index + i + 2 })
  }
  return found
}
