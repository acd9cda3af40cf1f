const MAX_LENGTH = 80

/** A foreign value as an error message shows it: in quotes, on one line, cut at 80 characters, controls escaped. */
export function quote(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value)
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  return `"${cut.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu, escaped)}"`
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
