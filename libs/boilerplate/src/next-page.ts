import type { Hint } from './class-hints.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHead } from './page-head.ts'
import { safeUrl } from '@newsbraid/text'

/** Pages of one article that are counted on; beyond that a list is meant */
const MAX_PAGES = 30
const IN_PATH =
  /[/\-_,.](?:(?:page|seite|pagina|pag|p|part|teil|sayfa|صفحة|صفحه)[/\-_]?)?(\d{1,2})(\.\w{2,5})?\/?$/iu
/** Not `p`: to WordPress that is the number of a post */
const IN_QUERY = /^(?:page|pg|seite|pagina|paged|pagenum|page_no|pageno|sayfa)$/i
/** Paging of comments, archives, galleries and lists */
const OTHER_PAGING =
  /comment|#(?:respond|disqus)|replytocom|[/=](?:tag|category|author|search|gallery|galleries|attachment|image|photo|slide)s?(?:[/=]|$)/i
const ELSEWHERE = new Set<Hint>([
  'comments',
  'comment-form',
  'related',
  'sidebar',
  'footer',
  'ticker',
  'advertisement',
])
const MAX_ANCHOR_CHARS = 60
const MAX_TRIES = 100

/**
 * The address of the next page of an article that is cut into pages: same host, same address but for a page number that is
 * the next one. Found in `rel=next` and in the links of the page; a neighbouring article, a comment page or an archive
 * never qualifies.
 */
export function nextPageOf(facts: PageFacts, head: PageHead, url: string): string | undefined {
  const here = numbered(url)
  if (!here || here.page >= MAX_PAGES || OTHER_PAGING.test(url)) return undefined
  // Most links are told apart without parsing their addresses
  const endsInNumber = new RegExp(
    `[/\\-_,.=]0?${here.page + 1}(?:\\.\\w{2,5})?/?(?:[?#&]|$)|[?&]\\w{1,8}=0?${here.page + 1}(?:[&#]|$)`,
  )
  let tries = 0
  const isNext = (href: string | undefined): string | undefined => {
    if (!href || !endsInNumber.test(href) || OTHER_PAGING.test(href)) return undefined
    if (++tries > MAX_TRIES) return undefined
    const address = safeUrl(href, url)
    if (!address) return undefined
    return candidatesOf(address).some((c) => c.page === here.page + 1 && here.stems.has(c.stem))
      ? address
      : undefined
  }
  const declared = isNext(head.link.get('next'))
  if (declared) return declared
  const { tree, hint } = facts
  for (const i of tree.anchors) {
    const where = hint[i]
    if (where && ELSEWHERE.has(where)) continue
    const href = tree.attributes[i]?.href
    if (!href || href.length > 500) continue
    const next = isNext(href)
    if (next && textLength(tree, i) <= MAX_ANCHOR_CHARS) return next
  }
  return undefined
}

type Numbered = { stem: string; page: number }

/** Each way to read an address as a page of something: without its page number, and which it is. */
function candidatesOf(address: string): Numbered[] {
  const found: Numbered[] = []
  try {
    const url = new URL(address)
    const path = decodePath(url.pathname)
    const host = url.host.replace(/^www\./, '')
    for (const [key, value] of url.searchParams)
      if (IN_QUERY.test(key) && /^\d{1,2}$/.test(value))
        found.push({ stem: host + bare(path) + without(url.searchParams, key), page: Number(value) })
    const m = IN_PATH.exec(path)
    if (m)
      found.push({
        stem: host + bare(path.slice(0, m.index) + (m[2] ?? '')) + without(url.searchParams),
        page: Number(m[1]),
      })
  } catch {
    return []
  }
  return found
}

/** The stems the page itself may have, and its number: 1 where its address tells none. */
function numbered(address: string): { stems: Set<string>; page: number } | undefined {
  try {
    const url = new URL(address)
    const path = decodePath(url.pathname)
    // A home page and a section have pages, and no article
    if (path.split('/').filter((p) => p !== '').length === 0) return undefined
    const host = url.host.replace(/^www\./, '')
    const stems = new Set([host + bare(path) + without(url.searchParams)])
    const later = candidatesOf(address).find(
      (c) =>
        c.page > 1 &&
        /[/?&=_-](?:page|seite|pagina|pg|paged|صفحة)[/=_-]?\d|\/\d{1,2}\/?$/iu.test(
          decodePath(url.pathname + url.search),
        ),
    )
    if (!later) return { stems, page: 1 }
    return { stems: new Set([later.stem]), page: later.page }
  } catch {
    return undefined
  }
}

const bare = (path: string): string => path.replace(/\.(?:html?|php|aspx?|shtml)$/i, '').replace(/\/+$/, '')

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The query without a page number and without marks of campaigns, in order. */
function without(query: URLSearchParams, key?: string): string {
  const kept = [...query].filter(([k]) => k !== key && !/^(?:utm_|fbclid|gclid|ref$|amp$)/i.test(k)).sort()
  return kept.length === 0 ? '' : `?${kept.map(([k, v]) => `${k}=${v}`).join('&')}`
}

function textLength(tree: PageFacts['tree'], node: number): number {
  let size = 0
  for (let i = node; i < (tree.end[node] ?? node); i++) size += tree.text[i]?.trim().length ?? 0
  return size
}
