import type { SourceRef } from '@newsbraid/model'

/** A time of the database as the API writes it. */
export const iso = (time: Date): string => time.toISOString()
export const isoOrAbsent = (time: Date | null): string | undefined => time?.toISOString()

/** What the API leaves out the database calls null. */
export const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined

/** SQL that makes a SourceRef of the alias of a row of `sources`. */
export const sourceRefSql = (alias: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'homeUrl', ${alias}.home_url))`
export type SourceRefs = SourceRef[] | null
