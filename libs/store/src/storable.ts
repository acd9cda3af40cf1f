/** Text as PostgreSQL can hold it: without U+0000 and lone surrogates. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
