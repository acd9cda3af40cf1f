/** What one reader made of a feed: the fields every reader has, each as text, absent when it found none. */
export type Fields = Record<string, string>
export type Reading = { feed: Fields; entries: Fields[] }

const MARKUP = /<[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);|\s+/giu

/** Text as two readers may call it equal: without markup, references and white space. */
const sameText = (value: string): string => value.normalize('NFC').replace(MARKUP, '')

const sameTime = (value: string): string => {
  const time = Date.parse(value)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

const sameAddress = (value: string): string => {
  try {
    return new URL(value.trim()).href
  } catch {
    return value.trim()
  }
}

const FORMS: Record<string, (value: string) => string> = {
  title: sameText,
  subtitle: sameText,
  summary: sameText,
  content: sameText,
  author: sameText,
  language: (value) => value.trim().toLowerCase(),
  published: sameTime,
  updated: sameTime,
  link: sameAddress,
  enclosures: (value) => value.split('\n').map(sameAddress).sort().join('\n'),
  categories: (value) => value.split('\n').map(sameText).sort().join('\n'),
}

/** Keeps what a reader gave, in the form in which readers are compared; what is empty there counts as not found. */
export function fields(raw: Record<string, unknown>): Fields {
  const kept: Fields = {}
  for (const [name, value] of Object.entries(raw)) {
    const text = textOf(value)
    const form = text === undefined ? '' : (FORMS[name] ?? ((id: string) => id.trim()))(text)
    if (form !== '') kept[name] = form
  }
  return kept
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== undefined)
      .join('\n')
  if (typeof value === 'object') return undefined
  return String(value)
}
