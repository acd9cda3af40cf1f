import type { RequestHandler } from 'express'
import { HttpProblem } from '../http/problem.ts'
import { quote } from '../http/quote.ts'
import type { ApiConfig } from '../ports.ts'
import { isLoopback } from './loopback.ts'

/**
 * Without a password the server trusts whoever reaches loopback; so it must not be reached there under a foreign
 * name (DNS rebinding): a page of that name would count as the same site.
 */
export function ownHostOnly(config: ApiConfig): RequestHandler {
  const publicHost =
    config.publicUrl && URL.canParse(config.publicUrl) ? new URL(config.publicUrl).hostname : undefined
  return (req, _res, next) => {
    if (config.adminPassword) return next()
    const name = nameOf(req.get('host') ?? '')
    if (name === '' || isLoopback(name) || name === publicHost || name === config.host) return next()
    throw new HttpProblem('wrong-host', `This server is not ${quote(name)}; set PUBLIC_URL if it should be`)
  }
}

const nameOf = (host: string): string => host.replace(/:\d*$/, '')
