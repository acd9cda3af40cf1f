/** The address when it is http(s), for links to the outside; undefined for anything else (`javascript:`, `data:` …). */
export function safeHref(address: string | undefined): string | undefined {
  const url = address === undefined ? null : tryUrl(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

/** The address as a person reads it: host and path without scheme, `www.` and closing slash. */
export function readableAddress(address: string): string {
  const url = tryUrl(address)
  if (!url) return address
  return (url.host.replace(/^www\./, '') + decoded(url.pathname) + url.search).replace(/\/$/, '')
}

/** Builds a same-origin path with the given query; undefined and empty values are left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') params.set(name, String(value))
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

function tryUrl(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
