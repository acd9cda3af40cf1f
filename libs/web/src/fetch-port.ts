/** What a caller may ask of the one client that opens sockets. Sizes are bytes after decompression, times milliseconds. */
export type FetchRequest = {
  url: string
  headers?: Record<string, string>
  /** If-None-Match and If-Modified-Since, sent only to the address they came from, wherever it stands in a chain of redirects */
  validators?: { url: string; headers: Record<string, string> }
  maxBytes?: number
  /** Take the first `maxBytes` of a longer body, instead of refusing it */
  mayCut?: boolean
  /** From the first look-up to the last byte, over all redirects */
  timeoutMs?: number
  method?: string
  body?: string | Uint8Array
}

export type Redirect = { from: string; to: string; status: number }

/** `url` is where the answer came from; header names are lower case; `bytes` are decompressed. */
export type FetchAnswer = {
  status: number
  url: string
  redirects: Redirect[]
  headers: Record<string, string>
  bytes: Uint8Array
}

export type FetchErrorCode =
  | 'address-refused'
  | 'bad-url'
  | 'dns'
  | 'connection'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-encoding'

const RETRYABLE: ReadonlySet<FetchErrorCode> = new Set(['dns', 'connection', 'timeout'])

/** No answer came. `retryable` says whether asking again later can help; HTTP errors are answers, not this. */
export class FetchError extends Error {
  readonly code: FetchErrorCode
  readonly retryable: boolean

  constructor(code: FetchErrorCode, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, { cause: options.cause })
    this.name = 'FetchError'
    this.code = code
    this.retryable = options.retryable ?? RETRYABLE.has(code)
  }
}

/** Brings one address in; throws `FetchError`. Every status, also 404 or 503, is an answer. */
export type Fetcher = (request: FetchRequest) => Promise<FetchAnswer>
