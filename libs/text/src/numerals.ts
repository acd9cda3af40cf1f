/** Arabic-Indic, Persian, Devanagari and full-width digits as ASCII; everything else untouched, length unchanged. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (c) =>
    String.fromCharCode(48 + (c.charCodeAt(0) & 0xf) - (c >= '\u0966' && c <= '\u096f' ? 6 : 0)),
  )
