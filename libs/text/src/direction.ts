const MAX_CHARS = 2000
const isRtl = (c: number): boolean =>
  (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc)
const isLtr = (c: number): boolean =>
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0xc0 && c <= 0x24f) ||
  (c >= 0x370 && c <= 0x52f) ||
  (c >= 0x900 && c <= 0x1fff) ||
  (c >= 0x3040 && c <= 0x30ff) ||
  (c >= 0x4e00 && c <= 0x9fff) ||
  (c >= 0xac00 && c <= 0xd7af)

/** `rtl` when letters of right-to-left scripts outnumber the others in the first 2,000 units, else `ltr`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  let rtl = 0
  let ltr = 0
  const size = Math.min(text.length, MAX_CHARS)
  for (let i = 0; i < size; i++) {
    const c = text.charCodeAt(i)
    if (isLtr(c)) ltr++
    else if (isRtl(c)) rtl++
  }
  return rtl > ltr ? 'rtl' : 'ltr'
}
