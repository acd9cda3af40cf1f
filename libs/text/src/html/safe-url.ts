const MAX_LENGTH = 8192
const WEB: ReadonlySet<string> = new Set(['http:', 'https:'])
const LINK: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * A foreign address as it may be stored and shown: absolute, http or https, for a `link` mailto as well, without user name
 * and password (they make one host look like another). `undefined` for all others: the scheme is read off the parsed
 * address (WHATWG URL), so that no spelling of `javascript:` passes.
 */
export function safeUrl(
  address: string | undefined,
  base?: string,
  kind: 'link' | 'web' = 'link',
): string | undefined {
  if (!address || address.length > MAX_LENGTH) return undefined
  let url: URL
  try {
    url = new URL(address.trim(), base || undefined)
  } catch {
    return undefined
  }
  if (!(kind === 'link' ? LINK : WEB).has(url.protocol)) return undefined
  if (url.username !== '' || url.password !== '') url.username = url.password = ''
  return url.href
}

const MAX_CANDIDATES = 20
const DESCRIPTOR = /^(?:\d{1,5}w|\d{1,2}(?:\.\d{1,3})?x)?$/

/** The candidates of a `srcset` whose addresses are safe, absolute; `undefined` when none is left (HTML 4.8.4.2.2). */
export function safeSrcset(text: string, base?: string): string | undefined {
  const found: string[] = []
  let at = 0
  while (at < text.length && found.length < MAX_CANDIDATES) {
    while (at < text.length && isSpaceOrComma(text.charCodeAt(at))) at++
    const start = at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++
    let end = at
    while (end > start && text[end - 1] === ',') end--
    let descriptor = ''
    if (end === at) {
      const comma = text.indexOf(',', at)
      descriptor = text.slice(at, comma < 0 ? text.length : comma).trim()
      at = comma < 0 ? text.length : comma
    }
    const url = DESCRIPTOR.test(descriptor) ? safeUrl(text.slice(start, end), base, 'web') : undefined
    if (url) found.push(descriptor === '' ? url : `${url} ${descriptor}`)
  }
  return found.length > 0 ? found.join(', ') : undefined
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isSpaceOrComma = (code: number): boolean => isSpace(code) || code === 44
