import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { type Tag, tagAt } from './markup-tags.ts'
import type { WantedNames } from './wanted-names.ts'

/** Takes what a scan finds, in document order; every `open` is closed by a `close` of the same name. */
export type MarkupSink = {
  /** Returns whether the element's attributes are wanted */
  open: (name: string) => boolean
  attribute: (name: string, value: string) => void
  text: (text: string) => void
  close: (name: string) => void
  /** Asked after each start tag: the rest of the page isn't read */
  isOver: () => boolean
}

const GT = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const EQUALS = 0x3d
const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 9 || c === 13 || c === 12
const isLetter = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122

const decoded = (text: string): string => (text.includes('&') ? decodeHTML(text) : text)

/**
 * Reads HTML in one pass by plain search from sign to sign, and lets the sink see elements, attributes of `wanted` names
 * and text. Void elements, left-out end tags and text-only elements follow HTML; comments, declarations and closed
 * drawings are stepped over. Linear: what is searched for and not found is not searched for again.
 */
export function scanMarkup(html: string, wanted: WantedNames, sink: MarkupSink): void {
  const size = html.length
  const stack: Tag[] = []
  /** Innermost last: whether tags stand in a drawing or formula */
  const foreign: boolean[] = [false]
  let noDrawing = false
  let forms = 0
  let at = 0

  const pop = (): void => {
    const tag = stack.pop()
    if (!tag) return
    if (tag.foreign !== 'no' && foreign.length > 1) foreign.pop()
    if (tag.name === 'form') forms--
    sink.close(tag.name)
  }
  const push = (tag: Tag): void => {
    if (tag.closes) {
      const { closes } = tag
      for (let top = stack[stack.length - 1]; top && closes.has(top.name); top = stack[stack.length - 1])
        pop()
    }
    if (tag.isVoid) return
    stack.push(tag)
    if (tag.name === 'form') forms++
    if (tag.foreign !== 'no') foreign.push(tag.foreign === 'foreign')
  }
  const text = (from: number, to: number): void => {
    if (to > from) sink.text(decoded(html.slice(from, to)))
  }
  /** First place at or after `from` that is behind the next `mark`, or the end of the page */
  const behind = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from)
    return found < 0 ? size : found + mark.length
  }

  while (at < size) {
    let lt = html.indexOf('<', at)
    // A sign that opens no tag is text
    while (lt >= 0) {
      const c = html.charCodeAt(lt + 1)
      if (isLetter(c) || c === SLASH || c === BANG || c === QUESTION) break
      lt = html.indexOf('<', lt + 1)
    }
    if (lt < 0) {
      text(at, size)
      break
    }
    text(at, lt)
    const c = html.charCodeAt(lt + 1)
    if (c === BANG) {
      if (html.startsWith('--', lt + 2)) {
        if (html.charCodeAt(lt + 4) === GT) at = lt + 5
        else if (html.startsWith('->', lt + 4)) at = lt + 6
        else at = behind('-->', lt + 4)
      } else at = html.startsWith('[CDATA[', lt + 2) ? behind(']]>', lt + 9) : behind('>', lt + 2)
      continue
    }
    if (c === QUESTION) {
      at = behind('>', lt + 2)
      continue
    }
    if (c === SLASH) {
      const first = html.charCodeAt(lt + 2)
      if (!isLetter(first)) {
        at = behind('>', lt + 2)
        continue
      }
      let end = lt + 3
      for (; end < size; end++) {
        const s = html.charCodeAt(end)
        if (s === GT || s === SLASH || isSpace(s)) break
      }
      if (end >= size) break
      endTag(tagAt(html, lt + 2, end))
      at = html.charCodeAt(end) === GT ? end + 1 : behind('>', end)
      continue
    }
    let end = lt + 2
    for (; end < size; end++) {
      const s = html.charCodeAt(end)
      if (s === GT || s === SLASH || isSpace(s)) break
    }
    if (end >= size) break
    const tag = tagAt(html, lt + 1, end)
    if (tag.name === 'svg' && !noDrawing) {
      const close = html.indexOf('</svg', end)
      if (close >= 0) {
        at = behind('>', close)
        continue
      }
      noDrawing = true
    }
    const isForeign = foreign[foreign.length - 1] === true
    // A form in a form is none
    const isIgnored = tag.name === 'form' && forms > 0
    let wants = false
    if (!isIgnored) {
      push(tag)
      wants = sink.open(tag.name)
    }
    at = attributes(end, wants)
    const isClosed = html.charCodeAt(at - 1) === GT && html.charCodeAt(at - 2) === SLASH
    if (isIgnored) continue
    if (tag.isVoid) sink.close(tag.name)
    else if (isClosed && foreign[foreign.length - 1] === true && stack[stack.length - 1] === tag) pop()
    if (sink.isOver()) break
    if (tag.raw !== 'no' && !isForeign) at = rawText(tag, at)
  }
  while (stack.length > 0) pop()

  function endTag(tag: Tag): void {
    if (tag.isVoid) {
      if (tag.name === 'br') {
        sink.open('br')
        sink.close('br')
      }
      return
    }
    let place = stack.length - 1
    while (place >= 0 && stack[place]?.name !== tag.name) place--
    if (place >= 0) while (stack.length > place) pop()
    else if (tag.name === 'p') {
      push(tag)
      sink.open('p')
      pop()
    }
  }

  /** Reads from behind a tag's name to behind its closing sign. */
  function attributes(from: number, wants: boolean): number {
    let i = from
    for (;;) {
      let c = html.charCodeAt(i)
      while (c === SLASH || isSpace(c)) c = html.charCodeAt(++i)
      if (i >= size) return size
      if (c === GT) return i + 1
      const nameStart = i
      c = html.charCodeAt(++i)
      while (i < size && c !== EQUALS && c !== GT && c !== SLASH && !isSpace(c)) c = html.charCodeAt(++i)
      const nameEnd = i
      while (isSpace(c)) c = html.charCodeAt(++i)
      let valueStart = i
      let valueEnd = i
      if (c === EQUALS) {
        c = html.charCodeAt(++i)
        while (isSpace(c)) c = html.charCodeAt(++i)
        if (c === 0x22 || c === 0x27) {
          valueStart = i + 1
          valueEnd = html.indexOf(c === 0x22 ? '"' : "'", valueStart)
          if (valueEnd < 0) return size
          i = valueEnd + 1
        } else {
          valueStart = i
          while (i < size && c !== GT && !isSpace(c)) c = html.charCodeAt(++i)
          valueEnd = i
        }
      }
      if (!wants) continue
      const name = wanted.at(html, nameStart, nameEnd)
      if (name === undefined) continue
      const value = html.slice(valueStart, valueEnd)
      sink.attribute(name, value.includes('&') ? decodeHTMLAttribute(value) : value)
    }
  }

  /** Reads a text-only element from behind its start tag to behind its end tag. */
  function rawText(tag: Tag, from: number): number {
    let end = tag.name === 'plaintext' ? -1 : html.indexOf('</', from)
    for (; end >= 0; end = html.indexOf('</', end + 2)) {
      const after = end + 2 + tag.name.length
      const c = html.charCodeAt(after)
      if (
        (c === GT || c === SLASH || isSpace(c)) &&
        (html.startsWith(tag.name, end + 2) || html.slice(end + 2, after).toLowerCase() === tag.name)
      )
        break
    }
    const stop = end < 0 ? size : end
    if (stop > from) {
      const content = html.slice(from, stop)
      sink.text(tag.raw === 'decoded' ? decoded(content) : content)
    }
    if (end < 0) return size
    endTag(tag)
    return behind('>', end)
  }
}
