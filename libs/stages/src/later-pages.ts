import { clean } from '@newsbraid/boilerplate'
import { decode } from '@newsbraid/charset'
import { FetchError } from '@newsbraid/web'
import { askRobots, enterHost } from './host-visit.ts'
import type { PagePart, StagePorts } from './ports.ts'

/** Most pages of one article that are fetched; a longer one is a book or a trap */
const MOST_PAGES = 12
/** The next page is a moment away; only a host that is busy for longer sends the article back */
const PATIENCE_MS = 30_000
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i

export type LaterPages = { parts: PagePart[]; stopped?: string } | { laterMs: number }

/**
 * The further pages of an article that is cut into pages, in order, each asked for as politely as the first. What can't
 * be had ends it, with the reason; a failure that may pass is thrown.
 */
export async function laterPages(
  first: { url: string; html: string },
  host: string,
  ports: StagePorts,
): Promise<LaterPages> {
  const parts: PagePart[] = []
  const seen = new Set([first.url])
  for (let last = first; parts.length + 1 < MOST_PAGES;) {
    const next = mayHaveNext(last) ? clean(last.html, { url: last.url }).nextPage : undefined
    if (next === undefined || seen.has(next)) break
    seen.add(next)
    const robots = await askRobots(next, host, ports, PATIENCE_MS)
    if ('laterMs' in robots) return robots
    if (!robots.allowed)
      return { parts, stopped: `Its page ${parts.length + 2} is left out: ${robots.reason}` }
    const laterMs = await enterHost(host, ports, PATIENCE_MS)
    if (laterMs !== undefined) return { laterMs }
    const got = await fetchPart(next, ports)
    if ('stopped' in got)
      return { parts, stopped: `Its page ${parts.length + 2} is left out: ${got.stopped}` }
    if (got.html === last.html) break
    parts.push(got)
    last = { url: next, html: got.html }
  }
  return { parts }
}

async function fetchPart(url: string, ports: StagePorts): Promise<PagePart | { stopped: string }> {
  try {
    const answer = await ports.fetch({ url, headers: { accept: 'text/html,application/xhtml+xml;q=0.9' } })
    if (answer.status >= 500 || answer.status === 429) throw new Error(`The server answered ${answer.status}`)
    const type = answer.headers['content-type']
    if (answer.status >= 400) return { stopped: `the server answered ${answer.status}` }
    if (type && !HTML.test(type)) return { stopped: `it is "${type.slice(0, 80)}"` }
    // A page that leads back is the end of paging on many systems
    return { url, html: decode(answer.bytes, type).text.replaceAll('\0', '') }
  } catch (error) {
    if (error instanceof FetchError && !error.retryable) return { stopped: error.message }
    throw error
  }
}

/**
 * Whether a page may name a next page of itself: `rel=next`, or its own address again with a number close behind. Cheap,
 * so that only such pages are read twice.
 */
function mayHaveNext({ url, html }: { url: string; html: string }): boolean {
  if (/\brel=["']?next\b/i.test(html)) return true
  const { pathname, search } = new URL(url)
  const query = search.slice(1).replace(/&?\b(?:page|pg|paged|seite|pagina)=\d+$/i, '')
  const path = pathname
    .replace(/\.\w{2,5}$/, '')
    .replace(/\/+$/, '')
    .replace(/[/\-_,.=](?:p|page|seite|pagina)?\d{1,2}$/i, '')
  const own = (query || (path.split('/').at(-1) ?? '')).slice(-24)
  if (own.length < 3) return false
  for (let at = html.indexOf(own); at >= 0; at = html.indexOf(own, at + own.length))
    if (
      /^[^"'<>\s]{0,30}\d{1,2}(?:\.\w{2,5})?\/?["'\s>?#&]/.test(
        html.slice(at + own.length, at + own.length + 48),
      )
    )
      return true
  return false
}
