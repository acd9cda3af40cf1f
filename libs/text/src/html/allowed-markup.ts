import { safeSrcset, safeUrl } from './safe-url.ts'

/** Reads one attribute's value; `undefined` leaves the attribute out. */
type Reader = (value: string, base: string | undefined) => string | undefined
type Readers = Readonly<Record<string, Reader>>

const matching =
  (pattern: RegExp): Reader =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : undefined
const prose: Reader = (value) => value.replace(/\s+/g, ' ').trim().slice(0, 1000).toWellFormed() || undefined
const link: Reader = (value, base) => safeUrl(value, base)
const web: Reader = (value, base) => safeUrl(value, base, 'web')
const count = matching(/^\d{1,4}$/)
const moment = matching(/^[\w:+. -]{4,40}$/)

/** Class names run nothing, and cleaning goes by them; `id` and `name` would shadow the page's own (DOM clobbering). */
const ANYWHERE: Readers = {
  class: matching(/^[\w -]{1,200}$/),
  dir: matching(/^(?:ltr|rtl|auto)$/i),
  lang: matching(/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i),
  title: prose,
}

const CELL: Readers = { colspan: count, rowspan: count }
const OWN: Readonly<Record<string, Readers>> = {
  a: { href: link },
  blockquote: { cite: web },
  del: { cite: web, datetime: moment },
  img: { src: web, srcset: safeSrcset, alt: prose, width: count, height: count },
  ins: { cite: web, datetime: moment },
  li: { value: count },
  ol: { start: count },
  q: { cite: web },
  td: CELL,
  th: CELL,
  time: { datetime: moment },
}

const ALLOWED: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure ' +
    'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span ' +
    'strong sub sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)
/** Blocks that are none of ours: their text must not run into its neighbours'. */
const AS_DIV: ReadonlySet<string> = new Set(
  'body center details dialog dir fieldset form hgroup legend menu search summary'.split(' '),
)

/** Elements that go with all they hold: code, frames, players, fields, and whatever parsers read in a mode of its own. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'applet audio button canvas datalist embed frameset iframe map meter noembed noframes noscript object plaintext ' +
    'progress script select style template textarea title video xmp'
  ).split(' '),
)

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])

/**
 * What becomes of a tag: the name it is written under, `drop` with its content, or only its content stays. Parts of
 * drawings and formulas keep their words, each in a span; their titles are among them, that of a page is not.
 */
export function tagFor(name: string, isForeign: boolean): { tag: string } | 'drop' | 'content' {
  if (ALLOWED.has(name)) return { tag: name }
  if (isForeign && name === 'title') return { tag: 'span' }
  if (DROPPED.has(name)) return 'drop'
  return AS_DIV.has(name) ? { tag: 'div' } : isForeign ? { tag: 'span' } : 'content'
}

export const isVoid = (tag: string): boolean => VOID.has(tag)

/** The attributes of an allowed element that may stay, as they are to be written. */
export function allowedAttributes(
  tag: string,
  given: Readonly<Record<string, string>>,
  base: string | undefined,
): [name: string, value: string][] {
  const kept: [string, string][] = []
  const add = (readers: Readers | undefined): void => {
    for (const name in readers) {
      const value = Object.hasOwn(given, name) ? readers[name]?.(given[name] ?? '', base) : undefined
      if (value !== undefined) kept.push([name, value])
    }
  }
  add(Object.hasOwn(OWN, tag) ? OWN[tag] : undefined)
  add(ANYWHERE)
  return kept
}
