/** A value as a record, empty when it is none: the readers' types differ in what they promise. */
export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** The records of a list, empty when it is none. */
export const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(record) : []

/** The first text of the lists. */
export const first = (...lists: unknown[]): string | undefined =>
  lists.flatMap((one) => (Array.isArray(one) ? one : [])).find((one) => typeof one === 'string')
