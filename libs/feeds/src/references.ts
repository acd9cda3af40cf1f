import { decodeHTMLStrict } from 'entities'
import { meantBy } from './clean-characters.ts'

const MAX_NAME = 32
const MAX_EXPANDED = 64 * 1024
/** XML's own, and two names that XHTML 1.0, whose set feeds mean, gives other characters than HTML 5 does. */
const XML: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  lang: '\u2329',
  rang: '\u232a',
}

/** Named references of one document: XML's, HTML's and those its DOCTYPE declares, within a budget of characters. */
export class References {
  readonly #declared = new Map<string, string>()
  readonly #known = new Map<string, string | undefined>()
  #expanded = 0

  declare(name: string, value: string): void {
    if (!this.#declared.has(name) && this.#declared.size < 200) this.#declared.set(name, value)
  }

  /** What a name stands for; `undefined` for one nobody knows, which then stays as it is written. */
  named(name: string): string | undefined {
    const xml = Object.hasOwn(XML, name) ? XML[name] : undefined
    if (xml !== undefined) return xml
    const declared = this.#declared.get(name)
    if (declared !== undefined) {
      this.#expanded += declared.length
      return this.#expanded > MAX_EXPANDED ? '' : declared
    }
    if (this.#known.has(name)) return this.#known.get(name)
    const reference = `&${name};`
    const text = decodeHTMLStrict(reference)
    const known = text === reference ? undefined : text
    if (this.#known.size < 1000) this.#known.set(name, known)
    return known
  }

  /** The text with its character references resolved once; unfinished and unknown ones stay. One pass, linear. */
  resolve(text: string): string {
    let at = text.indexOf('&')
    if (at < 0) return text
    let out = ''
    let from = 0
    while (at >= 0) {
      const found = this.#referenceAt(text, at + 1)
      if (found) {
        out += text.slice(from, at) + found.value
        from = found.end
        at = text.indexOf('&', from)
      } else at = text.indexOf('&', at + 1)
    }
    return from === 0 ? text : out + text.slice(from)
  }

  #referenceAt(text: string, at: number): { value: string; end: number } | undefined {
    let end = at
    const limit = Math.min(text.length, at + MAX_NAME)
    if (text.charCodeAt(at) === 35) {
      end++
      while (end < limit && isAlphanumeric(text.charCodeAt(end))) end++
      const body = text.slice(at + 1, end)
      const code = /^\d+$/.test(body)
        ? Number(body)
        : /^x[0-9a-f]+$/i.test(body)
          ? parseInt(body.slice(1), 16)
          : NaN
      if (Number.isNaN(code)) return undefined
      return { value: character(code), end: text.charCodeAt(end) === 59 ? end + 1 : end }
    }
    while (end < limit && isNameCode(text.charCodeAt(end))) end++
    if (end === at || text.charCodeAt(end) !== 59) return undefined
    const value = this.named(text.slice(at, end))
    return value === undefined ? undefined : { value, end: end + 1 }
  }
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isNameCode = (code: number): boolean =>
  isAlphanumeric(code) || code === 95 || code === 45 || code === 46 || code > 127

/** A numeric reference; forbidden characters become nothing, Windows ones what they were meant to be. */
function character(code: number): string {
  if (code < 32) return code === 9 || code === 10 || code === 13 ? ' ' : ''
  if (code >= 0x80 && code <= 0x9f) return meantBy(code)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code & 0xfffe) === 0xfffe) return '\ufffd'
  return String.fromCodePoint(code)
}
