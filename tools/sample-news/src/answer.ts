import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Outlet } from './outlet.ts'

/** Characters as the outlet's bytes; what its charset lacks becomes a numeric reference. */
export function encodeFor(outlet: Pick<Outlet, 'encoding'>, text: string): Buffer {
  if (outlet.encoding === 'utf-8') return Buffer.from(text, 'utf8')
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = iconv.encode(character, outlet.encoding)
      const isLost = character !== '?' && bytes.length === 1 && bytes[0] === 0x3f
      return isLost ? Buffer.from(`&#${character.codePointAt(0)};`, 'latin1') : bytes
    }),
  )
}

export type Answer = { status: number; type: string; bytes: Buffer; modified?: Date }

/** Sends the answer with the outlet's validators, or 304 when the request already holds it (RFC 9110, section 13.2.2). */
export function send(
  outlet: Outlet,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): number {
  const etag = `"${createHash('sha256').update(answer.bytes).digest('hex').slice(0, 20)}"`
  const modified = answer.modified?.toUTCString()
  const isValidated = answer.status === 200
  if (isValidated && outlet.validators !== 'last-modified') response.setHeader('etag', etag)
  if (isValidated && outlet.validators !== 'etag' && modified) response.setHeader('last-modified', modified)
  response.setHeader('cache-control', 'max-age=0')
  if (isValidated && isHeld(request, response)) {
    response.writeHead(304).end()
    return 304
  }
  const zips = outlet.gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const bytes = zips ? gzipSync(answer.bytes) : answer.bytes
  if (zips) response.setHeader('content-encoding', 'gzip')
  if (outlet.gzip) response.setHeader('vary', 'accept-encoding')
  response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
  return answer.status
}

function isHeld({ headers }: IncomingMessage, response: ServerResponse): boolean {
  const etag = response.getHeader('etag')
  const sent = headers['if-none-match']
  if (sent !== undefined)
    return sent.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
  const modified = response.getHeader('last-modified')
  const since = headers['if-modified-since']
  if (typeof modified !== 'string' || since === undefined) return false
  return Date.parse(modified) <= Date.parse(since)
}
