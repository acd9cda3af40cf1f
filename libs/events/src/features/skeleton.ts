import { fold } from '@newsbraid/text'

/** Consonant classes over scripts; what is missing here (vowels, h, w, y) leaves no trace. */
const CLASSES: Record<string, string> = {
  b: 'B',
  p: 'B',
  v: 'F',
  f: 'F',
  c: 'K',
  k: 'K',
  q: 'K',
  x: 'KS',
  g: 'G',
  j: 'G',
  d: 'D',
  t: 'T',
  z: 'S',
  s: 'S',
  l: 'L',
  r: 'R',
  m: 'M',
  n: 'N',
  ب: 'B',
  پ: 'B',
  ت: 'T',
  ث: 'T',
  ج: 'G',
  د: 'D',
  ذ: 'D',
  ر: 'R',
  ز: 'S',
  س: 'S',
  ش: 'S',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'S',
  غ: 'G',
  ف: 'F',
  ق: 'K',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  خ: 'K',
  б: 'B',
  п: 'B',
  в: 'F',
  ф: 'F',
  к: 'K',
  г: 'G',
  ж: 'G',
  д: 'D',
  т: 'T',
  з: 'S',
  с: 'S',
  ц: 'S',
  ч: 'S',
  ш: 'S',
  щ: 'S',
  л: 'L',
  р: 'R',
  м: 'M',
  н: 'N',
  х: 'K',
}
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/chr/g, 'kr'],
  [/dj|dsch/g, 'j'],
  [/tsch|sch|sh|ch|tch|cz|ts|tz|dz/g, 's'],
  [/(?<=v)ic$/, 'is'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/ce|ci|cy/g, 's'],
  [/ou/g, 'u'],
  [/дж/g, 'ж'],
  [/тс|дз/g, 'ц'],
  [/ت[سش]|دز/g, 'س'],
]

/**
 * A key that a name shares with its spellings in other scripts: consonant classes, doubles made one. Empty when fewer
 * than three are left, since two consonants fit any name.
 */
export function skeletonOf(folded: string): string {
  // names that begin so (`Alexander`) can't be told from the article in Arabic, so they lose it in every script
  let word = folded.replace(/^(?:وال|بال|لل|ال|al|ал)(?=\p{L}{3})/u, '')
  for (const [seen, sound] of DIGRAPHS) word = word.replace(seen, sound)
  let key = ''
  for (const letter of word) {
    const sound = CLASSES[letter]
    if (!sound) continue
    for (const one of sound) if (!key.endsWith(one)) key += one
  }
  return key.length >= 3 ? key : ''
}

const PERSIAN: readonly (readonly [RegExp, string])[] = [
  [/گ/g, 'غ'],
  [/چ/g, 'ش'],
  [/^و/, 'ف'],
]

/** As `skeletonOf`, of a word as it is written: folding makes k and j of the Persian letters for g and ch. */
export function skeletonOfWord(surface: string, folded: string, lang: string): string {
  if (lang !== 'fa') return skeletonOf(folded)
  let word = surface
  for (const [seen, sound] of PERSIAN) word = word.replace(seen, sound)
  return skeletonOf(fold(word))
}
