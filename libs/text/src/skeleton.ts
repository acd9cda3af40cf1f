const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'w',
  ћ: 'c',
  ђ: 'dj',
  љ: 'lj',
  њ: 'nj',
  џ: 'dz',
  ј: 'j',
}
const ARABIC: Record<string, string> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'k',
  ح: '',
  خ: 'k',
  د: 't',
  ذ: 't',
  ر: 'r',
  ز: 's',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 't',
  ط: 't',
  ظ: 's',
  ع: '',
  غ: 'k',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: '',
  و: '',
  ي: '',
  ا: '',
}
const LATIN: Record<string, string> = {
  b: 'b',
  c: 'k',
  d: 't',
  f: 'f',
  g: 'k',
  h: '',
  j: 'k',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'b',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'f',
  x: 'ks',
  z: 's',
}

/**
 * Consonant skeleton of one folded word, the same for Arabic, Latin and Cyrillic spellings of most names; a weak key that
 * only finds candidates. Vowels, h, w and y fall out, letters that scripts mix up are one, doubled ones count once.
 */
export function skeleton(word: string): string {
  const latin = latinised(word)
    .replace(/tch|tsch|sch|sh|ch|zh/g, 's')
    .replace(/kh|gh|dj|dg/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
  let out = ''
  for (const c of latin) {
    const mapped = ARABIC[c] ?? LATIN[c] ?? ''
    for (const m of mapped) if (!out.endsWith(m)) out += m
  }
  return out
}

/** Cyrillic letters as Latin ones; everything else as it is. */
export const latinised = (text: string): string => text.replace(/[\u0400-\u04ff]/g, (c) => CYRILLIC[c] ?? '')
