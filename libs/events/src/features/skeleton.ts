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
  [/tsch|sch|sh|ch|tch|cz/g, 's'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/dj|dsch/g, 'j'],
  [/ce|ci|cy/g, 's'],
  [/ou/g, 'u'],
  [/дж/g, 'ж'],
  [/кс/g, 'х'],
]

/**
 * A key that a name shares with its spellings in other scripts: consonant classes, doubles made one. Empty when fewer
 * than three are left, since two consonants fit any name.
 */
export function skeletonOf(folded: string): string {
  let word = folded.replace(/^(?:وال|بال|لل|ال)(?=\p{L}{3})/u, '')
  for (const [seen, sound] of DIGRAPHS) word = word.replace(seen, sound)
  let key = ''
  for (const letter of word) {
    const sound = CLASSES[letter]
    if (!sound) continue
    for (const one of sound) if (!key.endsWith(one)) key += one
  }
  return key.length >= 3 ? key : ''
}
