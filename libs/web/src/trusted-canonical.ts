import { getDomain } from 'tldts'
import { canonicalUrl } from './canonical-url.ts'

const siteOf = (url: URL): string => getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host

/**
 * The address a page names as its own (`rel=canonical`), when that can be believed: same registrable site, and not the
 * front page or a folder above for a page below it (a common template mistake). A canonical on another site may be an agency's original,
 * a copy's hijack or a parked domain: `undefined`, and the page keeps its own address.
 */
export function trustedCanonical(pageUrl: string, relCanonical: string | undefined): string | undefined {
  const page = canonicalUrl(pageUrl)
  const named =
    relCanonical === undefined || page === undefined
      ? undefined
      : canonicalUrl(relCanonical, { base: pageUrl })
  if (page === undefined || named === undefined) return undefined
  const from = new URL(page)
  const to = new URL(named)
  if (siteOf(from) !== siteOf(to)) return undefined
  const isAbove =
    from.pathname !== to.pathname && to.pathname.endsWith('/') && from.pathname.startsWith(to.pathname)
  const isAmpEnding = /^(?:amp\/?|amp\.html|index\.\w+|\?.*)$/.test(from.pathname.slice(to.pathname.length))
  if (isAbove && !isAmpEnding) return undefined
  // `?id=7` → the script without its parameters: the parameter is the page
  if (
    from.pathname === to.pathname &&
    from.search !== '' &&
    to.search === '' &&
    /[?&](?:id|p|aid|article|news|nid|story)=/i.test(from.search)
  )
    return undefined
  return named
}
