/** The name of a BCP 47 language in the interface's language; undefined for `und` and tags that cannot be read. */
export function languageName(tag: string, locale: string): string | undefined {
  if (tag === '' || tag === 'und') return undefined
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag)
  } catch {
    return undefined
  }
}
