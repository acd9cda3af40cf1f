import { Parser } from 'htmlparser2'
import { allowedAttributes, isVoid, tagFor } from './allowed-markup.ts'
import { escapeHtml } from './escape-html.ts'
import { isWritten } from './written-markup.ts'

export const safeHtmlLimits = {
  chars: 2_000_000,
  /** Elements written inside one another; deeper ones give their content alone */
  depth: 100,
  /** Where reading ends: the tokenizer's own stack costs its height at each tag */
  height: 1000,
}

const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g
const CONTROL_OR_HALF = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/u
/** What begins like a declaration and is none is meant as text. */
const NO_DECLARATION = /<!(?!--|\[|doctype\s[^<>]*>)/gi
const NEEDS_READING = /[<\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/u

/**
 * Foreign HTML as it may be stored, shown and sent on: the one gate for all of it. What comes out is written anew from
 * tokens: elements and attributes of a list, every text and value escaped, addresses absolute by `base` and of the web.
 * None of the elements it writes is read in a mode of its own (scripts, foreign markup, templates, frames, fields), so
 * its output has one reading in every parser, and reading it again changes nothing that matters (mutation XSS).
 * Linear in time; what lies beyond `safeHtmlLimits` is left out.
 */
export function safeHtml(html: string, base?: string): string {
  if (!NEEDS_READING.test(html)) return html
  const holdsControls = CONTROL_OR_HALF.test(html)
  return !holdsControls && isWritten(html, base) ? html : writtenAnew(html, base, holdsControls)
}

/** The long way, which `isWritten()` spares what we wrote ourselves. */
export function writtenAnew(html: string, base: string | undefined, holdsControls: boolean): string {
  // A control may also stand as a reference
  const mayHoldControls = holdsControls || html.includes('&#')
  let out = ''
  /** As the tokenizer sees it: what each open element was written as */
  const open: string[] = []
  let written = 0
  let links = 0
  let foreign = 0
  /** Height of the outermost element that goes with its content */
  let dropping = -1
  let isOver = false

  const parser = new Parser(
    {
      onopentag(name, given) {
        if (isOver) return
        if (name === 'svg' || name === 'math') foreign++
        const fate = dropping >= 0 ? 'content' : tagFor(name, foreign > 0)
        if (fate === 'drop') dropping = open.length
        let tag = typeof fate === 'string' || written >= safeHtmlLimits.depth ? '' : fate.tag
        if (tag !== '') {
          const attributes = allowedAttributes(tag, given, base)
          const has = (wanted: string): boolean => attributes.some(([attribute]) => attribute === wanted)
          // No link in a link, none that leads nowhere, no picture without an address
          if (tag === 'a' && (links > 0 || !has('href'))) tag = ''
          if (tag === 'img' && !has('src') && !has('srcset')) tag = ''
          if (tag !== '')
            out += `<${tag}${attributes.map(([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`).join('')}>`
        }
        if (tag !== '' && !isVoid(tag)) written++
        if (tag === 'a') links++
        open.push(tag)
        if (open.length > safeHtmlLimits.height) {
          isOver = true
          parser.pause()
        }
      },
      onclosetag(name) {
        if (isOver) return
        if (name === 'svg' || name === 'math') foreign--
        close()
      },
      ontext(text) {
        if (!isOver && dropping < 0)
          out += escapeHtml(mayHoldControls ? text.replace(CONTROLS, '').toWellFormed() : text)
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  )

  function close(): void {
    const tag = open.pop() ?? ''
    if (dropping === open.length) dropping = -1
    if (tag === '' || isVoid(tag)) return
    written--
    if (tag === 'a') links--
    out += `</${tag}>`
  }

  const kept = html.length > safeHtmlLimits.chars ? html.slice(0, safeHtmlLimits.chars) : html
  parser.write(kept.replace(NO_DECLARATION, '&lt;!'))
  parser.end()
  while (open.length > 0) close()
  return out
}
