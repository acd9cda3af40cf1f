import { Parser } from 'htmlparser2'
import { type Zone, zoneOf, ZONES } from './zones.ts'

export const listLimits = {
  chars: 6_000_000,
  nodes: 200_000,
  links: 8_000,
  depth: 1500,
  pieceChars: 1000,
  pieces: 30,
  jsonLdChars: 500_000,
}

/** A stretch of a link's text that no block boundary interrupts. */
export type Piece = { text: string; isHeading: boolean }
/** One `<a href>` with where it stands. */
export type PageLink = {
  href: string
  node: number
  zones: Zone
  rel: string
  label: string
  pieces: Piece[]
}
/** Something beside the links: a date, a paragraph, a picture. */
export type Fact = { node: number; kind: 'date' | 'summary' | 'image'; value: string; text: string }
/** A list page in one reading: links and facts in document order, and each node's parent. */
export type PageLinks = {
  links: PageLink[]
  facts: Fact[]
  parent: number[]
  base?: string
  title: string
  siteName?: string
  /** It says that it is an article itself (Open Graph) */
  isArticle: boolean
  language?: string
  jsonLd: string[]
  /** What was left out, in words */
  cut: string[]
}

/** Elements that do not part one line of text from the next. */
const INLINE = new Set('b i u em strong font small mark bdi bdo sup sub wbr tt big abbr q cite s'.split(' '))

/** Reads the links of a page with their surroundings in one pass; size, depth, nodes and links are capped. */
export function pageLinks(html: string): PageLinks {
  const page: PageLinks = {
    links: [],
    facts: [],
    parent: [-1],
    title: '',
    isArticle: false,
    jsonLd: [],
    cut: [],
  }
  const cut = new Set<string>()
  const stack: { node: number; zones: Zone; opens?: PageLink; fact?: Fact }[] = [{ node: 0, zones: 0 }]
  let link: PageLink | undefined
  const facts: Fact[] = []
  let isNewPiece = true
  let inTitle = false
  let jsonLd: string | undefined
  let isFull = false

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (isFull) return
        const top = stack[stack.length - 1] ?? { node: 0, zones: 0 }
        if (
          page.parent.length >= listLimits.nodes ||
          page.links.length >= listLimits.links ||
          stack.length > listLimits.depth
        ) {
          cut.add(stack.length > listLimits.depth ? 'deep' : 'long')
          isFull = true
          // The parser's own stack costs its whole height at each tag
          parser.pause()
          return
        }
        page.parent.push(top.node)
        const node = page.parent.length - 1
        const zones = top.zones | (name === 'body' ? 0 : zoneOf(name, attributes, top.zones))
        const frame: (typeof stack)[number] = { node, zones }
        stack.push(frame)
        if (name === 'base' && attributes.href) page.base ??= attributes.href
        if (name === 'html') page.language ??= attributes.lang
        if (name === 'meta' && attributes.property === 'og:site_name') page.siteName ??= attributes.content
        if (name === 'meta' && attributes.property === 'og:type' && attributes.content === 'article')
          page.isArticle = true
        if (name === 'title' && page.title === '') inTitle = true
        if (name === 'script') jsonLd = /ld\+json/i.test(attributes.type ?? '') ? '' : undefined
        if (name === 'a' && attributes.href) {
          link = {
            href: attributes.href,
            node,
            zones,
            rel: (attributes.rel ?? '').toLowerCase(),
            label: attributes.title ?? attributes['aria-label'] ?? '',
            pieces: [],
          }
          page.links.push(link)
          frame.opens = link
          isNewPiece = true
        } else if (!INLINE.has(name) && (name !== 'span' || attributes.class)) isNewPiece = true
        const isDate = (zones & ZONES.date) > (top.zones & ZONES.date)
        if (name === 'time' || isDate)
          frame.fact = {
            node,
            kind: 'date',
            value: attributes.datetime ?? attributes.content ?? '',
            text: '',
          }
        else if (name === 'p' || (zones & ZONES.summary) > (top.zones & ZONES.summary))
          frame.fact = { node, kind: 'summary', value: '', text: '' }
        if (frame.fact) {
          facts.push(frame.fact)
          page.facts.push(frame.fact)
        }
        const picture = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes.src
        if (name === 'img' && picture && !picture.startsWith('data:')) {
          page.facts.push({ node, kind: 'image', value: picture, text: attributes.alt ?? '' })
          if (link && !link.label) link.label = attributes.alt ?? ''
        }
      },
      ontext(text) {
        if (isFull) return
        if (jsonLd !== undefined) {
          if (jsonLd.length < listLimits.jsonLdChars) jsonLd += text
          return
        }
        if (inTitle) page.title += text.slice(0, listLimits.pieceChars)
        const { zones } = stack[stack.length - 1] ?? { zones: 0 }
        if (link && (zones & ZONES.date) === 0) addTo(link, text, (zones & ZONES.heading) !== 0)
        // Only the innermost date or paragraph takes text
        const fact = facts[facts.length - 1]
        if (fact && fact.text.length < listLimits.pieceChars)
          fact.text += text.slice(0, listLimits.pieceChars)
      },
      onclosetag(name) {
        if (isFull) return
        const frame = stack.pop()
        if (!INLINE.has(name) && name !== 'span') isNewPiece = true
        if (frame?.opens && frame.opens === link) link = undefined
        if (frame?.fact) facts.pop()
        if (name === 'title') inTitle = false
        if (name === 'script') {
          if (jsonLd) page.jsonLd.push(jsonLd)
          jsonLd = undefined
        }
      },
    },
    { decodeEntities: true },
  )
  const addTo = ({ pieces }: PageLink, text: string, isHeading: boolean): void => {
    const last = pieces[pieces.length - 1]
    if (last && !isNewPiece && last.isHeading === isHeading) {
      if (last.text.length < listLimits.pieceChars) last.text += text.slice(0, listLimits.pieceChars)
    } else if (text.trim() !== '' && pieces.length < listLimits.pieces) {
      pieces.push({ text: text.slice(0, listLimits.pieceChars), isHeading })
      isNewPiece = false
    }
  }
  if (html.length > listLimits.chars) cut.add('long')
  parser.write(html.slice(0, listLimits.chars))
  parser.end()
  if (cut.has('long')) page.cut.push(`Read only the first ${page.links.length} links of a very long page`)
  if (cut.has('deep')) page.cut.push(`Read no further than ${listLimits.depth} elements deep`)
  return page
}
