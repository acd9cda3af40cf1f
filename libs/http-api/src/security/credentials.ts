import type { Request } from 'express'

/** The secrets a request carries: `Authorization: Bearer`, `X-Api-Key`, the password of `Authorization: Basic`. */
export function credentialsOf(req: Request): string[] {
  const found: string[] = []
  const authorization = req.get('authorization') ?? ''
  const space = authorization.indexOf(' ')
  const scheme = authorization.slice(0, space).toLowerCase()
  const rest = authorization.slice(space + 1).trim()
  if (scheme === 'bearer') found.push(rest)
  if (scheme === 'basic') {
    const pair = Buffer.from(rest, 'base64').toString('utf8')
    found.push(pair.slice(pair.indexOf(':') + 1))
  }
  const key = req.get('x-api-key')
  if (key) found.push(key)
  return found
}
