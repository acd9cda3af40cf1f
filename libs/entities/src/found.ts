import type { EntityType } from '@newsbraid/model'

/** A mention before it belongs to an entity. */
export type Found = {
  start: number
  end: number
  surface: string
  /** The surface with single spaces and its whole article */
  name: string
  type: EntityType
  titles: string[]
  inTitle: boolean
  /** Folded words of the name, without proclitics */
  words: string[]
  /** Code of the country whose adjective stands beside an organisation's name */
  country?: string | undefined
  /** Whether the name stands alone in brackets or quotation marks */
  isSetOff?: boolean
}
