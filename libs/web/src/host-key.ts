/**
 * The host that politeness counts by: lower case, without `www.`, with its port when that is not the scheme's own.
 * An address that is none comes back as an empty string.
 */
export function hostKey(url: string): string {
  try {
    const { host } = new URL(url)
    return host.replace(/^www\./, '').replace(/\.(?=:|$)/, '')
  } catch {
    return ''
  }
}
