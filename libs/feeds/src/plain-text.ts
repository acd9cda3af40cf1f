import { cleanCharacters, oneLine } from './clean-characters.ts'
import type { References } from './references.ts'

const startsTag = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 47 || code === 33 || code === 63

/** HTML without its tags; a bracket that opens no tag stays. Linear: once no `>` is left, nothing more is looked for. */
export function withoutTags(html: string): string {
  let open = html.indexOf('<')
  if (open < 0) return html
  let out = ''
  let from = 0
  while (open >= 0) {
    if (!startsTag(html.charCodeAt(open + 1))) {
      open = html.indexOf('<', open + 1)
      continue
    }
    const close = html.indexOf('>', open)
    if (close < 0) break
    const next = html.indexOf('<', open + 1)
    // «a <b» and then a real tag: the first bracket opened none
    if (next >= 0 && next < close) {
      open = next
      continue
    }
    out += html.slice(from, open)
    const name = /^<(?:(br|p|div|li|tr|h\d)|(script|style))\b/i.exec(html.slice(open, open + 8))
    if (name?.[1]) out += ' '
    from = close + 1
    if (name?.[2]) {
      // What stands in scripts and styles is not text
      const end = html.indexOf('</' + name[2], from)
      if (end < 0) return out
      from = end
    }
    open = html.indexOf('<', from)
  }
  return out + html.slice(from)
}

/** HTML as one line of plain text. */
export const plainText = (html: string, references: References): string =>
  oneLine(cleanCharacters(references.resolve(withoutTags(html))))

/** Whether text that claims to be plain is escaped HTML after all. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/[a-z][a-z0-9]{0,9}\s?>|<(?:a|b|br|div|em|h\d|i|img|li|p|strong|ul)\b[^<>]{0,300}>|&(?:[a-z]{2,8}|#\d{2,6});/i.test(
    text,
  )
