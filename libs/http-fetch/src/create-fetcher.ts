import type { LookupFunction } from 'node:net'
import {
  FetchError,
  type FetchAnswer,
  type Fetcher,
  type FetchRequest,
  parseAllowList,
  type Redirect,
} from '@newsbraid/web'
import { Agent, type Dispatcher } from 'undici'
import { errorCode } from './error-code.ts'
import { guardedConnect } from './guarded-connect.ts'
import { readBody } from './read-body.ts'

export type FetcherOptions = {
  /** Honest: name, version and an address where people learn what this is */
  userAgent: string
  /** Private addresses that may be asked: `127.0.0.0/8,10.0.0.1:8080`; empty for none */
  allowPrivate: string
  timeoutMs: number
  maxBytes: number
  maxRedirects: number
  /** Asked instead of the system's resolver */
  lookup?: LookupFunction
}

const CONNECT_MS = 10_000
const CONNECTIONS_PER_HOST = 4
const MAX_HEADER_BYTES = 64 * 1024
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Headers that would say who reads, or that the client itself decides. */
const NEVER_SENT =
  /^(?:cookie2?|referer|host|connection|content-length|transfer-encoding|proxy-.*|accept-encoding)$/

/**
 * The one client that opens sockets to the outside. Addresses are checked when a socket connects and on every hop;
 * sizes count after decompression; time runs from the first look-up to the last byte. No cookies, no referer, no proxy
 * from the environment.
 */
export function createFetcher(options: FetcherOptions): { fetch: Fetcher; close(): Promise<void> } {
  const { userAgent, timeoutMs, maxBytes, maxRedirects, lookup } = options
  const allow = parseAllowList(options.allowPrivate)
  const agent = new Agent({
    connect: guardedConnect({ allow, lookup, timeoutMs: Math.min(CONNECT_MS, timeoutMs) }),
    connections: CONNECTIONS_PER_HOST,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
    maxHeaderSize: MAX_HEADER_BYTES,
    pipelining: 1,
  })

  const headersFor = (request: FetchRequest): Record<string, string> => {
    const headers: Record<string, string> = { 'user-agent': userAgent, accept: '*/*' }
    for (const [name, value] of Object.entries(request.headers ?? {}))
      if (!NEVER_SENT.test(name.toLowerCase())) headers[name.toLowerCase()] = value
    headers['accept-encoding'] = 'gzip, br, deflate'
    return headers
  }

  const fetch: Fetcher = async (request) => {
    const limitMs = request.timeoutMs ?? timeoutMs
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), limitMs)
    let url = httpUrl(request.url)
    try {
      let method = (request.method ?? 'GET').toUpperCase()
      let body = request.body
      const headers = headersFor(request)
      const redirects: Redirect[] = []
      const seen = new Set<string>()
      for (;;) {
        seen.add(`${method} ${url.href}`)
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: method as Dispatcher.HttpMethod,
          // Validators of one address mean nothing to another
          headers:
            request.validators?.url === url.href ? { ...headers, ...request.validators.headers } : headers,
          body,
          signal: abort.signal,
          headersTimeout: limitMs,
          bodyTimeout: limitMs,
        })
        const received = plainHeaders(answer.headers)
        const location = received['location']
        if (!REDIRECTS.has(answer.statusCode) || location === undefined) {
          const length = Number(received['content-length'])
          const hasBody = method !== 'HEAD' && answer.statusCode !== 204 && answer.statusCode !== 304
          const bytes = await readBody(answer.body, {
            encoding: hasBody ? received['content-encoding'] : undefined,
            declaredBytes: hasBody && Number.isFinite(length) ? length : undefined,
            maxBytes: request.maxBytes ?? maxBytes,
            mayCut: request.mayCut,
          })
          return {
            status: answer.statusCode,
            url: url.href,
            redirects,
            headers: received,
            bytes,
          } satisfies FetchAnswer
        }
        answer.body.on('error', () => {}).destroy()
        const target = httpUrl(location, url)
        redirects.push({ from: url.href, to: target.href, status: answer.statusCode })
        if (answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')) {
          if (method !== 'HEAD') method = 'GET'
          body = undefined
          delete headers['content-type']
        }
        if (redirects.length > maxRedirects || seen.has(`${method} ${target.href}`))
          throw new FetchError(
            'too-many-redirects',
            `Gave up after ${redirects.length} redirects from "${request.url.slice(0, 300)}"`,
          )
        if (target.origin !== url.origin) delete headers['authorization']
        url = target
      }
    } catch (error) {
      // What was found out before the time was over counts
      if (abort.signal.aborted && !(error instanceof FetchError))
        throw new FetchError('timeout', `Waited more than ${limitMs} ms for "${request.url.slice(0, 300)}"`, {
          cause: error,
        })
      throw asFetchError(error, url.href)
    } finally {
      clearTimeout(timer)
    }
  }
  return { fetch, close: () => agent.destroy() }
}

/** An http(s) address without credentials and fragment; a Location may be relative and carry raw UTF-8. */
function httpUrl(text: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(base ? utf8OfLatin1(text) : text, base)
  } catch (cause) {
    throw new FetchError('bad-url', `Cannot read address "${text.slice(0, 200)}"`, { cause })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(
      base ? 'address-refused' : 'bad-url',
      `Refused to fetch "${url.href.slice(0, 200)}": ${url.protocol} is not of the web`,
    )
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/** Header bytes come as Latin-1; addresses in them are UTF-8 where they are not ASCII. */
function utf8OfLatin1(text: string): string {
  const utf8 = Buffer.from(text, 'latin1').toString('utf8')
  return utf8.includes('\ufffd') ? text : utf8
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    // Cookies are neither kept nor passed on
    if (value !== undefined && name !== 'set-cookie')
      plain[name] = Array.isArray(value) ? value.join(', ') : value
  return plain
}

function asFetchError(error: unknown, url: string): FetchError {
  if (error instanceof FetchError) return error
  // Happy eyeballs tried several addresses
  if (
    typeof error === 'object' &&
    error !== null &&
    'errors' in error &&
    Array.isArray(error.errors) &&
    error.errors.length > 0
  )
    return asFetchError(error.errors[0], url)
  const code = errorCode(error)
  const say = (what: string): string => `${what} "${url.slice(0, 300)}"${code ? ` (${code})` : ''}`
  if (/^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code))
    return new FetchError('timeout', say('Waited too long for'), { cause: error })
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new FetchError('too-large', say('Read too many header bytes from'), { cause: error })
  if (code === 'ENOTFOUND' || code === 'ENODATA' || code.startsWith('EAI_'))
    return new FetchError('dns', say('Found no address for'), { cause: error })
  if (code === 'UND_ERR_INVALID_ARG') return new FetchError('bad-url', say('Cannot ask'), { cause: error })
  return new FetchError('connection', say('Lost the connection to'), { cause: error })
}
