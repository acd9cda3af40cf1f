/** The http(s) address a person typed, `https://` added when no scheme stands there; undefined when it is none. */
export function typedAddress(typed: string): string | undefined {
  const trimmed = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://')
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && /[.:]|^localhost$/.test(url.hostname) ? url.href : undefined
}
