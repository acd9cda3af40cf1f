import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Policies by place: the pages run own scripts only; the dashboard's styles stand inline; data runs nothing. */
export function securityHeaders(publicUrl: string | undefined): RequestHandler {
  const overTls = publicUrl?.startsWith('https:') === true
  const shared = {
    // Feeds and the API are read by programs and pages anywhere
    crossOriginResourcePolicy: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: overTls,
    referrerPolicy: { policy: 'same-origin' },
  } as const
  const policy = (more: Record<string, string[]>) => ({
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'base-uri': ["'self'"],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'self'"],
      ...more,
    },
  })
  // Pictures stay with their publishers
  const pages = helmet({
    ...shared,
    contentSecurityPolicy: policy({ 'img-src': ["'self'", 'data:', 'https:', 'http:'] }),
  })
  const board = helmet({
    ...shared,
    contentSecurityPolicy: policy({
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
    }),
  })
  const data = helmet({
    ...shared,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], sandbox: [] },
    },
  })
  return (req, res, next) => {
    const isBoard = req.path.startsWith('/admin/queues')
    const isData = /^\/(?:api|feeds|metrics|healthz|readyz|openapi\.json)(?:\/|$)/.test(req.path)
    return (isBoard ? board : isData ? data : pages)(req, res, next)
  }
}
