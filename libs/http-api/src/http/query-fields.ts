import { readCursor } from '@newsbraid/model'
import { z } from 'zod'
import { HttpProblem } from './problem.ts'
import { quote } from './quote.ts'

const MAX_LIMIT = 200

/** Free text. NUL is what PostgreSQL can't hold. */
export const text = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, 'it is empty')
    .max(maxLength, `it is longer than ${maxLength} characters`)
    .regex(/^[^\u0000]*$/, 'it has a NUL character')
    .refine((value) => !/\p{Cs}/u.test(value), 'it has half a surrogate pair')

export const ulid = () => z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'it is not an id')

export const language = () =>
  z
    .string()
    .regex(/^[a-z]{2,3}$/, 'it is not a language like "ar" or "en"')
    .describe('A language, as in "ar"')

/** A date or a moment in ISO 8601; a date alone is its first instant in UTC. */
export const time = () =>
  z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/,
      'it is not a time like "2026-03-01" or "2026-03-01T12:00:00Z"',
    )
    .refine((value) => !Number.isNaN(Date.parse(value)), 'there is no such day')
    .transform((value) => new Date(value).toISOString())

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'it is not a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `it is not between ${min} and ${max}`)
    .meta({ minimum: min, maximum: max })

/** An address of the web: http or https, no user name in it. */
export const webUrl = () =>
  z
    .string()
    .max(2048, 'it is longer than 2048 characters')
    .refine((value) => {
      if (!URL.canParse(value)) return false
      const url = new URL(value)
      return (
        (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
      )
    }, 'it is not an http or https address')

/** The parameters of every list. */
export const paging = {
  cursor: z.string().max(1000).optional().describe('`nextCursor` of the page before'),
  limit: wholeNumber(1, MAX_LIMIT).optional().describe(`Items a page, 1 to ${MAX_LIMIT}; 50 when absent`),
}

/** The page asked for, the first where the cursor is empty; a cursor that isn't of a list in this order is refused. */
export function pageOf(
  query: { cursor?: string; limit?: number },
  sort: string,
): { cursor?: string; limit: number } {
  const { limit = 50 } = query
  const cursor = query.cursor || undefined
  if (cursor !== undefined && readCursor(cursor, sort) === undefined)
    throw new HttpProblem('bad-cursor', `Cannot go on from cursor ${quote(cursor)}`)
  return { cursor, limit }
}
