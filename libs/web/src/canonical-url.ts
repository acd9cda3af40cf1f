import { getDomain } from 'tldts'
import { isTracking } from './tracking-parameters.ts'

const MAX_LENGTH = 4096

/** The page behind an AMP cache or viewer address. */
function withoutAmpCache(url: URL): URL {
  const cached = /^\/(?:[a-z]\/)(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname)
  if (url.hostname.endsWith('.cdn.ampproject.org') && cached)
    return new URL(`${cached[1] ? 'https' : 'http'}://${cached[2]}${cached[3] ?? '/'}${url.search}`)
  const viewed = /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname)
  if (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && viewed)
    return new URL(`${viewed[1] ? 'https' : 'http'}://${viewed[2]}${viewed[3] ?? '/'}${url.search}`)
  return url
}

const AMP_PARAMETERS: Record<string, RegExp> = {
  amp: /^(?:|1|true|amp)$/i,
  outputtype: /^amp$/i,
  amphtml: /^(?:|1)$/,
}

/** The query without what tracks, order and spelling kept. */
function cleanQuery(search: string): string[] {
  return search
    .slice(1)
    .split('&')
    .filter((pair) => {
      if (pair === '') return false
      const equals = pair.indexOf('=')
      const name = equals < 0 ? pair : pair.slice(0, equals)
      const value = equals < 0 ? '' : pair.slice(equals + 1)
      return !isTracking(name, value) && !AMP_PARAMETERS[name.toLowerCase()]?.test(value)
    })
}

/** Percent-encoding in one spelling: upper-case digits, unreserved characters plain (RFC 3986, 6.2.2). */
const normalPercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
    const char = String.fromCharCode(parseInt(hex, 16))
    return /[A-Za-z0-9._~-]/.test(char) ? char : code.toUpperCase()
  })

/**
 * The one address we use for a page, still fetchable: no credentials, fragment, default port, tracking or session
 * parameter, AMP cache or AMP switch; percent-encoding in one spelling. `undefined` when it is no http(s) address.
 */
export function canonicalUrl(url: string, options: { base?: string } = {}): string | undefined {
  const text = url.trim().replace(/[\t\n\r]/g, '')
  if (text === '' || text.length > MAX_LENGTH) return undefined
  try {
    const parsed = withoutAmpCache(new URL(text, options.base))
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined
    parsed.username = ''
    parsed.password = ''
    // `#!` fragments name pages in old script-driven sites
    if (!parsed.hash.startsWith('#!')) parsed.hash = ''
    parsed.hostname = parsed.hostname.replace(/\.$/, '')
    const query = cleanQuery(parsed.search)
    parsed.search = query.length ? '?' + normalPercent(query.join('&')) : ''
    parsed.pathname = normalPercent(parsed.pathname.replace(/;(?:jsessionid|phpsessid)=[^/;?]*/gi, ''))
    return parsed.href
  } catch {
    return undefined
  }
}

/** `www.`, `m.` and `amp.` before a registrable name serve the same pages. */
function plainHost(host: string): string {
  const domain = getDomain(host, { allowPrivateDomains: true })
  const plain = host.replace(/^(?:www\d?|m|mobile|amp)\./, '')
  return domain !== null && plain.length >= domain.length ? plain : host
}

/** A path without its index page, its AMP ending and its closing slash. */
function plainPath(path: string): string {
  const folder = path
    .replace(/\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml)$/i, '/')
    .replace(/\/{2,}/g, '/')
  const page = folder.replace(/\/+$/, '')
  // Only below something that reads like an article: `/topics/amp` is a page of its own
  const amp =
    /^(.*\/[^/]*(?:\d{4,}|(?:[^/-]+-){2}|(?:%[0-9A-F]{2}){6})[^/]*)(?:\/amp(?:\.html)?|\.amp(?:\.html)?)$/.exec(
      page,
    )
  return amp?.[1] ?? page
}

/**
 * A key under which two addresses of the same page meet: beyond `canonicalUrl` without scheme, `www.`, mobile and AMP
 * variants, index page, closing slash and order of parameters. Not an address. An unreadable one is its own key.
 */
export function urlKey(url: string): string {
  const canonical = canonicalUrl(url)
  if (canonical === undefined) return url.trim()
  const parsed = new URL(canonical)
  const query = parsed.search ? '?' + parsed.search.slice(1).split('&').sort().join('&') : ''
  return (
    plainHost(parsed.hostname) +
    (parsed.port ? ':' + parsed.port : '') +
    plainPath(parsed.pathname) +
    query +
    parsed.hash
  )
}
