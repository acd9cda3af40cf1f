/** What XML 1.0 has no place for, not even escaped: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
/** Overrides of the writing direction: left open, they turn the rest of a page around. */
const OVERRIDES = /[\u202D\u202E]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand between tags or in an attribute, in XML and in HTML. */
export const escapeXml = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replace(OVERRIDES, '')
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)

/** An element; attributes that are undefined are left out. `inner` is already XML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  inner?: string,
): string {
  const pairs = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(value)}"`,
  )
  return inner === undefined ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inner}</${name}>`
}

/** An element that holds nothing but text. */
export const textElement = (
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string => element(name, attributes, escapeXml(text))
