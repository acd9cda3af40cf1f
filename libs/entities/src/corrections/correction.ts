import type { EntityType } from '@newsbraid/model'

/**
 * A person's word on entities, or an imported one. Forms are normal forms (`formOf`). Applied in the order in which they
 * were given; the younger of two that contradict each other wins.
 */
export type Correction =
  /** `other` is `entity`. */
  | { kind: 'merge'; entity: string; other: string }
  /** These spellings of `entity`, or its mentions in these articles, or both at once, are `other`. */
  | {
      kind: 'split'
      entity: string
      other: string
      these: readonly string[]
      /** Forms that stayed: a spelling that is new goes where it is more alike */
      those: readonly string[]
      articles: readonly string[]
    }
  /** Whoever an article calls so, it is `entity`. */
  | { kind: 'alias'; entity: string; type: EntityType; forms: readonly string[] }
  /** What an article writes so is nobody; `isWhole`: whatever else is taken for `entity` isn't anybody either. */
  | {
      kind: 'not-a-name'
      entity: string
      type: EntityType
      forms: readonly string[]
      isWhole: boolean
      article?: string
      source?: string
    }

/** What extraction alone made of an article: its entities with the ids that were found for them, and their mentions. */
export type Reading = {
  article: string
  source: string
  /** Units of the title, to tell who is named in it */
  titleUnits: number
  entities: readonly ReadEntity[]
  mentions: readonly ReadMention[]
}
export type ReadEntity = {
  id: string
  type: EntityType
  name: string
  language: string
  spellings: readonly { surface: string; count: number }[]
  titles: readonly string[]
  count: number
  inTitle: boolean
  weight: number
}
export type ReadMention = {
  start: number
  end: number
  surface: string
  type: EntityType
  titles: readonly string[]
  /** Index into `entities` */
  entity: number
}
