import type { Request, RequestHandler } from 'express'
import { HttpProblem } from '../http/problem.ts'
import type { ApiConfig } from '../ports.ts'
import { credentialsOf } from './credentials.ts'
import { FailedLogins } from './failed-logins.ts'
import { isLoopback } from './loopback.ts'
import { isOneOfSecrets } from './same-secret.ts'

/** Who may pass where. */
export type Gatekeeper = {
  /** Reading: open, unless API keys are set. `inUrl` also takes `?key=`, for feed readers that can send no header */
  read: (options?: { inUrl?: boolean }) => RequestHandler
  /** Writing: an API key or the admin password, when either is set */
  write: RequestHandler
  /** The dashboard: the admin password; without one only a server on loopback lets anyone in */
  admin: RequestHandler
}

export function createGatekeeper(config: ApiConfig, now: () => number = Date.now): Gatekeeper {
  const failures = new FailedLogins()
  const admin = config.adminPassword ? [config.adminPassword] : []
  const anyone = [...config.apiKeys, ...admin]

  const demand = (
    secrets: readonly string[],
    what: string,
    given: (req: Request) => string[],
  ): RequestHandler => {
    return (req, _res, next) => {
      // The socket's address: X-Forwarded-For is whatever the caller likes
      const address = req.socket.remoteAddress ?? ''
      const wait = failures.waitSeconds(address, now())
      if (wait > 0)
        throw new HttpProblem('too-many-failures', `Try again in ${wait} seconds`, {
          headers: { 'Retry-After': `${wait}` },
        })
      const credentials = given(req)
      if (credentials.some((one) => isOneOfSecrets(one, secrets))) return next()
      if (credentials.length > 0) failures.add(address, now())
      throw new HttpProblem(
        'login-needed',
        credentials.length > 0 ? `The ${what} is wrong` : `Send the ${what}`,
        {
          headers: { 'WWW-Authenticate': 'Basic realm="Newsbraid", charset="UTF-8"' },
        },
      )
    }
  }
  const pass: RequestHandler = (_req, _res, next) => next()
  const fromUrl = (req: Request): string[] => {
    const key = req.query['key']
    return typeof key === 'string' ? [...credentialsOf(req), key] : credentialsOf(req)
  }

  return {
    read: ({ inUrl = false } = {}) =>
      config.apiKeys.length === 0 ? pass : demand(anyone, 'API key', inUrl ? fromUrl : credentialsOf),
    write: anyone.length === 0 ? pass : demand(anyone, 'API key or admin password', credentialsOf),
    admin:
      admin.length > 0
        ? demand(admin, 'admin password', credentialsOf)
        : isLoopback(config.host)
          ? pass
          : refuse,
  }
}

const refuse: RequestHandler = () => {
  throw new HttpProblem('login-needed', 'Set ADMIN_PASSWORD: without it this page is open on loopback alone')
}
