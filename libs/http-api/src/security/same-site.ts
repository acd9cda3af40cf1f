import type { RequestHandler } from 'express'
import { HttpProblem } from '../http/problem.ts'
import { quote } from '../http/quote.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses state-changing requests that a browser sends for another site (cross-site request forgery). Browsers say
 * where a request comes from in Sec-Fetch-Site, older ones in Origin; programs send neither and pass.
 */
export const sameSiteOnly =
  (publicUrl: string | undefined): RequestHandler =>
  (req, _res, next) => {
    if (SAFE_METHODS.has(req.method)) return next()
    const origin = req.get('origin')
    const own = [hostOf(publicUrl), req.get('host')?.toLowerCase()]
    // Behind a proxy that speaks TLS the Host header may be the inner one: the public address counts too
    const from = hostOf(origin)
    if (origin !== undefined && (from === undefined || !own.includes(from)))
      throw new HttpProblem('cross-site', `Refuse a ${req.method} from the page of ${quote(origin)}`)
    const site = req.get('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && origin === undefined)
      throw new HttpProblem('cross-site', `Refuse a ${req.method} whose Sec-Fetch-Site is ${quote(site)}`)
    if (site === 'cross-site') throw new HttpProblem('cross-site', `Refuse a ${req.method} from another site`)
    return next()
  }

function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, host } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? host : undefined
}
