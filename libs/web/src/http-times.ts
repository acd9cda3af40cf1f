/** The three forms of HTTP dates (RFC 9110, 5.6.7), in milliseconds since 1970; all of them mean GMT. */
function httpDateMs(text: string): number | undefined {
  const form = /^(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4} |[A-Z][a-z]{2} [ \d]\d )/
  if (text.length > 64 || !form.test(text)) return undefined
  const ms = Date.parse(/(?:GMT|UTC|Z|[+-]\d{4})$/.test(text) ? text : text + ' GMT')
  return Number.isNaN(ms) ? undefined : ms
}

/**
 * Milliseconds to wait by a Retry-After header, seconds or HTTP date (RFC 9110, 10.2.3), at most `capMs`. `undefined`
 * when the header is missing, unreadable, negative or in the past.
 */
export function retryAfterMs(header: string | undefined, nowMs: number, capMs: number): number | undefined {
  const value = header?.trim()
  if (!value || value.length > 64) return undefined
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.min(capMs, Math.round(Number(value) * 1000))
  if (/^[-+]/.test(value)) return undefined
  const until = httpDateMs(value)
  return until === undefined || until <= nowMs ? undefined : Math.min(capMs, until - nowMs)
}

/**
 * Milliseconds an answer stays fresh: Cache-Control max-age less Age, else Expires less Date (RFC 9111, 4.2.1);
 * 0 for no-store and no-cache. `undefined` when the headers promise nothing. Header names are lower case.
 */
export function cacheLifetimeMs(headers: Record<string, string>, nowMs: number): number | undefined {
  const control = (headers['cache-control'] ?? '').slice(0, 1000).toLowerCase()
  if (/(?:^|,)\s*no-(?:store|cache)\b/.test(control)) return 0
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1]
  if (maxAge !== undefined) {
    const age = /^\d{1,12}$/.test(headers['age']?.trim() ?? '') ? Number(headers['age']) : 0
    return Math.max(0, Number(maxAge) - age) * 1000
  }
  const expires = headers['expires']?.trim()
  if (!expires) return undefined
  const until = httpDateMs(expires)
  // RFC 9111, 5.3: an unreadable Expires, above all "0", means already stale
  return until === undefined ? 0 : Math.max(0, until - (httpDateMs(headers['date']?.trim() ?? '') ?? nowMs))
}
