import type { Request } from 'express'

/** A named part of the path, decoded; empty when the path has none of this name. */
export function pathParam(req: Request, name: string): string {
  const value = req.params[name]
  return typeof value === 'string' ? value : ''
}
