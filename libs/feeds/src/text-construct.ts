import { escapeHtml } from '@newsbraid/text'
import { cleanCharacters, oneLine } from './clean-characters.ts'
import { looksLikeHtml, plainText } from './plain-text.ts'
import { LIMITS } from './raw-feed.ts'
import { attribute, markupOf, textOf, type XmlDocument, type XmlNode } from './xml-node.ts'

type Construct = { value: string; isHtml: boolean }

const decodeBase64 = (text: string): string =>
  Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8')

/** Whether text can only have been meant as base64: whole groups of four that decode to text. */
const isBase64Text = (text: string): boolean =>
  /^(?:[\w+/]{4})+$|^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)$/.test(text.replace(/\s+/g, '')) &&
  !/[\ufffd\0-\x08]/.test(decodeBase64(text))

/** Text of an element by its `type` and `mode` (RFC 4287, 3.1 and 4.1.3; Atom 0.3), else by what it looks like. */
function constructOf(node: XmlNode, document: XmlDocument): Construct {
  const type = attribute(node, 'type', document.references)?.trim().toLowerCase() ?? ''
  const mode = attribute(node, 'mode', document.references)?.trim().toLowerCase() ?? ''
  if (mode === 'base64') return { value: decodeBase64(textOf(node, document)), isHtml: type !== 'text/plain' }
  if (node.hasMarkup) {
    const markup = markupOf(node, document)
    // Escaped HTML with a stray tag in it
    return {
      value:
        /&lt;\/?[a-z]/i.test(markup) && !/xhtml|xml/.test(type)
          ? document.references.resolve(markup)
          : markup,
      isHtml: true,
    }
  }
  if (type === 'xhtml' || /xml$/.test(type)) return { value: markupOf(node, document), isHtml: true }
  const value = textOf(node, document)
  if (type === 'html' || type === 'text/html') return { value, isHtml: true }
  if (type === 'text' || type === 'text/plain' || type === 'plain') return { value, isHtml: false }
  if (document.isAtom && /^[a-z]+\/[\w.+-]+$/.test(type) && !type.startsWith('text/') && isBase64Text(value))
    return { value: decodeBase64(value), isHtml: true }
  return { value, isHtml: document.isAtom ? looksLikeHtml(value) : true }
}

/** An element as HTML as it came, not made safe; empty text is `undefined`. */
export function htmlOf(node: XmlNode | undefined, document: XmlDocument): string | undefined {
  if (!node) return undefined
  const { value, isHtml } = constructOf(node, document)
  const text = cleanCharacters(value).trim()
  return text === '' ? undefined : isHtml ? text : escapeHtml(text)
}

/** An element as one line of plain text; empty text is `undefined`. */
export function lineOf(node: XmlNode | undefined, document: XmlDocument): string | undefined {
  if (!node) return undefined
  const { value, isHtml } = constructOf(node, document)
  const short = value.length > 50 * LIMITS.titleLength ? value.slice(0, 50 * LIMITS.titleLength) : value
  const line = isHtml ? plainText(short, document.references) : oneLine(cleanCharacters(short))
  return cutLine(line) || undefined
}

export function cutLine(line: string): string {
  if (line.length <= LIMITS.titleLength) return line
  return line.slice(0, LIMITS.titleLength).replace(/\p{Surrogate}$/u, '')
}

/** Characters of an element without any reading as HTML, trimmed: links, ids, dates. */
export const tokenOf = (node: XmlNode, document: XmlDocument): string =>
  cleanCharacters(textOf(node, document)).trim()
