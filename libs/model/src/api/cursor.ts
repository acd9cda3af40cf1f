import { z } from 'zod'

const Content = z.tuple([
  z.string(),
  z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(6),
])

/** A cursor for the item that ends a page: the order it was listed in, and the values that order goes by. */
export function writeCursor(sort: string, key: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, key]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The key inside a cursor that `writeCursor` made for this order; undefined for anything else. */
export function readCursor(cursor: string, sort: string): (string | number)[] | undefined {
  if (cursor.length > 1000 || !/^[\w-]+$/.test(cursor)) return undefined
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (c) => c.charCodeAt(0)),
    )
    const content = Content.safeParse(JSON.parse(text))
    return content.success && content.data[0] === sort ? content.data[1] : undefined
  } catch {
    return undefined
  }
}

/** Thrown by a store that can't go on from a cursor, though it looked like one. */
export class BadCursor extends Error {
  constructor(readonly cursor: string) {
    super('Cannot go on from a cursor that this list did not give')
  }
}
