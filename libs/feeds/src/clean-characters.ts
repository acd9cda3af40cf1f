/** What windows-1252 has at 0x80 to 0x9F, where Unicode has controls nobody means. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** The character a C1 control was meant to be; empty where there is none. */
export function meantBy(code: number): string {
  const char = WINDOWS_1252.charAt(code - 0x80)
  return char.charCodeAt(0) === code ? '' : char
}

const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu

/** Cheaper to look for: surrogates in pairs are suspect here and pass there. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/

/** Text without control characters, non-characters and lone surrogates (PostgreSQL and XML refuse them). */
export const cleanCharacters = (text: string): string =>
  !SUSPECT.test(text)
    ? text
    : text.replace(FORBIDDEN, (char) => {
        const code = char.charCodeAt(0)
        return code >= 0x80 && code <= 0x9f ? meantBy(code) : code >= 0xd800 && code <= 0xdfff ? '\ufffd' : ''
      })

/** One line: white space runs become one space. */
export const oneLine = (text: string): string =>
  (/\s\s|[\t\n\r\f\v]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
