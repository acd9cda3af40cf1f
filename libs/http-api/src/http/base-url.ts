import type { Request } from 'express'

/** Where readers reach this server, without a slash at the end: the configured address, else what the request says. */
export function baseUrlOf(req: Request, publicUrl: string | undefined): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '')
  const host = req.get('host') ?? ''
  return /^[\w.:[\]-]{1,255}$/.test(host) ? `http://${host}` : 'http://localhost'
}
