import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { encodeFor, send, type Answer } from './answer.ts'
import { feedXml } from './feeds.ts'
import { numberOf } from './markup.ts'
import type { Outlet } from './outlet.ts'
import { picture } from './picture.ts'
import type { PublishedReport } from './sample-report.ts'
import { homePage, notFoundPage } from './side-pages.ts'

/** One request as an outlet saw it. `at` is the wall clock, also when the sample runs on a clock of its own. */
export type SampleRequest = { url: string; at: Date; status: number; headers: IncomingMessage['headers'] }

const tracking = /^(utm_\w+|share|print)$/

/** A server for one outlet that isn't listening yet: feed, front page, articles, pictures, robots.txt, 404. */
export function serveOutlet(
  outlet: Outlet,
  originOf: (outlet: Outlet) => string,
  published: () => PublishedReport[],
  log: (request: SampleRequest) => void,
): Server {
  const pictures = new Map<string, Buffer>()
  const drawn = (name: string, width: number, height: number): Buffer => {
    const bytes = pictures.get(name) ?? picture(name, width, height)
    pictures.set(name, bytes)
    return bytes
  }
  const html = outlet.encoding === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html'

  const answer = (address: URL): Answer => {
    const origin = originOf(outlet)
    const own = published().filter((report) => report.outlet === outlet.key)
    const modified = own[0]?.publishedAt
    const { pathname } = address
    if (pathname === outlet.feed.path) {
      const type =
        outlet.encoding === 'utf-8' ? `application/${outlet.feed.format}+xml; charset=utf-8` : 'text/xml'
      return { status: 200, type, bytes: encodeFor(outlet, feedXml(outlet, origin, own)), modified }
    }
    if (pathname === '/')
      return { status: 200, type: html, bytes: encodeFor(outlet, homePage(outlet, own)), modified }
    if (pathname === '/robots.txt')
      return { status: 200, type: 'text/plain; charset=utf-8', bytes: Buffer.from(outlet.robots) }
    if (pathname === '/favicon.ico')
      return { status: 200, type: 'image/png', bytes: drawn(outlet.key, 32, 32) }
    const named = own.find(({ id }) => pathname === `/media/${id}.png`)
    if (named) return { status: 200, type: 'image/png', bytes: drawn(named.id, 780, 430) }
    const wanted = withoutTracking(address)
    const article = own.find(({ path }) => path === wanted)
    if (!article) return { status: 404, type: html, bytes: encodeFor(outlet, notFoundPage(outlet)) }
    // What develops stays out of other pages' lists, so that a page never changes once it is out
    const others = own.filter((report) => report !== article && 'minutesBefore' in report.at)
    const turn = others.length ? numberOf(article.id, 0, others.length) : 0
    const related = [...others.slice(turn), ...others.slice(0, turn)]
    const bytes = encodeFor(outlet, outlet.layout({ outlet, origin, article, others, related }))
    return { status: 200, type: html, bytes, modified: article.publishedAt }
  }

  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? '/'
    const address = new URL(URL.canParse(target, originOf(outlet)) ? target : '/404', originOf(outlet))
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const status = isRead
      ? send(outlet, request, response, answer(address))
      : (response.writeHead(405, { allow: 'GET, HEAD' }).end(), 405)
    log({ url: address.href, at: new Date(), status, headers: request.headers })
  })
}

const withoutTracking = (address: URL): string => {
  const clean = new URL(address)
  for (const key of [...clean.searchParams.keys()]) if (tracking.test(key)) clean.searchParams.delete(key)
  return clean.pathname + clean.search
}
