/** Text as PostgreSQL can hold it: without U+0000 and lone surrogates. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** JSON as PostgreSQL can hold it: every text in it is made storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part))
